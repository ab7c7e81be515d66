using System.Net;
using System.Net.Sockets;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Hosting;

/// <summary>The worker as <c>policybot run</c> starts it, against a Slack and a Discord on loopback.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly HostFolder _host = new();
    private readonly FakeSlackServer _slack = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly string _urls = $"http://127.0.0.1:{FreePort()}";
    private FakeDiscord _discord = null!;

    private string[] SlackSettings => ["--Slack:BotToken", FakeSlackServer.BotToken, "--Slack:AppToken", FakeSlackServer.AppToken, "--Slack:ApiBaseUrl", _slack.Base.AbsoluteUri, "--Access:SlackClearance", "sensitive"];

    private string[] DiscordSettings => ["--Discord:Token", FakeDiscord.Token, "--Discord:ApiBaseUrl", new Uri(_discord.Address, "api/v10").AbsoluteUri, "--Access:DiscordClearance", "sensitive"];

    public async ValueTask InitializeAsync()
    {
        await _slack.StartAsync();
        _discord = await FakeDiscord.StartAsync();
    }

    [Fact]
    public async Task Both_platforms_are_served_from_one_process_until_it_is_told_to_stop()
    {
        await _host.RunAsync("import", _host.Records);
        var run = RunAsync([.. SlackSettings, .. DiscordSettings, "--Urls", _urls]);
        var socket = await _slack.WaitForSocketAsync(1);
        await UntilAsync(() => _discord.Requests.Any(r => r.Method == "PUT"));
        await UntilHealthyAsync();
        Assert.Equal(0, (await _host.RunAsync("health", "--Urls", _urls.Replace("127.0.0.1", "0.0.0.0", StringComparison.Ordinal))).ExitCode);

        await _slack.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1753300000.000100"));
        await _discord.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("601", "전력 공급은 누가 요구했나?"));

        await UntilAsync(() => _slack.Journal.Any(j => Says(j.Body.ToString(), "전력")) && _discord.Messages.Any(m => Says(m.Content, "전력")));
        var status = await _host.RunAsync("status", "--json");
        Assert.Equal(0, status.Json.GetProperty("queues").GetProperty("deadLetters").GetInt32());
        await _stop.CancelAsync();
        Assert.Equal(0, await run.WaitAsync(Longest, TestContext.Current.CancellationToken));
        Assert.Equal(1, (await _host.RunAsync("health", "--Urls", _urls)).ExitCode);
        Assert.Empty(_slack.Violations);
        Assert.Empty(_discord.Violations);
        foreach (var secret in (string[])[FakeSlackServer.BotToken, FakeSlackServer.AppToken, FakeDiscord.Token]) Assert.DoesNotContain(secret, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_every_platform_refusing_for_good_the_process_ends_and_says_why()
    {
        _slack.Plan("auth.test", new Fault(FaultKind.Error, "token_revoked"));

        Assert.Equal(5, await RunAsync(SlackSettings).WaitAsync(Longest, TestContext.Current.CancellationToken));

        Assert.Contains("slack refuses for good", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_refuses_for_good_is_unhealthy_while_the_other_goes_on_and_with_the_last_the_process_ends()
    {
        await _host.RunAsync("import", _host.Records);
        var run = RunAsync([.. SlackSettings, .. DiscordSettings, "--Urls", _urls]);
        var socket = await _slack.WaitForSocketAsync(1);
        await UntilHealthyAsync();

        await _discord.Gateway.CloseAsync(4004);
        using var http = NewClient();
        await UntilAsync(() => Health(http) is (HttpStatusCode.ServiceUnavailable, var said) && said.Contains("Discord:Token", StringComparison.Ordinal));
        await _slack.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1753300000.000100"));
        await UntilAsync(() => _slack.Journal.Any(j => Says(j.Body.ToString(), "전력")));
        Assert.False(run.IsCompleted);

        foreach (var open in _slack.Sockets.Values) await open.SendAsync("""{"type":"disconnect","reason":"link_disabled"}""");
        Assert.Equal(5, await run.WaitAsync(Longest, TestContext.Current.CancellationToken));
        Assert.Contains("discord refuses for good", _error.ToString(), StringComparison.Ordinal);
    }

    private (HttpStatusCode, string) Health(HttpClient http)
    {
        using var answer = http.Send(new(HttpMethod.Get, _urls + "/healthz"));
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return (answer.StatusCode, reader.ReadToEnd());
    }

    [Fact]
    public async Task Slacks_signed_requests_arrive_where_the_host_listens_and_others_are_turned_away()
    {
        var run = RunAsync([.. SlackSettings, "--Slack:Mode", "Http", "--Slack:SigningSecret", "planted-signing-secret", "--Urls", _urls]);
        await UntilHealthyAsync();

        using var http = NewClient();
        using var content = new StringContent("{}");
        using var answer = await http.PostAsync(new Uri(_urls + "/slack/event"), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await _stop.CancelAsync();
        Assert.Equal(0, await run.WaitAsync(Longest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_worker_on_the_same_folder_is_refused()
    {
        var run = RunAsync(SlackSettings);
        await _slack.WaitForSocketAsync(1);

        var second = await _host.RunAsync(["run", .. SlackSettings]);

        Assert.Equal(4, second.ExitCode);
        Assert.Contains("another worker runs on it", second.Error, StringComparison.Ordinal);
        await _stop.CancelAsync();
        Assert.Equal(0, await run.WaitAsync(Longest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_worker_with_a_log_line()
    {
        using var taken = new TcpListener(IPAddress.Parse("127.0.0.1"), new Uri(_urls).Port);
        taken.Start();

        Assert.Equal(4, await RunAsync([.. SlackSettings, "--Urls", _urls]).WaitAsync(Longest, TestContext.Current.CancellationToken));

        Assert.Contains("fatal Worker: The worker cannot go on", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_of_the_connections_names_what_is_missing_and_sends_nothing()
    {
        _slack.Plan("auth.test", new Fault(FaultKind.Error, "invalid_auth"));

        var run = await _host.RunAsync(["check", "--connect", "--json", .. SlackSettings]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("missing").EnumerateArray(), m => m.GetString()!.StartsWith("slack: ", StringComparison.Ordinal));
        Assert.Empty(_slack.Of("chat.postMessage"));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _slack.DisposeAsync();
        await _discord.DisposeAsync();
        _host.Dispose();
        _stop.Dispose();
        await _error.DisposeAsync();
    }

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.Ordinal) && text.Contains("[1]", StringComparison.Ordinal);

    private Task<int> RunAsync(string[] settings) =>
        Task.Run(() => CommandLine.RunAsync(["run", "--data", _host.Data, .. settings], TextWriter.Null, TextWriter.Synchronized(_error), TimeProvider.System, _stop.Token), TestContext.Current.CancellationToken);

    private async Task UntilHealthyAsync()
    {
        using var http = NewClient();
        await UntilAsync(() => IsHealthy(http));
    }

    private bool IsHealthy(HttpClient http)
    {
        try
        {
            using var answer = http.Send(new(HttpMethod.Get, _urls + "/healthz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(limit.Elapsed < Longest, $"It never was so. {_error} {string.Join(", ", _slack.Journal.Select(j => j.What + j.Body))} {string.Join(", ", _discord.Requests.Select(r => r.Path + r.Body))}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler { UseProxy = false });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
