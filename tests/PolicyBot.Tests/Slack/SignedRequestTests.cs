using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace PolicyBot.Tests.Slack;

public sealed class SignedRequestTests
{
    private static readonly DateTimeOffset _now = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero);

    private static string Sign(string body, long seconds, string secret = SlackBench.Secret) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{seconds}:{body}")));

    private sealed class Site(WebApplication app, SlackBench bench, HttpClient http) : IAsyncDisposable
    {
        public SlackBench Bench => bench;

        public static async Task<Site> OpenAsync()
        {
            var bench = await SlackBench.CreateAsync(time: new FakeTimeProvider(_now), usesHttp: true);
            bench.Start();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            bench.Slack.Map(app);
            await app.StartAsync();
            return new(app, bench, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(app.Urls.First()) });
        }

        public async Task<(HttpStatusCode Status, string Body)> SendAsync(string path, string body, string? timestamp, string? signature)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, path.EndsWith("event", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded") };
            if (timestamp is not null) request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
            if (signature is not null) request.Headers.Add("X-Slack-Signature", signature);
            using var response = await http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public Task<(HttpStatusCode Status, string Body)> SendSignedAsync(string path, string body, int age = 0)
        {
            var seconds = _now.ToUnixTimeSeconds() - age;
            return SendAsync(path, body, seconds.ToString(CultureInfo.InvariantCulture), Sign(body, seconds));
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await app.DisposeAsync();
            await bench.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task A_genuine_event_is_stored_and_answered_with_nothing(int age)
    {
        await using var site = await Site.OpenAsync();

        Assert.Equal((HttpStatusCode.OK, ""), await site.SendSignedAsync("/slack/event", SlackBench.Mention("Ev1", "1.1").ToJsonString(), age));

        Assert.Single(site.Bench.Inbox.Messages);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task An_old_or_future_request_is_refused(int age)
    {
        await using var site = await Site.OpenAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await site.SendSignedAsync("/slack/event", SlackBench.Mention("Ev1", "1.1").ToJsonString(), age));

        Assert.Empty(site.Bench.Inbox.Messages);
    }

    [Fact]
    public async Task What_is_not_signed_right_is_refused_without_a_word()
    {
        await using var site = await Site.OpenAsync();
        var body = SlackBench.Mention("Ev1", "1.1").ToJsonString();
        var seconds = _now.ToUnixTimeSeconds();
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        var right = Sign(body, seconds);

        foreach (var (sent, timestamp, signature) in new (string, string?, string?)[]
        {
            (body, stamp, null), (body, null, right), (body, stamp, ""), (body, stamp, Sign(body, seconds, "another")), (body, stamp, right.ToUpperInvariant()), (body, stamp, right[..20]),
            (body.Replace("C1", "C2", StringComparison.Ordinal), stamp, right), (body, "+" + stamp, right), (body, stamp + ".0", right), (body, "99999999999999999999", right), (new string('x', 1_100_000), stamp, right),
        })
            Assert.Equal((HttpStatusCode.Unauthorized, ""), await site.SendAsync("/slack/event", sent, timestamp, signature));

        Assert.Empty(site.Bench.Inbox.Messages);
    }

    [Fact]
    public async Task A_replayed_command_is_refused_and_a_replayed_event_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        const string command = "team_id=T1&channel_id=C1&user_id=U1&command=%2Fconcerns&text=A%EC%82%AC&trigger_id=9.9";
        var mention = SlackBench.Mention("Ev1", "1.1").ToJsonString();

        Assert.Equal(HttpStatusCode.OK, (await site.SendSignedAsync("/slack/command", command)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.SendSignedAsync("/slack/command", command)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.SendSignedAsync("/slack/event", mention)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.SendSignedAsync("/slack/event", mention)).Status);

        Assert.Equal(["A사", "전력 공급은 누가 요구했나?"], site.Bench.Inbox.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Every_address_answers_what_Slack_asks()
    {
        await using var site = await Site.OpenAsync();

        Assert.Equal((HttpStatusCode.OK, """{"challenge":"abc"}"""), await site.SendSignedAsync("/slack/event", """{"type":"url_verification","challenge":"abc"}"""));
        Assert.Equal((HttpStatusCode.OK, ""), await site.SendSignedAsync("/slack/event", """{"type":"app_rate_limited"}"""));
        Assert.Equal((HttpStatusCode.OK, """{"options":[]}"""), await site.SendSignedAsync("/slack/options", "payload=" + Uri.EscapeDataString("""{"type":"block_suggestion"}""")));
        Assert.Equal((HttpStatusCode.OK, ""), await site.SendSignedAsync("/slack/action", "payload=" + Uri.EscapeDataString("""{"type":"block_actions","trigger_id":"1.2","user":{"id":"U1"},"channel":{"id":"C1"},"actions":[{"action_id":"why:a1"}]}""")));
        Assert.Equal("why:a1", Assert.Single(site.Bench.Inbox.Messages).Action);
    }

    [Theory]
    [InlineData("/slack/event", "{not json")]
    [InlineData("/slack/action", "payload=%7Bnot")]
    [InlineData("/slack/action", "nothing")]
    public async Task A_signed_body_that_cannot_be_read_is_told_apart(string path, string body)
    {
        await using var site = await Site.OpenAsync();

        Assert.Equal((HttpStatusCode.BadRequest, ""), await site.SendSignedAsync(path, body));
    }

    [Fact]
    public async Task A_store_that_fails_is_no_acceptance()
    {
        await using var site = await Site.OpenAsync();
        site.Bench.Inbox.Fails = new IOException("disk full");
        var mention = SlackBench.Mention("Ev1", "1.1").ToJsonString();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await site.SendSignedAsync("/slack/event", mention));
        Assert.Equal((HttpStatusCode.OK, ""), await site.SendSignedAsync("/slack/event", mention));

        Assert.Single(site.Bench.Inbox.Messages);
    }
}
