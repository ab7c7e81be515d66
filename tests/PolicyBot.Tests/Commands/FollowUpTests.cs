using PolicyBot.Answers;
using PolicyBot.Records;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Commands;

public sealed class FollowUpTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private static readonly DateOnly Today = new(2025, 10, 1);

    /// <summary>First question, second question, and the words that the second one must then contain.</summary>
    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 정부는 뭐라고 답했어?", "전력")]
    [InlineData("전력 문제는 누가 제기했나?", "언제였지?", "전력")]
    [InlineData("전력 문제는 누가 제기했나?", "뭐라고 답했나?", "전력")]
    [InlineData("전력 문제는 누가 제기했나?", "답변은 있었어?", "전력")]
    [InlineData("전력 문제는 누가 제기했나?", "전에도 나왔나?", "전력")]
    [InlineData("전력 문제는 누가 제기했나?", "과기정통부는 뭐라고 답했나?", "전력|과기정통부")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 인허가는?", "인허가|누가 제기")]
    [InlineData("전력 문제는 누가 제기했나?", "인허가는?", "인허가|누가 제기")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 삼성SDS는?", "삼성SDS|전력|요구")]
    [InlineData("전력 문제는 누가 제기했나?", "가나클라우드는?", "가나클라우드|전력|요구")]
    [InlineData("전력 문제는 누가 제기했나?", "그럼 가나클라우드는 뭐라고 했어?", "가나클라우드|전력")]
    [InlineData("가나클라우드는 인허가에 대해 무엇을 요구했나?", "그럼 정부는 뭐라고 답했어?", "가나클라우드|인허가")]
    [InlineData("가나클라우드는 무엇을 요구했지?", "다라전자는?", "다라전자|요구")]
    [InlineData("가나클라우드는 전력에 대해 무엇을 요구했나?", "인허가는?", "가나클라우드|인허가")]
    [InlineData("인허가 요청에 뭐라고 답했나?", "그건 누가 요청했어?", "인허가")]
    [InlineData("7월 24일 인재 간담회에서 나온 건의 정리해 줘", "그 간담회에 누가 참석했어?", "7월 24일|인재|참석")]
    [InlineData("Who raised power supply?", "and what did they answer?", "power")]
    [InlineData("Who raised power supply?", "What did the ministry say?", "power")]
    [InlineData("Who raised power supply?", "When was that?", "power")]
    [InlineData("Who raised power supply?", "What about Samsung SDS?", "Samsung SDS|power|ask")]
    [InlineData("Who raised power supply?", "And permits?", "permits|Who raised")]
    [InlineData("Who raised power supply?", "What about talent?", "talent|Who raised")]
    [InlineData("Who raised power supply?", "Who else?", "power")]
    [InlineData("Who raised power supply?", "Has it come up before?", "power")]
    [InlineData("What did Mary Major ask for?", "and what did the ministry answer?", "Mary Major")]
    [InlineData("What did Mary Major ask for?", "What about Samsung SDS?", "Samsung SDS|ask for")]
    [InlineData("What did Mary Major say about tax credits?", "and about permits?", "permits|Mary Major")]
    public async Task What_a_follow_up_leaves_open_comes_from_its_thread(string first, string second, string words)
    {
        var read = await CompleteAsync(second, await ContextAsync(first));

        Assert.All(words.Split('|', StringSplitOptions.RemoveEmptyEntries), w => Assert.Contains(w, read.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(words.Length > 0, read.Inherited);
    }

    [Theory]
    [InlineData("인허가 요청에 뭐라고 답했나?")]
    [InlineData("인재 문제는 누가 제기했나?")]
    [InlineData("그럼 인재 문제는 누가 제기했나?")]
    [InlineData("다라전자는 무엇을 요청했나?")]
    [InlineData("아직 답이 없는 건의는?")]
    [InlineData("다음 간담회는 언제인가?")]
    [InlineData("우리가 약속한 것과 기한은?")]
    [InlineData("7월 24일 간담회에서 나온 우려 정리해 줘")]
    [InlineData("성춘향 대표는 무엇을 요청했나?")]
    [InlineData("세제 지원은 몇 번 나왔나?")]
    [InlineData("그런데 주민 민원은 누가 말했나?")]
    [InlineData("Who asked about permits?")]
    [InlineData("So who asked about permits?")]
    [InlineData("What did Mary Major ask for?")]
    [InlineData("Which requests are still unanswered?")]
    [InlineData("When is the next meeting?")]
    [InlineData("Is there any concern about local complaints?")]
    [InlineData("What did the ministry promise and by when?")]
    [InlineData("Who attended the robot tax roundtable?")]
    [InlineData("What was the reply on tax credits?")]
    public async Task A_whole_question_takes_nothing_from_its_thread(string question)
    {
        foreach (var first in (string[])["전력 문제는 누가 제기했나?", "Who raised power supply on 24 July 2025?"])
        {
            var read = await CompleteAsync(question, await ContextAsync(first));

            Assert.Equal((question, false), (read.Text, read.Inherited));
        }
    }

    [Fact]
    public async Task Without_a_thread_nothing_is_added() => Assert.False((await CompleteAsync("그럼 정부는 뭐라고 답했어?", null)).Inherited);

    [Fact]
    public async Task What_was_completed_carries_on_to_the_third_question()
    {
        var second = await CompleteAsync("그럼 인허가는?", await ContextAsync("전력 문제는 누가 제기했나?"));
        var third = await CompleteAsync("정부는 뭐라고 답했어?", second.Context);

        Assert.Contains("인허가", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("전력", third.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void A_context_that_cannot_be_read_is_none(string? json) => Assert.Null(ThreadContext.Read(json));

    [Fact]
    public async Task A_context_holds_no_words_of_a_record()
    {
        var context = (await ContextAsync("전력 문제는 누가 제기했나?"))!.With(await archive.AskAsync("인허가는 누가 제기했나?"));

        Assert.Equal("2025-08-05", context.MeetingDay);
        Assert.DoesNotContain("절차", context.Write(), StringComparison.Ordinal);
        Assert.Equivalent(context, ThreadContext.Read(context.Write()));
    }

    private async Task<ThreadContext?> ContextAsync(string question) => (await CompleteAsync(question, null)).Context;

    private Task<SelfContained> CompleteAsync(string question, ThreadContext? context) =>
        new FollowUps(archive.Archive, archive.Retriever, AskedArchive.Reader, null).CompleteAsync(question, context, Today, Grade.Open, TestContext.Current.CancellationToken);
}
