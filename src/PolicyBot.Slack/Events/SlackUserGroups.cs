using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Which of the user groups that rules name somebody belongs to (<c>usergroups.users.list</c>). A group whose members cannot be learned gives nobody a right.</summary>
/// <param name="named">Ids of the groups that rules name now; no other is asked for.</param>
internal sealed partial class SlackUserGroups(SlackApi api, Func<IReadOnlyCollection<string>> named, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(5);

    // What failed is asked for again soon, but not by every message.
    private static readonly TimeSpan _keptWithout = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Listing> _listings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The groups that this user is in, as the rules write them. What is not known in time counts as not in it: the list goes on being read for the next who asks.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string user, CancellationToken cancellationToken)
    {
        var groups = named();
        if (groups.Count == 0) return [];
        var among = await Task.WhenAll(groups.Select(async group =>
        {
            try
            {
                return (await List(group).WaitAsync(cancellationToken))?.Contains(user) == true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }));
        return [.. groups.Where((_, i) => among[i])];
    }

    /// <summary>Members came or went, or a group was switched off: ask again.</summary>
    public void Forget()
    {
        lock (_gate) _listings.Clear();
    }

    /// <summary>What keeps each named group from giving its members their rights.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(SlackApi api, IEnumerable<string> named, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var group in named)
            if (await AskAsync(api, group, cancellationToken) is var reply and not SlackReply.Ok) faults.Add(Explain(group, reply));
        return faults;
    }

    private Task<IReadOnlySet<string>?> List(string group)
    {
        lock (_gate)
        {
            if (_listings.TryGetValue(group, out var known) && !known.IsOver(time.GetUtcNow())) return known.Members;
            var begun = time.GetUtcNow();
            var listing = new Listing(ReadAsync(group), begun);
            _listings[group] = listing;
            return listing.Members;
        }
    }

    private async Task<IReadOnlySet<string>?> ReadAsync(string group)
    {
        var reply = await AskAsync(api, group, CancellationToken.None);
        if (reply is SlackReply.Ok ok) return ok.Body.At("users").Items().Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!).ToHashSet(StringComparer.Ordinal);
        Log.NotLearned(logger, Explain(group, reply));
        return null;
    }

    private static Task<SlackReply> AskAsync(SlackApi api, string group, CancellationToken cancellationToken) =>
        api.ReadAsync("usergroups.users.list", [new("usergroup", group)], cancellationToken);

    private static string Explain(string group, SlackReply reply)
    {
        var (english, korean) = reply is SlackReply.Error error ? error.Code switch
        {
            "no_such_subteam" or "subteam_not_found" => (
                "the workspace has no such user group. Copy the group's id, which begins with S, from its page in Slack into Access:Curators, Access:Admins or /access.",
                "워크스페이스에 그런 사용자 그룹이 없습니다. Slack의 그룹 페이지에서 S로 시작하는 ID를 복사해 Access:Curators, Access:Admins나 /access에 쓰십시오."),
            "missing_scope" => (
                "the bot token lacks the permission usergroups:read. Add it under OAuth & Permissions, Bot Token Scopes, and install the app again.",
                "봇 토큰에 usergroups:read 권한이 없습니다. OAuth & Permissions의 Bot Token Scopes에 더하고 앱을 다시 설치하십시오."),
            "plan_upgrade_required" or "paid_teams_only" => (
                "this workspace's plan has no user groups. Name the people instead, slack/U….",
                "이 워크스페이스의 요금제에는 사용자 그룹이 없습니다. 대신 사람을 slack/U…로 적으십시오."),
            var code => ($"Slack refuses to list its members ({code}).", $"Slack이 구성원을 알려 주지 않습니다({code})."),
        } : ($"its members cannot be listed now ({reply.Describe()}).", "지금은 구성원을 알 수 없습니다.");
        return $"slack/role/{group} gives nobody a right: {english} / 아무도 권한을 받지 못합니다: {korean}";
    }

    private sealed record Listing(Task<IReadOnlySet<string>?> Members, DateTimeOffset Begun)
    {
        public bool IsOver(DateTimeOffset now) => Members.IsCompleted && now - Begun >= (Members is { IsCompletedSuccessfully: true, Result: not null } ? _kept : _keptWithout);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Reason}")]
        public static partial void NotLearned(ILogger logger, string reason);
    }
}
