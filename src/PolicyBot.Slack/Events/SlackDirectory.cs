using System.Collections.Concurrent;
using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;
using PolicyBot.Text;

namespace PolicyBot.Slack.Events;

/// <summary>Who sees a conversation, whether a user is a guest, and which roles he has. What cannot be learned in time is read in the strictest way.</summary>
internal sealed class SlackDirectory(SlackApi api, SlackGuests guests, SlackUserGroups groups, TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(10);

    // Slack waits three seconds for an acknowledgement, and the store needs a part of them.
    private static readonly TimeSpan _longestLookup = TimeSpan.FromSeconds(1.5);

    private const int MostEntries = 20_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, ConversationKind Kind)> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Person Person)> _people = new(StringComparer.Ordinal);

    private sealed record Person(string? Name, bool IsGuest, Language? Language);

    public async Task<ChatMessage> CompleteAsync(ChatMessage draft, bool isForeign, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_longestLookup);
        var conversation = draft.Conversation;
        var kind = isForeign ? Task.FromResult(ConversationKind.Shared) : conversation.Kind == ConversationKind.Direct ? Task.FromResult(ConversationKind.Direct) : FindKindAsync(conversation.Channel, limit.Token);
        var person = FindPersonAsync(draft.User.Id, conversation.Workspace, limit.Token);
        var roles = groups.FindAsync(draft.User.Id, limit.Token);
        var found = await person;
        return draft with
        {
            Conversation = conversation with { Kind = await kind },
            User = new(draft.User.Id, found?.Name ?? draft.User.Name, found?.IsGuest ?? true) { Roles = await roles },
            Language = found?.Language,
        };
    }

    public async Task<ConversationKind> FindKindAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_longestLookup);
        var kind = await FindKindAsync(conversation.Channel, limit.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return kind;
    }

    /// <summary>User groups changed: ask again.</summary>
    public void ForgetGroups() => groups.Forget();

    /// <summary>A channel was shared, made private or given other members: ask again.</summary>
    public void Forget(string channel) => _channels.TryRemove(channel, out _);

    private async Task<ConversationKind> FindKindAsync(string channel, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(channel, out var known) && known.Until > time.GetUtcNow()) return known.Kind;
        if (await AskAsync("conversations.info", new() { ["channel"] = channel }, cancellationToken) is not { } reply) return ConversationKind.Shared;
        var kind = ReadKind(reply.At("channel"));
        if (kind is ConversationKind.Public or ConversationKind.Private)
        {
            // Not kept when it could not be learned: the next one asks again.
            if (await guests.AreInAsync(channel, cancellationToken) is not { } areIn) return ConversationKind.Shared;
            if (areIn) kind = ConversationKind.Shared;
        }

        Keep(_channels, channel, kind);
        return kind;
    }

    private async Task<Person?> FindPersonAsync(string user, string team, CancellationToken cancellationToken)
    {
        if (_people.TryGetValue(user, out var known) && known.Until > time.GetUtcNow()) return known.Person;
        if (await AskAsync("users.info", new() { ["user"] = user, ["include_locale"] = "true" }, cancellationToken) is not { } reply) return null;
        var person = ReadPerson(reply.At("user"), team);
        Keep(_people, user, person);
        return person;
    }

    private static ConversationKind ReadKind(JsonElement channel) => channel switch
    {
        _ when channel.ValueKind != JsonValueKind.Object => ConversationKind.Shared,
        // "Shared" alone may mean: with another workspace of the same organisation.
        _ when channel.Flag("is_ext_shared") || channel.Flag("is_pending_ext_shared") || (channel.Flag("is_shared") && !channel.Flag("is_org_shared")) => ConversationKind.Shared,
        _ when channel.Flag("is_im") => ConversationKind.Direct,
        _ when channel.Flag("is_private") || channel.Flag("is_group") || channel.Flag("is_mpim") => ConversationKind.Private,
        _ => channel.Flag("is_channel") ? ConversationKind.Public : ConversationKind.Shared,
    };

    private static Person ReadPerson(JsonElement user, string team) => new(
        user.Text("profile", "display_name").OrNull() ?? user.Text("real_name").OrNull() ?? user.Text("name").OrNull(),
        SlackGuests.IsGuest(user, team),
        Languages.Parse(user.Text("locale")));

    private async Task<JsonElement?> AskAsync(string method, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        try
        {
            return await api.ReadAsync(method, fields, cancellationToken) is SlackReply.Ok ok ? ok.Body : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Keep<T>(ConcurrentDictionary<string, (DateTimeOffset Until, T Value)> cache, string key, T value)
    {
        if (cache.Count >= MostEntries) cache.Clear();
        cache[key] = (time.GetUtcNow() + _kept, value);
    }
}
