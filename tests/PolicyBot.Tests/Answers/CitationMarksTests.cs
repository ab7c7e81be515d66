using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Answers;

/// <summary>Every number in an answer has its proof, and every proof its number: also where there is more than an answer shows.</summary>
public sealed partial class CitationMarksTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteArchive _archive = null!;
    private PassageIndex _index = null!;

    public async ValueTask InitializeAsync()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, TimeProvider.System);
        await _archive.PutAsync([.. Enumerable.Range(0, 9).Select(Telling), new Told("quiet", "조용한 자리", new(2025, 5, 2)).At("조선소 간담회", new(2025, 5, 1), "울산", MeetingStatus.Held).Read()], CancellationToken.None);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await new IndexFollower(_archive, _index, new PassageCutter(Organisations.Empty)).FollowAsync(null, CancellationToken.None);
    }

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?")]
    [InlineData("Who raised power supply?")]
    [InlineData("전력 문제에 뭐라고 답했나?")]
    [InlineData("정부가 전력에 대해 약속한 것과 기한은?")]
    [InlineData("아직 답이 없는 건의는?")]
    [InlineData("이음전기는 무엇을 요청했나?")]
    [InlineData("이음전기의 요청 가운데 답변이 없는 것은?")]
    [InlineData("3월 1일 간담회에서 나온 우려 정리")]
    [InlineData("조선소 간담회에서 나온 우려 정리")]
    [InlineData("조선소 간담회에 누가 참석했나?")]
    [InlineData("전력 문제는 몇 번 나왔나?")]
    [InlineData("전력 부족")]
    public async Task The_proofs_are_those_that_the_text_refers_to(string question)
    {
        var answer = await AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        var marks = Mark().Matches(answer.Text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order();
        Assert.Equal(answer.Citations.Select(c => c.N), marks);
        Assert.Equal(answer.Citations.Select(c => c.N), answer.Points.SelectMany(p => p.Citations).Distinct().Order());
    }

    [Fact]
    public async Task What_is_answered_is_counted_as_the_lines_show_it()
    {
        var answer = await AskAsync("전력 문제에 뭐라고 답했나?");

        Assert.StartsWith("기록에 있는 답변은 9건입니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("이 밖에 1건이 더 있습니다.", answer.Text, StringComparison.Ordinal);
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

    /// <summary>Eight asks of one firm and one of another at one meeting, with an answer to the first.</summary>
    private static ReadRecord Telling(int n)
    {
        var day = new DateOnly(2025, 3, 1).AddDays(n);
        var told = new Told($"r{n}", $"{n}번째 결과", day).At($"{n}번째 간담회", day, "세종", MeetingStatus.Held);
        foreach (var i in Enumerable.Range(0, 8)) told.Says(StatementKind.Request, $"{n}차 {i}호기 전력을 늘려 달라", new(AttributionLevel.Organisation, ["이음전기"], []), "power");
        return told
            .Says(StatementKind.Concern, $"{n}차 전력이 모자란다", new(AttributionLevel.Organisation, [$"{n}번공업"], []), "power")
            .Says(StatementKind.Commitment, $"{n}차 전력을 늘리겠다", new(AttributionLevel.Organisation, ["과학기술정보통신부"], []), "power", ReplyStrength.WillPursue, null, 0)
            .Read();
    }

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Mark();
}
