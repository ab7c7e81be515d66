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
    [InlineData("Who raised power supply?", "1,200 statements on this topic from 240 meetings, 2023-01-02 ~ 2023-08-29", "{0:N0} more on record")]
    public async Task All_of_it_is_counted_though_not_all_is_looked_at(string question, string all, string more)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));

        var answer = await new ExtractiveAnswerer(_archive, _index, AskedArchive.Reader, time, TimeZoneInfo.Utc).AnswerAsync(question, Clearance.Open, TestContext.Current.CancellationToken);

        Assert.Contains(all, answer.Text, StringComparison.Ordinal);
        var written = answer.Text.Split("전력이 모자란다").Length - 1;
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, more, (Meetings * Each) - written), answer.Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static ReadRecord Telling(int n)
    {
        var day = new DateOnly(2023, 1, 2).AddDays(n);
        var told = new Told($"r{n:000}", $"{n}번째 결과", day).At($"{n}번째 간담회", day, "세종", MeetingStatus.Held);
        foreach (var i in Enumerable.Range(0, Each)) told.Says(StatementKind.Concern, $"{n}차 {i}호 전력이 모자란다", new(AttributionLevel.Organisation, [$"{n}-{i}번사"], []), "power");
        return told.Read();
    }
}
