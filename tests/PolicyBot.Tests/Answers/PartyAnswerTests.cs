using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>Whoever is asked about gets his own words, a denial as narrow as the question, and never another's.</summary>
public sealed class PartyAnswerTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Fact]
    public async Task The_word_for_a_meeting_hides_nothing_that_a_company_said()
    {
        var answer = await archive.AskAsync("8월 5일 간담회에서 성춘향 대표는 무엇을 요청했나?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("가나클라우드는 무슨 말을 했나?")]
    [InlineData("성춘향 대표는 무슨 말을 했지?")]
    public async Task What_words_were_said_asks_for_everything_said(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.Contains("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("기록에 없습니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_companies_are_told_apart()
    {
        var answer = await archive.AskAsync("가나클라우드와 다라전자가 요청한 것은?");

        Assert.Contains("가나클라우드의 발언으로 기록된 것은 1건", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("다라전자의 발언으로 기록된", answer.Text, StringComparison.Ordinal);
        Assert.Contains("다라전자가 직접 그렇게 말했다는 내용이 없습니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_silent_in_that_time_is_not_said_to_be_silent_for_ever()
    {
        var answer = await archive.AskAsync("가나클라우드는 2024년에 무엇을 요구했나?");

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("물으신 내용과 기간으로는 가나클라우드의 발언이 기록에 없습니다", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-07-24", answer.Text.Split("기록에서 찾지")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_nobody_knows_is_denied_by_name()
    {
        var answer = await archive.AskAsync("홍길순 대표는 인허가 절차를 줄여 달라고 요청했나?");

        Assert.StartsWith("홍길순 대표의 발언은 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ministry_that_did_not_ask_is_not_said_to_have_asked()
    {
        var answer = await archive.AskAsync("과기정통부가 대학원 정원을 요구했나?");

        Assert.StartsWith("과기정통부의 발언은 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_bodys_reply_is_announced_as_anothers()
    {
        var answer = await archive.AskAsync("국토교통부는 전력 공급 요청에 뭐라고 답했나?");

        Assert.StartsWith("국토교통부가 한 답변은 이 문제로는 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_said_nothing_on_the_subject_is_shown_with_what_he_said_otherwise()
    {
        var answer = await archive.AskAsync("가나클라우드는 대학원 정원 문제를 뭐라고 했나?");

        Assert.StartsWith("가나클라우드가 이 문제를 말한 것은 기록에 없습니다. 다른 발언은 다음과 같습니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("대학원 정원을 늘려 달라", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_of_the_body_asked_about_is_not_announced_as_anothers()
    {
        // The reply's own words say nothing of what was asked; the concern that it answers does.
        var answer = await archive.AskAsync("과기정통부는 절차를 줄여 달라는 건의에 뭐라고 답했나?");

        Assert.DoesNotContain("다른 쪽의 답변", answer.Text, StringComparison.Ordinal);
        Assert.Contains("9월까지 인허가 지침을 고치겠다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_how_a_party_was_answered_nobody_elses_replies_are_told()
    {
        var answer = await archive.AskAsync("How did the ministry respond to 다라전자?");

        Assert.DoesNotContain("9월까지", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_who_said_nothing_on_what_was_raised_is_named_as_silent()
    {
        var answer = await archive.AskAsync("대학원 정원에 대해 홍길동 의원이 뭐라고 했나?");

        Assert.StartsWith("홍길동 의원이 이 문제로 한 말은 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("대학원 정원을 늘려 달라", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_before_an_office_is_not_taken_for_its_holder()
    {
        var answer = await archive.AskAsync("전력 공급 문제에 장관은 뭐라고 답했나?");

        Assert.DoesNotContain("문제에 장관", answer.Text, StringComparison.Ordinal);
        Assert.Contains("전력 공급 방안을 검토하겠다", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9월까지 하기로 한 약속은?", "약속으로 기록된 것은 1건입니다.")]
    [InlineData("What was promised by September?", "1 commitment on record.")]
    public async Task A_promise_is_asked_for_by_the_day_on_which_it_is_due(string question, string lead)
    {
        var answer = await archive.AskAsync(question);

        Assert.StartsWith(lead, answer.Text, StringComparison.Ordinal);
        Assert.Contains("9월까지 인허가 지침을 고치겠다", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("연내 인허가 창구", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_no_promise_has_is_said_before_the_other_promises()
    {
        var answer = await archive.AskAsync("3월까지 하기로 한 약속은?");

        Assert.StartsWith("그때까지로 기한이 적힌 것은 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("연내 인허가 창구", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_answered_in_one_of_two_records_of_its_meeting_is_not_open()
    {
        var answer = await archive.AskAsync("답변이 없는 요청은 무엇인가?");

        Assert.DoesNotContain("전력 공급을 늘려 달라", answer.Text, StringComparison.Ordinal);
        Assert.Contains("대학원 정원을 늘려 달라", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_party_raised_that_is_still_open_is_told_apart_from_what_was_answered()
    {
        var open = await archive.AskAsync("이몽룡 교수가 요청한 것 중 아직 답이 없는 것은?");
        var answered = await archive.AskAsync("가나클라우드가 요청한 것 중 아직 답이 없는 것은?");

        Assert.Contains("기록에 답변이 없는 것은 1건", open.Text, StringComparison.Ordinal);
        Assert.Contains("대학원 정원을 늘려 달라", open.Text, StringComparison.Ordinal);
        Assert.Contains("가나클라우드의 우려·요청 1건 가운데 답변이 없는 것은 기록에 없습니다", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_name_does_not_yield_the_known_name_it_begins_with()
    {
        var answer = await archive.AskAsync("Did Samsung Heavy Industries ask for tax credits?");

        Assert.StartsWith("Nothing is on record from Samsung Heavy Industries.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("from Samsung.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_announced_and_never_reported_is_not_said_to_come_once_its_day_is_past()
    {
        var answer = await archive.AskAsync("보안 인재 간담회 장소는 어디였나?", now: new DateTimeOffset(2025, 11, 1, 1, 0, 0, TimeSpan.Zero));

        Assert.Contains("개최 여부 확인 안 됨", answer.Text, StringComparison.Ordinal);
    }
}
