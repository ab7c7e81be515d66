using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Incoming;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Records.Documents;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Incoming;

/// <summary>Feeds of a server on loopback, read by the child process as the worker reads them.</summary>
public sealed class PolledFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly DocumentReader _documents = DocumentReaderTests.Documents();
    private readonly FeedClient _client;
    private SqliteArchive _archive = null!;
    private FakeFeeds _feeds = null!;

    public PolledFeedTests() => _client = new(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _feeds = await FakeFeeds.StartAsync();
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
    }

    [Fact]
    public async Task Items_become_records_with_day_and_address_and_the_next_poll_asks_only_for_news()
    {
        _feeds.Says("/rss", Rss(("간담회 개최", "1", "전력이 부족하다고 했다.")), ("ETag", "\"v1\""), ("Last-Modified", "Wed, 01 Oct 2025 00:00:00 GMT"));
        var feed = Feed("/rss");

        var news = Assert.Single(await feed.PollAsync(Token));
        _feeds.Fails("/rss", 304);
        Assert.Empty(await feed.PollAsync(Token));

        Assert.Equal((IntakeOutcome.Imported, "https://example.org/1"), (news.Outcome, news.Path));
        var stored = await _archive.FindRecordAsync(news.Record!, Grade.Classified, Token);
        Assert.Equal(("간담회 개최", new DateOnly(2025, 9, 30)), (stored!.Record.Title, stored.Record.Published));
        Assert.Equal(["https://example.org/1"], stored.Record.Sources);
        var (first, second) = (_feeds.Journal.First().Headers, _feeds.Journal.Last().Headers);
        Assert.Equal("", first.IfNoneMatch.ToString() + first.IfModifiedSince + first.Cookie);
        Assert.Equal(("\"v1\"", "Wed, 01 Oct 2025 00:00:00 GMT"), (second.IfNoneMatch.ToString(), second.IfModifiedSince.ToString()));
        Assert.Null(Assert.Single(await _archive.ListPlacesAsync(Token)).Fault);
    }

    [Fact]
    public async Task An_item_that_was_changed_is_the_next_version_of_it()
    {
        const string words = "예시부는 24일 세종에서 간담회를 열었다. 홍길동 A사 대표는 “전력이 부족하다”고 말했다.";
        var feed = Feed("/rss");
        _feeds.Says("/rss", Rss(("간담회", "1", words), ("다른 글", "2", "둘째 글의 본문이다.")));
        await feed.PollAsync(Token);
        _feeds.Says("/rss", Rss(("간담회", "1", words + " 차관은 검토하겠다고 답했다."), ("다른 글", "2", "둘째 글의 본문이다.")));

        var news = Assert.Single(await feed.PollAsync(Token));

        Assert.Equal((IntakeOutcome.Updated, 2), (news.Outcome, news.Version));
        Assert.Equal(2, (await _archive.MeasureAsync(Grade.Classified, Token)).Records);
    }

    [Fact]
    public async Task It_is_asked_less_and_less_while_it_fails_and_never_sooner_than_it_wants()
    {
        var feed = Feed("/rss");
        _feeds.Fails("/rss", 500);
        await feed.PollAsync(Token);
        Assert.Equal(Interval * 2, await feed.DueAsync(Token) - _time.GetUtcNow());
        await feed.PollAsync(Token);
        Assert.Equal(Interval * 4, await feed.DueAsync(Token) - _time.GetUtcNow());
        _feeds.Fails("/rss", 429, ("Retry-After", "86400"));
        await feed.PollAsync(Token);
        Assert.Equal(TimeSpan.FromDays(1), await feed.DueAsync(Token) - _time.GetUtcNow());
        _feeds.Fails("/rss", 503, ("Retry-After", "Fri, 03 Oct 2025 01:00:00 GMT"));
        await feed.PollAsync(Token);
        Assert.Equal(TimeSpan.FromDays(2), await feed.DueAsync(Token) - _time.GetUtcNow());
        Assert.Contains("503", Assert.Single(await _archive.ListPlacesAsync(Token)).Fault, StringComparison.Ordinal);

        Assert.Equal(await feed.DueAsync(Token), await Feed("/rss").DueAsync(Token));
        _feeds.Says("/rss", Rss(("글", "1", "본문이다.")));
        Assert.Single(await feed.PollAsync(Token));
        Assert.Equal(Interval, await feed.DueAsync(Token) - _time.GetUtcNow());
    }

    [Theory]
    [InlineData("<html><body>로그인</body></html>", "web page")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>&a;</title></item></channel></rss>", "document type")]
    [InlineData("<rss><channel><item><title>글</title>", "cut off")]
    [InlineData("", "empty")]
    public async Task What_is_no_feed_is_told_and_asked_for_again(string body, string reason)
    {
        _feeds.Says("/rss", body, ("ETag", "\"bad\""));
        var feed = Feed("/rss");

        await feed.PollAsync(Token);

        var fault = Assert.Single(await _archive.ListPlacesAsync(Token)).Fault;
        Assert.Contains(reason, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), fault, StringComparison.Ordinal);
        await feed.PollAsync(Token);
        Assert.Equal("", _feeds.Journal.Last().Headers.IfNoneMatch.ToString());
    }

    [Fact]
    public async Task A_body_without_end_and_a_server_that_hangs_are_left()
    {
        _feeds.Answers["/endless"] = async context =>
        {
            var block = new byte[1024 * 1024];
            for (var n = 0; n < 1000 && !context.RequestAborted.IsCancellationRequested; n++) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };
        var asked = new TaskCompletionSource();
        _feeds.Answers["/hangs"] = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        await Feed("/endless").PollAsync(Token);
        var hanging = Feed("/hangs").PollAsync(Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        _time.Advance(TimeSpan.FromSeconds(31));
        await hanging;

        var faults = (await _archive.ListPlacesAsync(Token)).ToDictionary(p => new Uri(p.Address).AbsolutePath, p => p.Fault);
        Assert.Contains("larger than 10 MB", faults["/endless"], StringComparison.Ordinal);
        Assert.Contains("30 seconds", faults["/hangs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_on_loopback_and_to_https_but_to_nothing_else()
    {
        _feeds.Says("/new", Rss(("글", "1", "본문이다.")));
        _feeds.Fails("/old", 301, ("Location", "/new"));
        _feeds.Fails("/away", 302, ("Location", "http://example.org/rss"));
        _feeds.Fails("/file", 302, ("Location", "file:///etc/passwd"));
        _feeds.Fails("/round", 302, ("Location", "/round"));

        Assert.Single(await Feed("/old").PollAsync(Token));
        foreach (var path in (string[])["/away", "/file", "/round"]) Assert.Empty(await Feed(path).PollAsync(Token));

        var faults = (await _archive.ListPlacesAsync(Token)).ToDictionary(p => new Uri(p.Address).AbsolutePath, p => p.Fault);
        Assert.Null(faults["/old"]);
        Assert.Contains("not https", faults["/away"], StringComparison.Ordinal);
        Assert.Contains("not https", faults["/file"], StringComparison.Ordinal);
        Assert.Contains("5 times", faults["/round"], StringComparison.Ordinal);
        Assert.False(FeedClient.IsAllowed(new("http://example.org/rss")));
    }

    [Fact]
    public async Task One_server_is_not_asked_twice_within_ten_seconds()
    {
        _feeds.Says("/a", Rss(("가", "1", "첫째 본문이다.")));
        _feeds.Says("/b", Rss(("나", "2", "둘째 본문이다.")));
        var changed = 0;
        using var poller = new FeedPoller([Feed("/a"), Feed("/b")], _ => Task.FromResult(changed++), _time, NullLogger<FeedPoller>.Instance);
        await poller.StartAsync(Token);

        await UntilAsync(() => changed == 1);
        Assert.Equal(["/a"], _feeds.Journal.Select(j => j.Path));
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return changed == 2;
        });
        Assert.Equal(["/a", "/b"], _feeds.Journal.Select(j => j.Path));
        await poller.StopAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _feeds.DisposeAsync();
        await _archive.DisposeAsync();
        _client.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private static string Rss(params (string Title, string Number, string Words)[] items) =>
        $"<rss version=\"2.0\"><channel>{string.Concat(items.Select(i => $"<item><title>{i.Title}</title><link>https://example.org/{i.Number}</link><pubDate>Tue, 30 Sep 2025 10:00:00 +0900</pubDate><description>{i.Words}</description></item>"))}</channel></rss>";

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var limit = System.Diagnostics.Stopwatch.StartNew(); !isSo(); await Task.Delay(5, Token)) Assert.True(limit.Elapsed < TimeSpan.FromSeconds(60));
    }

    private PolledFeed Feed(string path)
    {
        // The reader lives by the real clock: the process that it watches does.
        var reader = new RecordReader(TimeProvider.System) { Documents = _documents };
        var importer = new Importer(_archive, reader, new(Organisations.Empty), new(Organisations.Empty, PolicyBot.Concerns.Topics.Empty), _time);
        return new(_feeds[path], _archive, importer, _client, _time, Interval, () => 0);
    }
}
