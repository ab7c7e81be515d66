using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Access;

/// <summary>What a place and a user may see: as settings and administrators rule. Guests, public channels and channels shared with others see open records, whatever a rule says.</summary>
/// <param name="configured">Rules of the settings: <c>slack</c>, <c>slack/TEAM</c>, <c>slack/direct</c>, <c>slack/TEAM/CHANNEL</c>; the closest to the place counts, and a place without any sees open records.</param>
public sealed class Clearances(IReadOnlyList<AccessRule> configured)
{
    private volatile Rules _rules = new(0, configured.ToDictionary(r => r.Place, r => r.Clearance, StringComparer.OrdinalIgnoreCase));

    public static Clearances Default { get; } = new([]);

    /// <summary>The groups that there are.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>Grows with every change of rights.</summary>
    public long Version => _rules.Version;

    /// <summary>The rules in force, by their places.</summary>
    public IReadOnlyDictionary<string, Clearance> All => _rules.ByPlace;

    /// <summary>What administrators ruled in chats counts from here on, in place of the settings.</summary>
    public void Adopt(StoredAccess stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var rules = configured.ToDictionary(r => r.Place, r => r.Clearance, StringComparer.OrdinalIgnoreCase);
        foreach (var change in stored.Changes.Where(c => c.Kind == AccessKind.Place))
            // A group that is no longer declared is no longer granted.
            if (change.Grants is { } grants && AccessRule.ParseClearance(grants, grants.Split(' ')).Clearance is { } clearance) rules[change.Subject] = clearance with { Groups = [.. clearance.Groups.Where(Groups.Contains)] };
        _rules = new(stored.Version, rules);
    }

    public Clearance Of(Conversation conversation, ChatUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.IsGuest ? Clearance.Open : Of(conversation);
    }

    /// <summary>What everybody who reads there may see.</summary>
    public Clearance Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.Kind is ConversationKind.Public or ConversationKind.Shared) return Clearance.Open;
        var rules = _rules.ByPlace;
        foreach (var place in PlacesOf(conversation))
            if (rules.TryGetValue(place, out var clearance)) return clearance;
        return Clearance.Open;
    }

    /// <summary>Under which name a rule speaks of exactly this conversation.</summary>
    public static string PlaceOf(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.Workspace.Length > 0 ? $"{conversation.Platform}/{conversation.Workspace}/{conversation.Channel}" : $"{conversation.Platform}/{conversation.Channel}";
    }

    private static IEnumerable<string> PlacesOf(Conversation conversation)
    {
        var (platform, kind) = (conversation.Platform, conversation.Kind == ConversationKind.Direct ? "direct" : "private");
        yield return PlaceOf(conversation);
        yield return $"{platform}/{conversation.Workspace}/{kind}";
        yield return $"{platform}/{conversation.Workspace}";
        yield return $"{platform}/{kind}";
        yield return platform;
    }

    private sealed record Rules(long Version, Dictionary<string, Clearance> ByPlace);
}
