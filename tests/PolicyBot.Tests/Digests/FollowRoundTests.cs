using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Commands;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Digests;

public sealed class FollowRoundTests : IAsyncDisposable
{
    private static readonly Attribution Chunhyang = new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["예시부"], []);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly SqliteArchive _archive;
    private readonly JournalPlatform _platform;
    private DigestProcess _process;

    public FollowRoundTests()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        _platform = new(_time) { Rendered = reply => [TalkingBot.TextOf(reply)] };
        _process = New();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stood_on_record_before_is_no_news_and_what_comes_is_told_once()
    {
        await ImportAsync(Power("old", "전력 공급을 늘려 달라"));
        await _process.FollowAsync();
        await FollowAsync(new(FollowKind.Topic, "power", "전력", Language.Korean));
        await _process.FollowAsync();
        Assert.Empty(_platform.Journal);

        await ImportAsync(Power("new", "변전소를 앞당겨 달라"));
        await _process.FollowAsync();
        await _process.FollowAsync();
        await RestartAsync();
        await _process.FollowAsync();

        Assert.Contains("변전소를 앞당겨 달라", Assert.Single(_platform.Journal).Body, StringComparison.Ordinal);
        Assert.Equal("test/U1", _platform.Journal[0].Lane);
    }

    [Fact]
    public async Task The_same_words_of_the_same_meeting_in_another_record_or_version_are_no_news()
    {
        await _process.FollowAsync();
        await FollowAsync(new(FollowKind.Topic, "power", "전력", Language.Korean));
        await ImportAsync(Power("first", "변전소를 앞당겨 달라"));
        await _process.FollowAsync();
        await ImportAsync(Power("second", "변전소를 앞당겨 달라"));
        await _process.FollowAsync();
        await ImportAsync(Power("first", "변전소를 앞당겨 달라", "전기요금을 낮춰 달라"));
        await _process.FollowAsync();

        Assert.Equal(2, _platform.Journal.Count);
        Assert.Contains("전기요금", _platform.Journal[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("변전소", _platform.Journal[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_big_import_makes_one_message_for_all_that_one_follows()
    {
        await _process.FollowAsync();
        await FollowAsync(new(FollowKind.Topic, "power", "전력", Language.Korean));
        await FollowAsync(new(FollowKind.Person, "성춘향", "성춘향", Language.Korean));
        await ImportAsync([.. Enumerable.Range(0, 450).Select(n => Power($"r{n}", $"{n}번째 변전소를 앞당겨 달라"))]);
        await _process.FollowAsync();

        var body = Assert.Single(_platform.Journal).Body;
        Assert.Contains("450건", body, StringComparison.Ordinal);
        Assert.Equal(2, (body.Length - body.Replace("이 밖에 444건", "", StringComparison.Ordinal).Length) / "이 밖에 444건".Length);
    }

    [Fact]
    public async Task An_import_that_goes_on_is_waited_for()
    {
        await _process.FollowAsync();
        await FollowAsync(new(FollowKind.Topic, "power", "전력", Language.Korean));
        for (var n = 0; n < 5; n++)
        {
            await ImportAsync(Power($"r{n}", $"{n}번째 변전소를 앞당겨 달라"));
            await _process.LookAsync();
        }

        Assert.Empty(_platform.Journal);
        await _process.FollowAsync();
        Assert.Single(_platform.Journal);
    }

    [Fact]
    public async Task A_followed_concern_tells_when_it_is_answered()
    {
        await ImportAsync(Power("first", "변전소를 앞당겨 달라"));
        await _process.FollowAsync();
        var concern = Assert.Single(await _archive.FindStatementsAsync(new(), Token));
        await FollowAsync(new(FollowKind.Concern, concern.Statement.Id.Value, concern.Text, Language.Korean) { RecordId = "first" });
        _time.Advance(TimeSpan.FromHours(1));
        await ImportAsync(Told("first").Says(StatementKind.Request, "변전소를 앞당겨 달라", Chunhyang, "power").Says(StatementKind.Reply, "변전소 시기를 검토하겠다", Ministry, "power", ReplyStrength.WillReview, null, 0).Read());
        await ImportAsync(Power("other", "인허가를 줄여 달라"));
        await _process.FollowAsync();

        var body = Assert.Single(_platform.Journal).Body;
        Assert.Contains("변전소 시기를 검토하겠다", body, StringComparison.Ordinal);
        Assert.DoesNotContain("인허가를", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_destination_may_not_see_is_neither_told_nor_counted()
    {
        await _process.FollowAsync();
        await FollowAsync(new(FollowKind.Topic, "power", "전력", Language.Korean));
        await ImportAsync(new Told("secret", "secret", new(2026, 1, 1), grade: Grade.Sensitive).At("비공개 간담회", new(2025, 12, 30), "세움관", MeetingStatus.Held).Says(StatementKind.Request, "변전소를 앞당겨 달라", Chunhyang, "power").Read());
        await _process.FollowAsync();

        Assert.Empty(_platform.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static Told Told(string id) => new Told(id, id, new(2026, 1, 1)).At("전력 간담회", new(2025, 12, 30), "세움관", MeetingStatus.Held);

    private static ReadRecord Power(string id, params string[] words) => words.Aggregate(Told(id), (told, w) => told.Says(StatementKind.Request, w, Chunhyang, "power")).Read();

    private DigestProcess New() => new(_folder.Path, _archive, _platform, _time);

    private async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = New();
    }

    private async Task FollowAsync(Follow follow)
    {
        _time.Advance(TimeSpan.FromMinutes(20));
        await _process.Store.SaveOrdersAsync([follow.Order(Delivery.To(ChatSamples.Channel(), "U1"), "U1")], Token);
        _time.Advance(TimeSpan.FromMinutes(20));
    }

    private Task<IReadOnlyList<PutResult>> ImportAsync(params ReadRecord[] records) => _archive.PutAsync(records, Token);
}
