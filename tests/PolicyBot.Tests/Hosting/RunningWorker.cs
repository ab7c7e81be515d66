using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Hosting;

/// <summary>The worker as <c>policybot run</c> starts it, with a Slack and a Discord on loopback, on a folder of its own.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly HeardText _error = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<int> _run = Task.FromResult(0);

    public HostFolder Host { get; } = new();

    public FakeSlackServer Slack { get; } = new();

    public FakeDiscord Discord { get; private set; } = null!;

    public FakeSocket Socket { get; private set; } = null!;

    public static async Task<RunningWorker> StartAsync(params string[] settings)
    {
        var worker = new RunningWorker();
        await worker.Slack.StartAsync();
        worker.Discord = await FakeDiscord.StartAsync();
        // A server whose channels are for some alone: what everybody may read gets open records only.
        worker.Discord.Bodies[$"GET guilds/{FakeDiscord.Guild}"] = $$"""{"id":"{{FakeDiscord.Guild}}","roles":[{"id":"{{FakeDiscord.Guild}}","permissions":"0"}],"features":[]}""";
        worker.Start(settings);
        worker.Socket = await worker.Slack.WaitForSocketAsync(1);
        await worker.UntilAsync(() => worker.Discord.Gateway.IsReady && worker.Discord.Requests.Any(r => r.Method == "PUT"));
        return worker;
    }

    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var limit = System.Diagnostics.Stopwatch.StartNew(); !isSo(); await Task.Delay(10, TestContext.Current.CancellationToken))
            Assert.True(limit.Elapsed < Longest, $"It never was so. {_error} {string.Join(", ", Discord.Messages.Select(m => m.Content))} {string.Join(", ", Slack.Journal.Select(j => j.What + j.Body))}");
    }

    /// <summary>Waits until the log says enough.</summary>
    public Task UntilSaidAsync(Func<IReadOnlyList<string>, bool> isSo) => _error.UntilAsync(isSo, Longest);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _run.WaitAsync(Longest));
        Assert.Empty(Slack.Violations);
        Assert.Empty(Discord.Violations);
        await Slack.DisposeAsync();
        await Discord.DisposeAsync();
        Host.Dispose();
        _stop.Dispose();
        await _error.DisposeAsync();
    }

    private void Start(string[] settings)
    {
        string[] both =
        [
            "--Slack:BotToken", FakeSlackServer.BotToken, "--Slack:AppToken", FakeSlackServer.AppToken, "--Slack:ApiBaseUrl", Slack.Base.AbsoluteUri, "--Access:SlackClearance", "sensitive",
            "--Discord:Token", FakeDiscord.Token, "--Discord:ApiBaseUrl", new Uri(Discord.Address, "api/v10").AbsoluteUri, "--Access:DiscordClearance", "sensitive",
        ];
        _run = Task.Run(() => CommandLine.RunAsync(["run", "--data", Host.Data, .. both, .. settings], TextWriter.Null, _error, TimeProvider.System, _stop.Token));
    }
}
