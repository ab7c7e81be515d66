using System.Collections.Concurrent;
using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Events;

/// <summary>Knows channels and servers: from the events, and by asking when an event was missed (a resumed session repeats none of them).</summary>
internal sealed class Places(DiscordRest rest, Func<string> bot, TimeProvider clock)
{
    private const int Most = 100_000;

    /// <summary>An interaction has to be answered within three seconds, and may wait for one or two of these.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Guild> _guilds = new(StringComparer.Ordinal);

    public void Learn(string type, JsonElement data)
    {
        switch (type)
        {
            case "GUILD_CREATE" or "GUILD_UPDATE":
                Add(Guild.Read(data, bot()));
                foreach (var channel in data.Items("channels").Concat(data.Items("threads"))) Add(Place.Read(channel, data.Text("id")));
                break;
            case "GUILD_DELETE" when data.Text("id") is { } id:
                _guilds.TryRemove(id, out _);
                break;
            case "GUILD_ROLE_UPDATE" or "GUILD_ROLE_CREATE" or "GUILD_ROLE_DELETE" when data.Text("guild_id") is { } id:
                _guilds.TryRemove(id, out _);
                break;
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE":
                Add(Place.Read(data, null));
                break;
            case "THREAD_LIST_SYNC":
                foreach (var thread in data.Items("threads")) Add(Place.Read(thread, data.Text("guild_id")));
                break;
            case "CHANNEL_DELETE" or "THREAD_DELETE" when data.Text("id") is { } id:
                _places.TryRemove(id, out _);
                break;
            default:
                break;
        }
    }

    public string? NameOf(string channel) => _places.GetValueOrDefault(channel)?.Name;

    public string? BotRoleIn(string? guild) => guild is null ? null : _guilds.GetValueOrDefault(guild)?.BotRole;

    /// <summary>Where something happened. What cannot be found out is taken as the kind that may see least.</summary>
    /// <param name="guild">As the event told; null for a direct message.</param>
    public async Task<Conversation> FindAsync(string channel, string? guild, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await LookAsync(channel, guild, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new("discord", guild ?? "", channel, null, ConversationKind.Shared);
        }
    }

    private async Task<Conversation> LookAsync(string channel, string? guildId, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(channel, cancellationToken);
        if (guildId is null && place is null or { IsDirect: true }) return new("discord", "", channel, null, ConversationKind.Direct);
        if (guildId is null || place is null) return new("discord", guildId ?? "", channel, null, guildId is null ? ConversationKind.Private : ConversationKind.Shared);
        var guild = await GuildAsync(guildId, cancellationToken);
        var parent = place is { IsThread: true, Parent: { } parentId } ? await PlaceAsync(parentId, cancellationToken) : place;
        return place is { IsThread: true, Parent: { } above }
            ? new("discord", guildId, above, channel, place.IsPrivateThread ? ConversationKind.Private : Kind(parent, guild))
            : new("discord", guildId, channel, null, Kind(place, guild));
    }

    private static ConversationKind Kind(Place? place, Guild? guild) => (place, guild) switch
    {
        (null, _) => ConversationKind.Shared,
        ({ EveryoneSees: false }, _) => ConversationKind.Private,
        (_, null) => ConversationKind.Shared,
        ({ EveryoneSees: null }, { EveryoneSees: false }) => ConversationKind.Private,
        (_, { IsOpenToAll: true }) => ConversationKind.Shared,
        _ => ConversationKind.Public,
    };

    private async Task<Place?> PlaceAsync(string id, CancellationToken cancellationToken)
    {
        if (_places.TryGetValue(id, out var known)) return known;
        return Add(await rest.GetAsync(Route.Channel(id), cancellationToken) is RestResult.Done(var body) ? Place.Read(body, null) : null);
    }

    private async Task<Guild?> GuildAsync(string id, CancellationToken cancellationToken)
    {
        if (_guilds.TryGetValue(id, out var known)) return known;
        return Add(await rest.GetAsync(Route.Guild(id), cancellationToken) is RestResult.Done(var body) ? Guild.Read(body, bot()) : null);
    }

    private Place? Add(Place? place)
    {
        if (_places.Count >= Most) _places.Clear();
        return place is null ? null : _places[place.Id] = place;
    }

    private Guild? Add(Guild? guild) => guild is null ? null : _guilds[guild.Id] = guild;
}
