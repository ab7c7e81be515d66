using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Tests.Meetings;
using PolicyBot.Tests.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Answers;

/// <summary>What a model may put at the head of a brief; a digest's goes the same way.</summary>
public sealed class TopLinesTests(BriefedArchive archive) : IClassFixture<BriefedArchive>
{
    private const string Meeting = "데이터센터 후속 간담회";

    [Fact]
    public async Task Sentences_that_stand_come_with_speaker_strength_and_proof_above_everything_else()
    {
        var plain = await archive.BriefAsync(Meeting);

        var brief = await plain.PhrasedAsync(Lines(ScriptedModel.Phrasing(words => words)), Language.Korean, null, TestContext.Current.CancellationToken);

        Assert.Contains("• 과학기술정보통신부: 9월까지 인허가 지침을 고치겠다 (추진하겠다) [august-s1]", brief.Phrased);
        Assert.Contains("• 성춘향 가나클라우드 대표: 인허가 절차를 줄여 달라 [august-s0]", brief.Phrased);
        var (with, without) = (BriefedArchive.Text(brief).Split('\n'), BriefedArchive.Text(plain).Split('\n'));
        Assert.Equal(without, with.Where(line => !brief.Phrased.Contains(line)));
        Assert.Equal(without.Length + brief.Phrased.Count, with.Length);
    }

    [Theory]
    [InlineData("가나클라우드가 전력 공급을 요청했다")]
    [InlineData("See http://evil.example")]
    [InlineData("이미 모두 결정했다")]
    public async Task A_lie_leaves_the_brief_as_it_was(string lie)
    {
        var plain = await archive.BriefAsync(Meeting);

        var brief = await plain.PhrasedAsync(Lines(ScriptedModel.Phrasing(_ => lie)), Language.Korean, null, TestContext.Current.CancellationToken);

        Assert.Equal(BriefedArchive.Text(plain), BriefedArchive.Text(brief));
    }

    [Fact]
    public async Task A_model_that_does_not_answer_leaves_the_brief_as_it_was()
    {
        var plain = await archive.BriefAsync(Meeting);
        var model = new ScriptedModel((_, _) => throw new ModelUnavailableException("it sleeps"));

        Assert.Empty((await plain.PhrasedAsync(Lines(model), Language.Korean, null, TestContext.Current.CancellationToken)).Phrased);
    }

    [Fact]
    public async Task What_was_said_together_and_what_is_graded_too_high_is_not_sent()
    {
        var model = ScriptedModel.Phrasing(words => words);
        var plain = await archive.BriefAsync(Meeting, Grade.Classified);

        await plain.PhrasedAsync(Lines(model), Language.Korean, null, TestContext.Current.CancellationToken);

        var sent = ((List<Dictionary<string, object>>)Assert.Single(model.Asked).Inputs["statements"]).ConvertAll(s => (string)s["words"]);
        Assert.DoesNotContain("해외 서버 이전을 고민한다", sent);
        Assert.DoesNotContain(sent, words => words.Contains("전력", StringComparison.Ordinal));
    }

    private static TopLines Lines(ILanguageModel model) => new(model, new Gate(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics)), Grade.Open);
}
