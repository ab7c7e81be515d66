using System.Globalization;
using System.Text.Json;
using PolicyBot.Discord.Gateway;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Setup;

/// <summary>Tries token, rights and allowances once, and says of each thing that is missing what to do.</summary>
internal sealed class ConnectionCheck(DiscordOptions options, DiscordRest rest)
{
    private const long ContentFlag = 1 << 18, ContentFlagLimited = 1 << 19, FewConnections = 50;

    private static readonly (string Name, long Bit)[] Needed =
    [
        ("View Channels", 1 << 10), ("Send Messages", 1 << 11), ("Attach Files", 1 << 15), ("Read Message History", 1 << 16),
        ("Create Public Threads", 1L << 35), ("Send Messages in Threads", 1L << 38),
    ];

    private const long Administrator = 1 << 3;

    public static string Invitation(string application) =>
        string.Create(CultureInfo.InvariantCulture, $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={Needed.Sum(p => p.Bit)}");

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var me = await rest.GetAsync(Route.Me, cancellationToken);
        if (me is not RestResult.Done) return [rest.IsTokenRefused ? ConnectionReport.TokenRefused : "Discord cannot be asked: " + Reason(me)];
        var faults = new List<string>();
        var application = "<application id>";
        await AskAsync(Route.Application, body =>
        {
            application = body.Text("id") ?? application;
            if (options.ReadsThreads && (body.Number("flags") & (ContentFlag | ContentFlagLimited)) == 0) faults.Add(CloseCodes.ContentIntent);
        }, faults, cancellationToken);
        await AskAsync(Route.GatewayBot, body =>
        {
            if (body.Field("session_start_limit").Number("remaining", FewConnections) < FewConnections)
                faults.Add("Discord: today's allowance of new connections is nearly used up; stop the program that connects too often with this token, or wait for tomorrow. / Discord: 오늘 새로 연결할 수 있는 횟수를 거의 다 썼습니다. 이 토큰으로 너무 자주 연결하는 프로그램을 멈추거나 내일까지 기다리십시오.");
            if (body.Number("shards", 1) > 1) faults.Add("Discord: the bot is in so many servers that sharding will be needed, which this program does not do; use a bot of your own for it. / Discord: 봇이 너무 많은 서버에 있어 샤딩이 필요한데, 이 프로그램은 하지 않습니다. 따로 봇을 만들어 쓰십시오.");
        }, faults, cancellationToken);
        await AskAsync(Route.MyGuilds, body => faults.AddRange(FindMissing(body, application)), faults, cancellationToken);
        return faults;
    }

    private async Task AskAsync(Route route, Action<JsonElement> look, List<string> faults, CancellationToken cancellationToken)
    {
        var result = await rest.GetAsync(route, cancellationToken);
        if (result is RestResult.Done(var body)) look(body);
        else faults.Add("Discord cannot be asked: " + Reason(result));
    }

    private static IEnumerable<string> FindMissing(JsonElement guilds, string application)
    {
        if (guilds.ValueKind != JsonValueKind.Array || guilds.GetArrayLength() == 0) yield return $"Discord: the bot is in no server yet; open {Invitation(application)} and choose one. / Discord: 봇이 아직 어느 서버에도 없습니다. 위 주소를 열어 서버를 고르십시오.";
        else
        {
            foreach (var guild in guilds.EnumerateArray())
            {
                var granted = guild.Number("permissions");
                var missing = (granted & Administrator) != 0 ? [] : Needed.Where(p => (granted & p.Bit) == 0).Select(p => p.Name).ToList();
                if (missing.Count > 0) yield return $"Discord: in the server \"{guild.Text("name")}\" the bot lacks {string.Join(", ", missing)}; give its role these under Server Settings > Roles, or open {Invitation(application)} again. / Discord: \"{guild.Text("name")}\" 서버에서 봇에게 {string.Join(", ", missing)} 권한이 없습니다. 서버 설정의 역할에서 주거나 위 주소를 다시 여십시오.";
            }
        }
    }

    private static string Reason(RestResult result) => result switch
    {
        RestResult.Refused(_, _, var reason) => reason,
        RestResult.Limited(_, var reason) => reason,
        RestResult.Broken(_, var reason) => reason,
        _ => "",
    };
}
