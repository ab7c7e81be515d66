using PolicyBot.Chat;

namespace PolicyBot.Access;

/// <summary>Those who may write: curators import records, decide on corrections and settle a channel; administrators also say who may see what. Everybody else reads.</summary>
/// <param name="curators">Written "platform/userId", or "platform/role/id" for a role of Discord or a user group of Slack.</param>
/// <param name="admins">As above.</param>
public sealed class Curators(IEnumerable<string> curators, IEnumerable<string>? admins = null)
{
    private readonly HashSet<string> _curators = Names(curators);
    private readonly HashSet<string> _admins = Names(admins ?? []);
    private volatile Dictionary<string, string> _changed = [];

    /// <summary>The ids of one of these, written as it has to be written.</summary>
    public const string Form = "slack/U0123456789, slack/role/S0123456789, discord/112233445566, discord/role/112233445566";

    public static Curators Nobody { get; } = new([]);

    /// <summary>Whether somebody can be meant: a platform knows its users and groups by ids, in either case, and a name such as <c>slack/alice</c> would silently stand for nobody.</summary>
    public static bool IsSomebody(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Trim().Split('/') switch
        {
            ["slack", var user] => user is ['U' or 'W' or 'u' or 'w', ..] && IsOfSlack(user),
            ["slack", "role", var group] => group is ['S' or 's', ..] && IsOfSlack(group),
            ["discord", var user] => IsOfDiscord(user),
            ["discord", "role", var role] => IsOfDiscord(role),
            _ => false,
        };

        // No name that people type has a digit in it as every id has.
        static bool IsOfSlack(string id) => id.Length > 1 && id.All(char.IsAsciiLetterOrDigit) && (id.Any(char.IsAsciiDigit) || !id.Any(char.IsAsciiLetterLower));

        static bool IsOfDiscord(string id) => id.Length > 0 && id.All(char.IsAsciiDigit);
    }

    /// <summary>What administrators changed in chats: the role of a user, in place of that of the settings.</summary>
    public void Adopt(StoredAccess stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        _changed = stored.Changes.Where(c => c is { Kind: AccessKind.Role, Grants: not null }).ToDictionary(c => c.Subject, c => c.Grants!, StringComparer.OrdinalIgnoreCase);
    }

    public bool Include(Conversation conversation, ChatUser user) => Has(conversation, user, _curators, "curator") || IsAdmin(conversation, user);

    public bool IsAdmin(Conversation conversation, ChatUser user) => Has(conversation, user, _admins, "admin");

    /// <summary>Anyone in a direct conversation; in channels curators, or everybody as long as none is named.</summary>
    public bool MaySettle(Conversation conversation, ChatUser user)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.Kind == ConversationKind.Direct || (_curators.Count == 0 && _admins.Count == 0) || Include(conversation, user);
    }

    /// <summary>Whether an administrator would be left if this one had this role.</summary>
    public bool LeavesAdmin(string who, string role)
    {
        var changed = _changed;
        return role == "admin"
            || _admins.Concat(changed.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Any(a => !a.Equals(who, StringComparison.OrdinalIgnoreCase) && changed.GetValueOrDefault(a, _admins.Contains(a) ? "admin" : "") == "admin");
    }

    /// <summary>Ids of the roles and user groups of this platform that a rule names now.</summary>
    public IReadOnlyCollection<string> RolesNamed(string platform)
    {
        var prefix = $"{platform}/role/";
        return [.. _curators.Concat(_admins).Concat(_changed.Keys).Where(n => n.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(n => n[prefix.Length..]).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private bool Has(Conversation conversation, ChatUser user, HashSet<string> named, string role)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(user);
        // A guest of the workspace writes nothing, whatever his name stands for elsewhere.
        if (user.IsGuest) return false;
        var own = $"{conversation.Platform}/{user.Id}";
        if (_changed.TryGetValue(own, out var changed)) return changed == role;
        return named.Contains(own) || user.Roles.Any(r => _changed.TryGetValue($"{conversation.Platform}/role/{r}", out var given) ? given == role : named.Contains($"{conversation.Platform}/role/{r}"));
    }

    private static HashSet<string> Names(IEnumerable<string> names) => new(names.Select(u => u.Trim()).Where(u => u.Length > 0), StringComparer.OrdinalIgnoreCase);
}
