using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Hosting;
using PolicyBot.Settings;

namespace PolicyBot.Tests.Hosting;

public sealed class RedactionTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Slack:BotToken"] = "xoxb-1111-planted-bot",
        ["Slack:AppToken"] = "xapp-2222-planted-app",
        ["Slack:SigningSecret"] = "3333c0ffee3333c0ffee3333",
        ["Discord:Token"] = "MTk4NjIy.Gdfh7.planted+4444/abc=",
        ["Model:ApiKey"] = "sk-5555-planted-key",
        ["Store:ConnectionString"] = "Host=db;Password=planted 6666;Username=bot",
    };

    private readonly StringWriter _written = new();
    private readonly ILogger _log;

    public RedactionTests()
    {
        var settings = BotSettings.Load(Path.Combine(SharedData.Config, "policybot.json"), new Dictionary<string, string>(), Settings);
        _log = new RedactedLog(_written, new(settings.Secrets), new FakeTimeProvider()).CreateLogger("PolicyBot.Chat.OutboxSender");
    }

    public static TheoryData<string> Secrets { get; } =
    [
        .. Settings.Values,
        // What platforms hand out while the bot runs stands in no setting.
        "xoxp-7777-planted-other", "https://hooks.slack.com/actions/T1/8888/planted", "wss://wss.example.org/link/?ticket=planted-9999",
        "https://discord.com/api/v10/interactions/10/planted-aW50ZXI/callback", "https://discord.com/api/v10/webhooks/11/planted-dG9rZW4", "http://user:planted12@example.org/",
    ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_planted_secret_reaches_no_log_at_any_level_in_any_form(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        foreach (var level in Enum.GetValues<LogLevel>().Where(l => l != LogLevel.None))
        {
            Write(level, $"call with {secret} failed", null);
            Write(level, "call failed", new InvalidOperationException($"at {secret}", new IOException("inner " + secret)));
            if (!Settings.ContainsValue(secret)) continue;
            Write(level, $"escaped {Uri.EscapeDataString(secret)}", null);
            Write(level, $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + secret))} or {base64}, short {secret[..8]}", null);
        }

        var log = _written.ToString();
        Assert.Contains("failed", log, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("planted", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(base64[..8], log, StringComparison.Ordinal);
        if (Settings.ContainsValue(secret)) Assert.DoesNotContain(secret[..8], log, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_stay()
    {
        Write(LogLevel.Warning, "slack/T1:Ev123 in C024BE91L could not be handled", new InvalidOperationException("The bot said no"));

        Assert.Contains("warn OutboxSender: slack/T1:Ev123 in C024BE91L could not be handled", _written.ToString(), StringComparison.Ordinal);
        Assert.Contains("The bot said no", _written.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _written.Dispose();

    private void Write(LogLevel level, string message, Exception? fault) => _log.Log(level, default, message, fault, (text, _) => text);
}
