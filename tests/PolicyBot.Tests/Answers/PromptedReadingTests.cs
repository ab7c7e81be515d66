using PolicyBot.Answers;
using PolicyBot.Records;

namespace PolicyBot.Tests.Answers;

/// <summary>What a model may read into a follow-up. Whatever it may not leaves the rules' reading.</summary>
public sealed class PromptedReadingTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private static readonly DateOnly Today = new(2025, 10, 1);

    /// <summary>First question, follow-up, the model's reading.</summary>
    [Theory]
    [InlineData("7월 24일 간담회에서 전력 공급은 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "7월 24일 간담회의 전력 공급에 대해 정부는 뭐라고 답했나?")]
    [InlineData("가나클라우드는 인허가에 대해 무엇을 요구했나?", "그 회사는 전력에 대해 무엇을 요구했지?", "가나클라우드는 전력에 대해 무엇을 요구했지?")]
    [InlineData("과기정통부는 전력 공급에 뭐라고 답했나?", "인허가에는 뭐라고 답했어?", "과학기술정보통신부는 인허가에 뭐라고 답했나?")]
    [InlineData("Who raised power supply?", "and what did they answer?", "What did they answer on power supply?")]
    [InlineData("Who raised power supply at the data centre roundtable?", "What about permits there?", "Who raised permits at the data centre roundtable?")]
    public async Task A_reading_from_the_words_of_the_thread_counts(string first, string second, string reading)
    {
        var read = await ReadAsync(first, second, ScriptedModel.Reading(reading));

        Assert.Equal((reading, true), (read.Text, read.Inherited));
        Assert.Equal([first, reading], read.Context!.Earlier);
    }

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "삼성SDS의 전력 문제에 정부는 뭐라고 답했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "이몽룡의 전력 문제에 정부는 뭐라고 답했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "2024년 전력 문제에 정부는 뭐라고 답했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "세제 문제에 정부는 뭐라고 답했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "전력 문제는 누가 제기했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "전력 문제에 정부는 뭐라고 답했나? http://a.example")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "What did the government answer on power?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 인허가는?", "전력 문제는 누가 제기했나?")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "")]
    [InlineData("Who raised power supply?", "and what did they answer?", "What did Mary Major answer on power supply?")]
    [InlineData("Who raised power supply?", "and what did they answer?", "What did they answer on power supply in 2024?")]
    public async Task A_reading_that_adds_drops_or_turns_anything_does_not(string first, string second, string reading)
    {
        var ruled = await ReadAsync(first, second, null);

        Assert.Equal(ruled.Text, (await ReadAsync(first, second, ScriptedModel.Reading(reading))).Text);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"question\": 3}")]
    public async Task A_reply_that_is_no_reading_leaves_the_rules(string reply)
    {
        var ruled = await ReadAsync("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", null);

        Assert.Equal(ruled.Text, (await ReadAsync("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", ScriptedModel.Saying(reply))).Text);
    }

    [Fact]
    public async Task The_first_question_of_a_thread_is_not_asked_of_a_model()
    {
        var model = ScriptedModel.Reading("x");

        await FollowUps(model).CompleteAsync("전력 문제는 누가 제기했나?", null, Today, Grade.Open, new([], null), TestContext.Current.CancellationToken);

        Assert.Empty(model.Asked);
    }

    private async Task<SelfContained> ReadAsync(string first, string second, ScriptedModel? model)
    {
        var token = TestContext.Current.CancellationToken;
        var context = (await FollowUps(null).CompleteAsync(first, null, Today, Grade.Open, token)).Context;
        return await FollowUps(model).CompleteAsync(second, context, Today, Grade.Open, new([], null), token);
    }

    private FollowUps FollowUps(ScriptedModel? model) => new(archive.Archive, archive.Retriever, AskedArchive.Reader, model is null ? null : new(model, AskedArchive.Reader));
}
