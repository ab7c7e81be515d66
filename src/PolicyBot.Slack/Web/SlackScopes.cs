namespace PolicyBot.Slack.Web;

/// <summary>The permissions of the bot token, each with what it is for.</summary>
internal static class SlackScopes
{
    public static IReadOnlyList<(string Name, string Use)> Needed { get; } =
    [
        ("app_mentions:read", "to hear its name"),
        ("assistant:write", "to show that it searches, and to suggest questions"),
        ("channels:history", "to follow its threads in public channels"),
        ("channels:read", "to know who sees a public channel"),
        ("chat:write", "to answer"),
        ("commands", "for slash commands and the action on messages"),
        ("files:read", "to import files"),
        ("files:write", "to send long answers as files"),
        ("groups:history", "to follow its threads in private channels"),
        ("groups:read", "to know who sees a private channel"),
        ("im:history", "to hear direct messages"),
        ("im:read", "to know a direct conversation"),
        ("im:write", "to answer privately where it is no member"),
        ("mpim:history", "to follow its threads in group conversations"),
        ("mpim:read", "to know a group conversation"),
        ("usergroups:read", "to know who is in a user group that has a role"),
        ("users:read", "to tell guests from staff"),
    ];

    /// <param name="granted">As the header names them, with commas.</param>
    public static IEnumerable<string> FindMissing(string granted)
    {
        var has = granted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return from scope in Needed where !has.Contains(scope.Name) select $"Slack: the permission {scope.Name} is missing ({scope.Use}). Add it under OAuth & Permissions, Bot Token Scopes, and install the app again. / {scope.Name} 권한이 없습니다. OAuth & Permissions의 Bot Token Scopes에 더하고 앱을 다시 설치하십시오.";
    }
}
