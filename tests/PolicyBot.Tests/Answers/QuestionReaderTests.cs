using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

public sealed class QuestionReaderTests
{
    private static readonly DateOnly Today = new(2025, 10, 1);

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", QuestionKind.WhoRaised)]
    [InlineData("어느 회사가 인허가 개선을 요청했지?", QuestionKind.WhoRaised)]
    [InlineData("세제 지원을 요구한 곳은 어디인가요?", QuestionKind.WhoRaised)]
    [InlineData("Who raised the power issue?", QuestionKind.WhoRaised)]
    [InlineData("Which companies asked for tax credits?", QuestionKind.WhoRaised)]
    [InlineData("네이버는 무엇을 요구했지?", QuestionKind.WhatRaised)]
    [InlineData("What did NAVER ask for?", QuestionKind.WhatRaised)]
    [InlineData("인허가 건의에 뭐라고 답했나?", QuestionKind.Replied)]
    [InlineData("What did the ministry reply on permits?", QuestionKind.Replied)]
    [InlineData("우리가 약속한 것과 기한은?", QuestionKind.Promised)]
    [InlineData("What did we promise, by when?", QuestionKind.Promised)]
    [InlineData("아직 답이 없는 건의는?", QuestionKind.Unanswered)]
    [InlineData("Which requests are still unanswered?", QuestionKind.Unanswered)]
    [InlineData("24일 간담회에서 나온 우려·건의 정리해 줘", QuestionKind.MeetingSummary)]
    [InlineData("Summarise the meeting of 24 July", QuestionKind.MeetingSummary)]
    [InlineData("다음 간담회는 언제, 어디서?", QuestionKind.Upcoming)]
    [InlineData("When is the next meeting?", QuestionKind.Upcoming)]
    [InlineData("7월 24일 간담회에 누가 참석했나?", QuestionKind.Attended)]
    [InlineData("Who attended the roundtable?", QuestionKind.Attended)]
    [InlineData("이 우려는 전에도 나왔나?", QuestionKind.Count)]
    [InlineData("How often was power supply raised?", QuestionKind.Count)]
    [InlineData("데이터센터 전력 공급", QuestionKind.Free)]
    [InlineData("가나정밀이 제기한 것은?", QuestionKind.WhatRaised)]
    [InlineData("가나정밀이 얘기한 것은?", QuestionKind.WhatRaised)]
    [InlineData("가나항공이 제기한 문제와 답은?", QuestionKind.WhatRaised)]
    [InlineData("다음 간담회는 언제 어디서 열리나?", QuestionKind.Upcoming)]
    [InlineData("업계 간담회는 어디서 열리지?", QuestionKind.Upcoming)]
    [InlineData("지난 간담회는 어디서 열렸나?", QuestionKind.Attended)]
    [InlineData("인허가 처리 기한은?", QuestionKind.Promised)]
    [InlineData("연구 과제 기한은?", QuestionKind.Promised)]
    public void What_is_asked_is_read_in_both_languages(string question, QuestionKind kind) => Assert.Equal(kind, Read(question).Kind);

    [Theory]
    [InlineData("가나항공이 제기한 문제는?")]
    [InlineData("가나항공이 건의한 내용과 답은?")]
    [InlineData("가나항공이 지적한 사항은 무엇인가?")]
    public void What_was_raised_names_no_subject(string question) => Assert.Equal(["가나항공"], Read(question).Terms.Select(t => t.Text));

    [Theory]
    [InlineData("삼성SDS가 세제 지원을 요청했나?", true)]
    [InlineData("차관이 정말 그렇게 말했나?", true)]
    [InlineData("Did Samsung SDS ask for tax support?", true)]
    [InlineData("세제 지원은 누가 요청?", false)]
    [InlineData("Who asked for tax support?", false)]
    public void Asking_for_confirmation_is_noticed(string question, bool verifies) => Assert.Equal(verifies, Read(question).Verifies);

