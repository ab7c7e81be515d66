using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>Of a firm that no record knows nothing is on record: that is said first, and what others said is told as theirs.</summary>
public sealed class UnknownPartyTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Theory]
    [InlineData("Did Unheard Motors ask for tax credits?", "Nothing is on record from Unheard Motors.\n5 records were searched (2025-07-24 to 2025-09-20).\nOthers did raise this:\n• Mary Major")]
    [InlineData("미지사가 전력 공급을 요청했나?", null)]
    [InlineData("누리로가 전력 공급을 요청했나?", "누리로의 발언은 기록에 없습니다.\n기록 5건(2025-07-24 ~ 2025-09-20)을 살폈습니다.\n이 문제를 말한 다른 쪽은 다음과 같습니다.\n• 참석자들이 함께")]
    [InlineData("새날전력이 전력 공급을 요청했나?", "새날전력의 발언은 기록에 없습니다.\n기록 5건(2025-07-24 ~ 2025-09-20)을 살폈습니다.\n이 문제를 말한 다른 쪽은 다음과 같습니다.\n• 참석자들이 함께")]
    public async Task What_others_said_is_shown_only_after_the_denial_and_as_theirs(string question, string? start)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        if (start is not null) Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
        else Assert.DoesNotContain("발언은 기록에 없습니다", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did Credit Makers ask for?")]
    [InlineData("Did Credit Makers ask for tax credits?")]
    public async Task Who_only_sat_there_said_nothing(string question) =>
        Assert.StartsWith("Nothing is on record from Credit Makers.", (await archive.AskAsync(question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Where_nobody_said_it_the_denial_says_how_far_one_looked()
    {
        var answer = await archive.AskAsync("What did Unheard Motors raise and what answer did they get?");

        Assert.Equal((AnswerStatus.NotFound, 0), (answer.Status, answer.Citations.Count));
        Assert.Equal("Nothing is on record from Unheard Motors.\nNot in the records. 5 records were searched (2025-07-24 to 2025-09-20).", answer.Text);
    }

    [Theory]
    [InlineData("파이저가 세제 지원을 요청했나?", "파이저")]
    [InlineData("세제 지원을 파이저가 요청했나?", "파이저")]
    [InlineData("파이저는 무엇을 말했고 어떤 답을 들었나?", "파이저")]
    [InlineData("코코아는 세액 공제를 요청했나?", "코코아")]
    [InlineData("한빛전력의 요청은 무엇인가?", "한빛전력")]
    [InlineData("Did Pfizer and Merck ask for tax support?", "Pfizer, Merck")]
    [InlineData("Has the Chamber of Example Trade complained about permits?", "Chamber of Example Trade")]
    [InlineData("What are Pfizer's requests?", "Pfizer")]
    [InlineData("What concerns did Pfizer have about permits?", "Pfizer")]
    public void The_one_in_the_place_of_the_speaker_is_asked_about(string question, string names) =>
        Assert.Equal(names, string.Join(", ", AskedArchive.Reader.Read(question, new(2025, 10, 1)).Speakers));

    [Theory]
    [InlineData("업계가 세제 지원을 요청했나?")]
    [InlineData("통신사가 세제 지원을 요청했나?")]
    [InlineData("참가자들은 무엇을 걱정했나?")]
    [InlineData("중소기업이 세제 지원을 요청했나?")]
    [InlineData("인공지능이 일자리를 줄인다고 말했나?")]
    [InlineData("변압기가 부족하다고 말했나?")]
    [InlineData("세탁비가 비싼 문제를 제기했나?")]
    [InlineData("비용을 줄이는 방안을 요구했나?")]
    [InlineData("신용평가 개선을 요청했나?")]
    [InlineData("인허가 건의는 어떤 답을 받았나?")]
    [InlineData("홍길동 사무국장은 무슨 말을 했나?")]
    [InlineData("전력 문제는 누가 제기했나?")]
    [InlineData("개정안의 요구 사항을 말했나?")]
    [InlineData("Did SMEs ask for tax support?")]
    [InlineData("Did AI firms ask for tax support?")]
    [InlineData("Did Minister Major promise tax support?")]
    [InlineData("Did Participants ask for tax support?")]
    public void A_word_for_many_or_for_a_thing_is_nobodys_name(string question) =>
        Assert.Empty(AskedArchive.Reader.Read(question, new(2025, 10, 1)).Speakers);
}
