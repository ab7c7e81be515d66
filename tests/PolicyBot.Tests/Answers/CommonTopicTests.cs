using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Answers;

/// <summary>A topic of which the archive holds more than an answer looks at.</summary>
public sealed class CommonTopicTests : IAsyncLifetime
{
    private const int Meetings = 240;
    private const int Each = 5;

    private readonly TemporaryFolder _folder = new();
    private SqliteArchive _archive = null!;
    private PassageIndex _index = null!;

    public async ValueTask InitializeAsync()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, TimeProvider.System);
        await _archive.PutAsync([.. Enumerable.Range(0, Meetings).Select(Telling)], CancellationToken.None);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await new IndexFollower(_archive, _index, new PassageCutter(Organisations.Empty)).FollowAsync(null, CancellationToken.None);
    }

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", "모두 1,200건(회의 240곳, 2023-01-02 ~ 2023-08-29)", "이 밖에 {0:N0}건이 더")]
    [InlineData("전력 문제", "모두 1,200건(회의 240곳, 2023-01-02 ~ 2023-08-29)", "이 밖에 {0:N0}건이 더")]
    [InlineData("Who raised power supply?", "1,200 statements on this topic from 240 meetings, 2023-01-02 ~ 2023-08-29", "{0:N0} more on record")]
    public async Task All_of_it_is_counted_though_not_all_is_looked_at(string question, string all, string more)
    {
        var answer = await AskAsync(question);

        Assert.Contains(all, answer.Text, StringComparison.Ordinal);
        var written = answer.Text.Split("전력이 모자란다").Length - 1;
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, more, (Meetings * Each) - written), answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("전력 문제에 뭐라고 답했나?", "건 이상입니다.\n이 주제의 답변은 기록에 모두 480건이며, 물으신 것에 가까운 것을 가장 최근 400건에서 골랐습니다.", "건 이상이 더 있습니다")]
    [InlineData("What was the reply on power supply?", " replies on record.\n480 replies on this topic in all; those that fit best were chosen among the newest 400.", "At least ")]
    public async Task Replies_that_were_not_looked_at_are_counted_too(string question, string all, string more)
    {
        var answer = await AskAsync(question);

        Assert.Contains(all, answer.Text, StringComparison.Ordinal);
        Assert.Contains(more, answer.Text.Split('\n')[^1], StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private Task<Answer> AskAsync(string question)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        return new ExtractiveAnswerer(_archive, _index, AskedArchive.Reader, time, TimeZoneInfo.Utc).AnswerAsync(question, Clearance.Open, TestContext.Current.CancellationToken);
    }

    private static ReadRecord Telling(int n)
    {
        var day = new DateOnly(2023, 1, 2).AddDays(n);
        var told = new Told($"r{n:000}", $"{n}번째 결과", day).At($"{n}번째 간담회", day, "세종", MeetingStatus.Held);
        foreach (var i in Enumerable.Range(0, Each)) told.Says(StatementKind.Concern, $"{n}차 {i}호 전력이 모자란다", new(AttributionLevel.Organisation, [$"{n}-{i}번사"], []), "power");
        foreach (var i in Enumerable.Range(0, 2)) told.Says(StatementKind.Reply, $"{n}차 {i}호 증설을 검토하겠다", new(AttributionLevel.Organisation, ["과학기술정보통신부"], []), "power", ReplyStrength.WillReview, null, i);
        return told.Read();
    }
}