    [Theory]
    [InlineData("삼성SDS는 무엇을 요구했지?", "삼성SDS")]
    [InlineData("삼성 SDS가 뭘 요청했나", "삼성SDS")]
    [InlineData("What did Samsung SDS ask for?", "삼성SDS")]
    public void A_company_goes_by_any_of_its_names(string question, string name) => Assert.Equal(name, Assert.Single(Read(question).Organisations).Name);

    [Theory]
    [InlineData("의료 수가 인상 요구에 뭐라고 답했나?", true)]
    [InlineData("수가는 누가 올려 달라고 했나?", true)]
    [InlineData("세제 지원을 받을 수가 있나?", false)]
    public void What_medicine_is_paid_is_a_subject_and_a_way_to_do_something_is_none(string question, bool subject) =>
        Assert.Equal(subject, Read(question).Terms.Any(t => t.Text == "수가"));

    [Fact]
    public void The_ministry_asked_for_its_answer_is_no_raiser()
    {
        var question = Read("과기정통부는 인허가 건의에 뭐라고 답했나?");

        Assert.Empty(question.Organisations);
        Assert.Equal(["과기정통부"], question.AsWritten.Values);
    }

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", "power")]
    [InlineData("Who raised power supply?", "power")]
    [InlineData("세제 혜택을 누가 요청했지?", "tax")]
    [InlineData("Who asked for tax credits?", "tax")]
    [InlineData("인허가는 누가 건의했나?", "permits")]
    public void Topics_are_read_in_both_languages(string question, string topic) => Assert.Contains(topic, Read(question).Topics);

    [Theory]
    [InlineData("2025년 7월 24일 간담회에서 나온 건의", "2025-07-24", "2025-07-24")]
    [InlineData("지난달 나온 우려는?", "2025-09-01", "2025-09-30")]
    [InlineData("2025년 7월에 나온 우려는?", "2025-07-01", "2025-07-31")]
    [InlineData("What was raised in July 2025?", "2025-07-01", "2025-07-31")]
    [InlineData("7월 1일부터 8월 5일까지 나온 우려는?", "2025-07-01", "2025-08-05")]
    [InlineData("What was raised since July 2025?", "2025-07-01", "2025-10-01")]
    [InlineData("2025년 7월 이후 나온 우려는?", "2025-07-01", "2025-10-01")]
    public void A_period_runs_from_its_first_to_its_last_day(string question, string from, string to)
    {
        var read = Read(question);

        Assert.Equal((DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)), (read.From, read.To));
    }

    [Theory]
    [InlineData("24일 간담회에서 나온 건의", true, true)]
    [InlineData("7월 24일 간담회에서 나온 건의", true, false)]
    [InlineData("2025년 7월 24일 간담회에서 나온 건의", false, false)]
    public void What_a_day_leaves_open_is_left_to_the_archive(string question, bool year, bool month)
    {
        var period = Read(question).Period!;

        Assert.Equal((year, month), (period.AnyYear, period.AnyMonth));
        Assert.True(period.Fits(new(2025, 7, 24)) || !year);
        Assert.False(period.Fits(new(2025, 7, 23)));
    }

    [Theory]
    [InlineData("세제 지원을 하기로 결정했나?")]
    [InlineData("Has the ministry decided on tax support?")]
    public void A_decision_taken_for_granted_is_noticed(string question) => Assert.NotNull(Read(question).Presumed);

    private static Question Read(string question) => AskedArchive.Reader.Read(question, Today);

    [Theory]
    [InlineData("전력이 부족하다” 하지만", "“전력이 부족하다 하지만”")]
    [InlineData("“전력이 부족하다”며", "“‘전력이 부족하다’며”")]
    [InlineData("one\ntwo", "“one two”")]
    public void Shown_words_keep_their_quotation_marks_in_pairs(string words, string shown) => Assert.Equal(shown, Phrases.Quote(words));
}
