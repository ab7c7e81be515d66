using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Answers;

public sealed class PromptedAnswererTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private const string Question = "전력 공급은 누가 제기했고 정부는 뭐라고 답했나?";

    [Fact]
    public async Task A_faithful_model_phrases_and_the_speaker_stays_ours()
    {
        var answer = await AskAsync(words => $"{words.TrimEnd('.')}");

        Assert.Equal(AnswerSource.Model, answer.By);
        Assert.Contains("참석자들이 함께", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“전력 공급을 늘려 달라”", answer.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("가나클라우드가 전력 공급을 늘려 달라고 요청했다")]
    [InlineData("이몽룡 교수가 말했다")]
    [InlineData("See http://evil.example/?q=secret")]
    [InlineData("@everyone 전력")]
    [InlineData("전력 공급을 2030년까지 늘리기로 결정했다")]
    [InlineData("")]
    public async Task A_model_that_lies_changes_nothing_but_the_rules_behind(string lie)
    {
        var plain = await archive.AskAsync(Question);

        var answer = await AskAsync(_ => lie);

        Assert.Equal(AnswerSource.Extractive, answer.By);
        Assert.Equal(plain.Text, answer.Text);
        Assert.Contains(answer.Why!.Rules, rule => rule.StartsWith("model: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"points\": [{\"text\": \"x\", \"statements\": [99]}]}")]
    [InlineData("{\"points\": null}")]
    [InlineData("[]")]
    public async Task A_reply_that_is_not_what_was_asked_for_is_left_out(string reply)
    {
        var answer = await PhraseAsync(ScriptedModel.Saying(reply));

        Assert.Equal(AnswerSource.Extractive, answer.By);
        Assert.Contains(answer.Why!.Rules, rule => rule.Contains("not what was asked for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Points_and_proofs_are_those_of_the_records_whatever_the_model_says()
    {
        var plain = await archive.AskAsync(Question);

        var answer = await AskAsync(words => words);

        Assert.Equal(plain.Points.Select(p => (p.Text, p.StatementId)), answer.Points.Select(p => (p.Text, p.StatementId)));
        Assert.Equal(plain.Citations, answer.Citations);
    }

    [Fact]
    public async Task A_model_that_swaps_names_names_nobody()
    {
        var names = AskedArchive.Records.SelectMany(r => r.Meetings).SelectMany(m => m.Participants).Select(p => p.ToString()).ToList();
        foreach (var name in names)
        {
            var answer = await AskAsync(words => $"{name}: {words}");

            Assert.Equal(AnswerSource.Extractive, answer.By);
        }
    }

    [Fact]
    public async Task What_is_not_on_record_is_not_asked_of_a_model()
    {
        var model = ScriptedModel.Saying("{}");

        var answer = await new PromptedAnswerer(archive.Archive, model, Gate(), Grade.Open).PhraseAsync(await archive.AskAsync("달 기지 임대료는 누가 제기했나?"), Grade.Open, new([], null), null, TestContext.Current.CancellationToken);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task What_the_answer_says_besides_the_quotations_stays()
    {
        var plain = await archive.AskAsync("가나클라우드가 전력 공급을 요청했나?");

        var answer = await PhraseAsync(ScriptedModel.Phrasing(words => words), plain);

        Assert.Equal(AnswerSource.Model, answer.By);
        Assert.Contains("참석은 발언이 아닙니다", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Bare(plain.Text), Bare(answer.Text));

        static string Bare(string text) => text.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_sentences_that_stand_are_shown_while_the_rest_is_coming()
    {
        List<Answer> seen = [];
        var plain = await archive.AskAsync(Question);
        var model = ScriptedModel.Phrasing(words => words.Contains("검토", StringComparison.Ordinal) ? "가나클라우드가 이미 결정했다" : words);

        var answer = await new PromptedAnswerer(archive.Archive, model, Gate(), Grade.Open).PhraseAsync(plain, Grade.Open, new(["console"], null), seen.Add, TestContext.Current.CancellationToken);

        Assert.NotEmpty(seen);
        Assert.All(seen, s => Assert.DoesNotContain("결정", s.Text, StringComparison.Ordinal));
        Assert.All(seen, s => Assert.DoesNotContain("“", s.Text, StringComparison.Ordinal));
        Assert.All(seen, s => Assert.All(s.Citations, c => Assert.Contains($"[{c.N}]", s.Text, StringComparison.Ordinal)));
        Assert.Contains("“전력 공급 방안을 검토하겠다”", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_holds_the_words_that_the_answer_shows_and_no_more_than_its_bound()
    {
        var model = ScriptedModel.Phrasing(words => words);
        var plain = await archive.AskAsync(Question);

        await PhraseAsync(model, plain);

        var statements = (List<Dictionary<string, object>>)Assert.Single(model.Asked).Inputs["statements"];
        Assert.All(statements, s => Assert.Contains((string)s["words"], plain.Text, StringComparison.Ordinal));
        Assert.True(statements.Sum(s => ((string)s["words"]).Length) <= StatementPhrasing.MostCharacters);
    }

    private Task<Answer> AskAsync(Func<string, string> phrase) => PhraseAsync(ScriptedModel.Phrasing(phrase));

    private async Task<Answer> PhraseAsync(ILanguageModel model, Answer? plain = null) =>
        await new PromptedAnswerer(archive.Archive, model, Gate(), Grade.Open).PhraseAsync(plain ?? await archive.AskAsync(Question), Grade.Open, new(["console"], null), null, TestContext.Current.CancellationToken);

    private static Gate Gate() => new(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics));
}
