using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>"What did they raise, and what answer did they get?" is one question: both stand in one answer.</summary>
public sealed class HeardAnswerTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Theory]
    [InlineData("가나클라우드는 무엇을 말했고 어떤 답을 들었나?")]
    [InlineData("가나클라우드는 뭘 요구했고 뭐라고 답변을 받았나?")]
    [InlineData("가나클라우드가 요청한 것과 받은 답은?")]
    [InlineData("가나클라우드의 요청과 그에 대한 답변은?")]
    [InlineData("성춘향 대표는 무엇을 건의했으며 어떤 회신을 받았나?")]
    [InlineData("가나클라우드는 어떤 답을 들었나?")]
    [InlineData("가나클라우드의 요청에 뭐라고 답했나?")]
    [InlineData("과기정통부는 가나클라우드의 인허가 요청에 뭐라고 답했나?")]
    [InlineData("정부는 성춘향 대표에게 뭐라고 답했나?")]
    [InlineData("가나클라우드는 어떤 요구를 했고 정부는 뭐라고 답했나?")]
    [InlineData("가나클라우드가 겪는 어려움은 무엇이고 어떤 답을 받았나?")]
    public async Task What_a_party_raised_is_told_with_the_reply_to_it(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
        Assert.Contains("→ 과학기술정보통신부: “9월까지 인허가 지침을 고치겠다”", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did Example Robotics ask for and what was the reply?")]
    [InlineData("What did Example Robotics raise and what answer did they get?")]
    [InlineData("What did Example Robotics say, and how did the ministry respond?")]
    [InlineData("What answer did Example Robotics get?")]
    [InlineData("What did the ministry reply to Example Robotics?")]
    [InlineData("What was the answer to Example Robotics's request?")]
    public async Task What_has_no_reply_is_said_to_have_none(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.Contains("tax credits for robot makers", answer.Text, StringComparison.Ordinal);
        Assert.Contains("→ no reply on record", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("가나클라우드의 요청에 뭐라고 답했나?")]
    [InlineData("What did the ministry reply to Example Robotics?")]
    public async Task What_was_answered_to_others_is_no_answer_to_a_party(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.DoesNotContain("전력 공급 방안을 검토하겠다", string.Join('\n', answer.Text.Split('\n').TakeWhile(l => !l.StartsWith("이와 따로", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ministry_asked_for_its_answer_is_still_asked_for_that()
    {
        var answer = await archive.AskAsync("과기정통부는 전력 요청에 뭐라고 답했나?");

        Assert.StartsWith("기록에 있는 답변은 1건입니다.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("어떤 요청에 이몽룡 교수가 답을 못 받았나?", "이몽룡 교수의 우려·요청 1건 가운데 기록에 답변이 없는 것은 1건입니다.")]
    [InlineData("이몽룡 교수의 요청 가운데 답변이 없는 것은?", "이몽룡 교수의 우려·요청 1건 가운데 기록에 답변이 없는 것은 1건입니다.")]
    [InlineData("Which of Example Robotics's requests are unanswered?", "Of 1 concerns and requests from Example Robotics, 1 has no reply on record.")]
    public async Task What_of_a_party_is_unanswered_is_told_of_that_party(string question, string start)
    {
        var answer = await archive.AskAsync(question);

        Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
    }
}
