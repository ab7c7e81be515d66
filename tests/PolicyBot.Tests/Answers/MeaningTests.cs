using Microsoft.Extensions.Time.Testing;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Prompts;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Answers;

/// <summary>Answers over records whose vectors a service on a loopback socket makes.</summary>
public sealed class MeaningTests : IAsyncLifetime
{
    private static readonly Organisations Organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));
    private static readonly Attribution Together = new(AttributionLevel.Participants, ["참석자들"], []);
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["과학기술정보통신부"], []);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly DenseView _view = new();
    private FakeModel _fake = null!;
    private SqliteArchive _archive = null!;
    private PassageIndex _index = null!;
    private Embeddings _embeddings = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fake = await FakeModel.StartAsync();
        _embeddings = new(new(_fake.Endpoint, "fake", ""), _time, _ => { });
        _archive = SqliteArchive.Open(_folder.Path, Organisations, _time);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await _archive.PutAsync(
        [
            new Told("power", "전력 간담회 결과", new(2025, 7, 25)).At("전력 간담회", new(2025, 7, 24), "한빛홀", MeetingStatus.Held)
                .Says(StatementKind.Request, "전력계통영향평가를 줄여 달라", Together, "power").Says(StatementKind.Concern, "송전선이 모자란다", Together, "power").Read(),
            new Told("permits", "인허가 간담회 결과", new(2025, 8, 6)).At("인허가 간담회", new(2025, 8, 5), "세움관", MeetingStatus.Held)
                .Says(StatementKind.Commitment, "9월까지 인허가 지침을 고치겠다", Ministry, "permits", ReplyStrength.WillPursue)
                .Says(StatementKind.Commitment, "연내 인허가 창구를 만들겠다", Ministry, "permits", ReplyStrength.WillPursue).Read(),
            new Told("secret", "숨은 간담회 결과", new(2025, 8, 6), grade: Grade.Classified).At("숨은 간담회", new(2025, 8, 5), "세움관", MeetingStatus.Held)
                .Says(StatementKind.Concern, "나침반이 흔들린다", Together, "other").Read(),
        ], CancellationToken.None);
        await new IndexFollower(_archive, _index, new(Organisations)).FollowAsync(null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _embeddings.Dispose();
        _index.Dispose();
        await _archive.DisposeAsync();
        await _fake.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Between_statements_that_fit_alike_the_nearer_comes_first()
    {
        await AlikeAsync("약속", "창구");

        Assert.Equal("permits-s0", (await AskAsync("인허가 약속은 무엇인가?", _index)).Points[0].StatementId!.Value);
        Assert.Equal("permits-s1", (await AskAsync("인허가 약속은 무엇인가?", Fused)).Points[0].StatementId!.Value);
    }

    [Fact]
    public async Task A_statement_that_nearly_fits_by_its_words_is_a_point_when_it_is_near()
    {
        await AlikeAsync("누가", "송전선");

        Assert.Equal(["power-s0"], Points(await AskAsync("전력계통영향평가 문제는 누가 제기했나?", _index)));
        Assert.Equal(["power-s0", "power-s1"], Points(await AskAsync("전력계통영향평가 문제는 누가 제기했나?", Fused)));
        Assert.Equal(["power-s0"], Points(await AskAsync("전력계통영향평가 문제는 몇 번 나왔나?", Fused)));
    }

    [Fact]
    public async Task What_has_no_word_to_do_with_the_question_is_no_answer_and_is_shown_as_near()
    {
        await AlikeAsync("파랑새", "송전선");

        var (plain, near) = (await AskAsync("파랑새 문제는 누가 제기했나?", _index), await AskAsync("파랑새 문제는 누가 제기했나?", Fused));

        Assert.Equal((AnswerStatus.NotFound, AnswerStatus.NotFound), (plain.Status, near.Status));
        Assert.Empty(plain.Points);
        Assert.StartsWith(plain.Text, near.Text, StringComparison.Ordinal);
        Assert.Contains("뜻이 가까운", near.Text, StringComparison.Ordinal);
        Assert.Equal("power-s1", near.Points[0].StatementId!.Value);
        Assert.Equal("송전선이 모자란다", near.Citations[0].Quote);
        Assert.DoesNotContain("뜻이 가까운", (await AskAsync("네이버는 파랑새 문제를 제기했나?", Fused)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_shown_is_not_near_either()
    {
        await AlikeAsync("파랑새", "나침반", Clearance.Everything);

        Assert.Contains("나침반", (await AskAsync("파랑새 문제는 누가 제기했나?", Fused, Clearance.Everything)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("나침반", (await AskAsync("파랑새 문제는 누가 제기했나?", Fused)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_leaves_the_answer_as_it_is_by_words()
    {
        await AlikeAsync("누가", "송전선");
        _fake.Fault = Fault.Break;

        Assert.Equal((await AskAsync("전력계통영향평가 문제는 누가 제기했나?", _index)).Text, (await AskAsync("전력계통영향평가 문제는 누가 제기했나?", Fused)).Text);
    }

    private FusedRetriever Fused => new(_index, _view, _embeddings);

    /// <summary>A question with the one word and a passage with the other point the same way, everything else another.</summary>
    private async Task AlikeAsync(string asked, string said, Clearance? clearance = null)
    {
        _fake.Means = (text, _) => text.Contains(said, StringComparison.Ordinal) || text.Contains(asked, StringComparison.Ordinal) ? [1, 0] : [0, 1];
        using var file = VectorFile.Open(_folder.Path);
        using var follower = new VectorFollower(_archive, new(Organisations), _embeddings, file, _view, clearance ?? Clearance.Open, _time);
        Assert.Null(await follower.FollowAsync(Token));
    }

    private Task<Answer> AskAsync(string question, IRetriever retriever, Clearance? clearance = null) =>
        new ExtractiveAnswerer(_archive, retriever, AskedArchive.Reader, _time, TimeZoneInfo.Utc).AnswerAsync(question, clearance ?? Clearance.Open, Token);

    private static IEnumerable<string> Points(Answer answer) => answer.Points.Select(p => p.StatementId!.Value);
}
