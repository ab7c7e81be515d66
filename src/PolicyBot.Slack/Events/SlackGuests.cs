using System.Text.Json;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Whether a channel has somebody among its members who is not staff: what is posted there, he reads.</summary>
internal sealed class SlackGuests(SlackApi api, TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(30);

    private const int MostPages = 100;

    private readonly Lock _gate = new();
    private Task<IReadOnlySet<string>?> _guests = Task.FromResult<IReadOnlySet<string>?>(null);
    private DateTimeOffset _until;

    /// <summary>Null when it cannot be learned, or not in time: the list goes on being read for the next who asks.</summary>
    public async Task<bool?> AreInAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            if (await Guests().WaitAsync(cancellationToken) is not { } guests) return null;
            if (guests.Count == 0) return false;
            var members = await ReadAsync("conversations.members", new() { ["channel"] = channel }, page => page.At("members").Items().Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!), cancellationToken);
            return members?.Exists(guests.Contains);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public static bool IsGuest(JsonElement user, string team) =>
        user.ValueKind != JsonValueKind.Object || user.Flag("is_restricted") || user.Flag("is_ultra_restricted") || user.Flag("is_stranger") || user.Flag("deleted")
        || (user.Text("team_id") is { Length: > 0 } home && team.Length > 0 && home != team && user.At("enterprise_user").ValueKind != JsonValueKind.Object);

    private Task<IReadOnlySet<string>?> Guests()
    {
        lock (_gate)
        {
            if (time.GetUtcNow() < _until && (!_guests.IsCompleted || _guests is { IsCompletedSuccessfully: true, Result: not null })) return _guests;
            _until = time.GetUtcNow() + _kept;
            return _guests = ListAsync();
        }
    }

    private async Task<IReadOnlySet<string>?> ListAsync()
    {
        // Whoever left is a member of nothing, and other bots read nothing.
        var guests = await ReadAsync("users.list", [], page => page.At("members").Items().Where(u => !u.Flag("deleted") && !u.Flag("is_bot") && IsGuest(u, "")).Select(u => u.Text("id")), CancellationToken.None);
        return guests?.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<List<string>?> ReadAsync(string method, Dictionary<string, string> fields, Func<JsonElement, IEnumerable<string>> read, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        fields["limit"] = "1000";
        for (var page = 0; page < MostPages; page++)
        {
            if (await api.ReadAsync(method, fields, cancellationToken) is not SlackReply.Ok ok) return null;
            found.AddRange(read(ok.Body));
            if (ok.Body.Text("response_metadata", "next_cursor").OrNull() is not { } cursor) return found;
            fields["cursor"] = cursor;
        }

        return null;
    }
}
