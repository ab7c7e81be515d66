using PolicyBot.Slack.Events;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack;

/// <summary>Tries the tokens once and names what is missing, with what to do about it.</summary>
internal static class SlackCheck
{
    public static async Task<IReadOnlyList<string>> RunAsync(SlackApi api, SlackOptions options, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        switch (await api.ReadAsync("auth.test", [], cancellationToken))
        {
            case SlackReply.Ok ok:
                if (ok.Scopes is not null) faults.AddRange(SlackScopes.FindMissing(ok.Scopes));
                faults.AddRange(await SlackUserGroups.FindFaultsAsync(api, options.UserGroups(), cancellationToken));
                break;
            case var reply:
                faults.Add(Explain(reply, isAppToken: false));
                break;
        }

        if (!options.UsesHttp && await api.OpenConnectionAsync(cancellationToken) is var opened and not SlackReply.Ok) faults.Add(Explain(opened, isAppToken: true));
        return faults;
    }

    public static string Explain(SlackReply reply, bool isAppToken) =>
        reply is SlackReply.Error error && SlackErrors.Explain(error.Code, isAppToken) is { } reason ? reason
        : reply is SlackReply.Error other ? $"{(isAppToken ? "Slack:AppToken" : "Slack:BotToken")}: Slack refuses it ({other.Code}). / Slack이 거부합니다({other.Code})."
        : $"Slack cannot be asked: {reply.Describe()}. Look at the network between here and Slack (proxy, firewall), and at Slack:ApiBaseUrl if it was changed. / Slack에 물어볼 수 없습니다. 이곳과 Slack 사이의 네트워크(프록시, 방화벽)와, 바꾸었다면 Slack:ApiBaseUrl을 확인하십시오.";
}
