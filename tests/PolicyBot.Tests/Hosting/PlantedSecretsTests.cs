using System.Text;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Hosting;

/// <summary>Secrets in the settings stand in nothing that the program writes, whatever verb is called and whatever is wrong with the settings.</summary>
public sealed class PlantedSecretsTests : IDisposable
{
    private static readonly string[][] Planted =
    [
        ["Slack:BotToken", "xoxb-planted-01-bot-token"],
        ["Slack:AppToken", "xapp-planted-02-app-token"],
        ["Slack:SigningSecret", "5163planted03c0ffee"],
        ["Discord:Token", "MTk4Planted04.Gdfh7.discord"],
        ["Model:ApiKey", "sk-planted-05-model-key"],
        ["Store:ConnectionString", "Host=127.0.0.1;Port=1;Password=planted06pass;Username=bot"],
    ];

    private readonly HostFolder _host = new();

    public static TheoryData<string> Starts { get; } =
    [
        "check", "check|--json", "status", "status|--json", "records", "ask|전력은 누가?", "audit|verify", "--help", "nonsense", "record",
        // What is wrong with the settings is told, never what they hold.
        "check|--Model:Timeout|20", "status|--Access:ConsoleClearance|secret", "run|--Model:Timeout|20", "run|--Slack:ApiBaseUrl|http://planted07user:planted08pass@example.org/",
        "check|--Model:Endpoint|https://planted09user:planted10pass@example.org/v1|--Model:Name|m", "check|--Slack:Tokens|planted11unknown", "check|--Slack:BotTokenFile|/nowhere/token", "check|--Store:Provider|Postgres", "status|--Store:Provider|Postgres",
    ];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Nothing_that_is_written_holds_one_in_any_form(string start)
    {
        var run = await _host.RunAsync([.. start.Split('|'), .. Planted.SelectMany(p => new[] { "--" + p[0], p[1] })]);

        var written = run.Out + run.Error;
        Assert.NotEmpty(written);
        Assert.DoesNotContain("planted", written, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in Planted.Select(p => p[1]))
        {
            Assert.DoesNotContain(secret[..8], written, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..8], written, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _host.Dispose();
}
