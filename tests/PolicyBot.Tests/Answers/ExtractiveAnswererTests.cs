using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Text;

namespace PolicyBot.Tests.Answers;

public sealed partial class ExtractiveAnswererTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private static readonly string[] Speakers = ["성춘향", "이몽룡", "Mary Major", "가나클라우드", "다라전자", "마바데이터", "Example Robotics", "라마대학교"];

    public static TheoryData<string> Questions { get; } =
    [
        "전력 문제는 누가 제기했나?", "가나클라우드는 무엇을 요구했지?", "다라전자가 전력 공급을 요청했나?", "다라전자는 무엇을 요청했나?", "인허가 요청에 뭐라고 답했나?", "우리가 약속한 것과 기한은?",
        "인허가 지침을 고치기로 결정했나?", "아직 답이 없는 건의는?", "전력 문제는 몇 번 나왔나?", "7월 24일 간담회에서 나온 우려 정리해 줘", "24일 인재 간담회에서 나온 건의 정리해 줘", "다음 간담회는 언제인가?",
        "데이터센터 간담회에 누가 참석했나?", "성춘향 대표는 무엇을 요청했나?", "화성 탐사는 누가 요구했나?", "Who raised power supply?", "What did Mary Major ask for?", "Did Example Robotics ask for power supply?",
        "What did the ministry promise and by when?", "Which requests are still unanswered?", "Who attended the robot tax roundtable?", "민원 이야기는 누가 했나?", "",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_number_has_its_citation_and_every_quote_is_verbatim(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(c => c.N));
        Assert.All(Marks().Matches(answer.Text), m => Assert.InRange(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1, answer.Citations.Count));
        Assert.All(answer.Points, p => Assert.NotEmpty(p.Citations));
        Assert.All(answer.Points.SelectMany(p => p.Citations), n => Assert.InRange(n, 1, answer.Citations.Count));
        foreach (var citation in answer.Citations)
        {
            var record = AskedArchive.Records.Single(r => r.Record.Id == citation.RecordId).Record;
            Assert.Equal(citation.Quote, record.Text[citation.Start..citation.End]);
            Assert.Equal((record.Title, record.Published, record.Sources[0]), (citation.Title, citation.Date, citation.Url));
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_point_carries_the_attribution_of_its_statement(string question)
    {
        var statements = AskedArchive.Records.SelectMany(r => r.Statements).ToDictionary(s => s.Id);

        var answer = await archive.AskAsync(question);

        foreach (var point in answer.Points.Where(p => p.StatementId is not null))
        {
            var statement = statements[point.StatementId!];
            Assert.Equal((statement.Attribution.Level, statement.Kind, statement.Strength), (point.Attribution.Level, point.Kind, point.Strength));
            Assert.Equal(statement.Attribution.Names, point.Attribution.Names);
            Assert.Contains(answer.Citations, c => point.Citations.Contains(c.N) && c.RecordId == statement.RecordId && c.Start == statement.Span.Start && c.End == statement.Span.End);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_text_names_nobody_but_speakers_present_and_asked(string question)
    {
        var answer = await archive.AskAsync(question);

        var proof = answer.Points.SelectMany(p => p.Attribution.Names.Concat(p.Attribution.Present)).Concat(answer.Citations.Select(c => c.Quote)).Append(question).ToList();
        var named = Speakers.Where(s => answer.Text.Contains(s, StringComparison.Ordinal));
        Assert.All(named, name => Assert.Contains(proof, p => p.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_participants_said_together_is_nobodys_own()
    {
        var answer = await archive.AskAsync("전력 공급은 누가 요청했나?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.StartsWith("제기한 쪽: 참석자들이 함께 (2025-07-24)", answer.Text, StringComparison.Ordinal);
        Assert.Contains("참석: 가나클라우드, 다라전자, 마바데이터 (누가 말했는지는 기록에 없음)", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Points.Where(p => p.Kind == StatementKind.Request), p => Assert.Equal(AttributionLevel.Participants, p.Attribution.Level));
    }

    [Fact]
    public async Task One_meeting_told_twice_is_cited_twice_and_counted_once()
    {
        var answer = await archive.AskAsync("전력 공급은 누가 요청했나?");

        var request = Assert.Single(answer.Points, p => p.Kind == StatementKind.Request);
        Assert.Equal(["july", "july-again"], request.Citations.Select(n => answer.Citations[n - 1].RecordId.Value).Order());
        Assert.StartsWith("회의 1곳에서 1건", (await archive.AskAsync("전력 공급 요청은 몇 번 나왔나?")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("다라전자가 전력 공급을 요청했나?")]
    [InlineData("다라전자가 정말 전력 공급을 늘려 달라고 했나?")]
    public async Task Did_one_of_them_ask_is_answered_with_what_the_record_supports(string question)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("직접 그렇게 말했다는 내용이 없습니다", answer.Text, StringComparison.Ordinal);
        Assert.Contains("참석은 발언이 아닙니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_company_asked_stands_apart_from_what_was_asked_together()
    {
        var answer = await archive.AskAsync("가나클라우드는 무엇을 요구했지?");

        var parts = answer.Text.Split("이와 따로");
        Assert.StartsWith("가나클라우드의 발언으로 기록된 것은 1건입니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("인허가 절차를 줄여 달라", parts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("전력 공급을 늘려 달라", parts[0], StringComparison.Ordinal);
        Assert.Contains("전력 공급을 늘려 달라", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_shown_at_its_strength()
    {
        var answer = await archive.AskAsync("전력 공급 요청에 뭐라고 답했나?");

        Assert.Contains("“전력 공급 방안을 검토하겠다” (검토하겠다)", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("추진", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promises_tell_which_deadline_is_past()
    {
        var answer = await archive.AskAsync("인허가에 대해 우리가 약속한 것과 기한은?");

        Assert.Contains("기한 9월까지 → 2025-09-30 지남", answer.Text, StringComparison.Ordinal);
        Assert.Contains("기한 연내 → 2025-12-31)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_was_only_pursued_is_not_confirmed()
    {
        var answer = await archive.AskAsync("인허가 지침을 고치기로 결정했나?");

        Assert.StartsWith("결정하거나 시행했다는 말은 기록에 없습니다.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("추진하겠다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_lists_what_has_no_reply_and_nothing_else()
    {
        var answer = await archive.AskAsync("아직 답이 없는 건의는?");

        Assert.Contains("주민 민원이 사업을 막는다", answer.Text, StringComparison.Ordinal);
        Assert.Contains("tax credits for robot makers", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
        Assert.Contains("기록 5건을 살폈습니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_answered_is_said_to_have_no_reply()
    {
        var answer = await archive.AskAsync("주민 민원 우려에 뭐라고 답했나?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("기록에 답변은 없습니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_keeps_to_the_meeting_that_is_meant()
    {
        var answer = await archive.AskAsync("7월 24일 인재 간담회에서 나온 건의 정리해 줘");

        Assert.Contains("대학원 정원을 늘려 달라", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("전력 공급", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_day_means_the_last_such_meeting_on_record()
    {
        var answer = await archive.AskAsync("5일 간담회에서 나온 건의 정리해 줘");

        Assert.Contains("2025-08-05 인허가 현장 간담회", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-07-24", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_and_past_meetings_are_told_apart()
    {
        var next = await archive.AskAsync("다음 간담회는 언제인가?");
        var attended = await archive.AskAsync("인허가 현장 간담회에 누가 참석했나?");

        Assert.Contains("2025-10-20 보안 인재 간담회, 새빛홀", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-08-05", next.Text, StringComparison.Ordinal);
        Assert.Contains("참석: 성춘향", attended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("다라전자", attended.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("화성 탐사는 누가 요구했나?", "기록 5건(2025-07-24 ~ 2025-09-20)을 살폈습니다")]
    [InlineData("Who asked for Mars missions?", "5 records were searched (2025-07-24 to 2025-09-20)")]
    public async Task What_is_not_there_is_said_with_count_and_period(string question, string said)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Citations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("?!…")]
    [InlineData("\u200B\u202E\uFEFF")]
    public async Task A_question_without_a_word_is_refused(string question) =>
        Assert.Equal(AnswerStatus.Refused, (await archive.AskAsync(question)).Status);

    [Fact]
    public async Task A_question_longer_than_anybody_asks_is_refused_with_the_limit()
    {
        var answer = await archive.AskAsync(string.Concat(Enumerable.Repeat("전력은 ", 50_000)));

        Assert.Equal(AnswerStatus.Refused, answer.Status);
        Assert.Contains("2,000자", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("전\u200B력 공급은\u0000 누가 \u202E요청했나?")]
    [InlineData("전력\r\n공급은\u3000누가\t요청했나?")]
    public async Task What_a_reader_does_not_see_changes_nothing(string question) =>
        Assert.Equal((await archive.AskAsync("전력 공급은 누가 요청했나?")).Text, (await archive.AskAsync(question)).Text);

    [Theory]
    [InlineData("인허가 절차는 누가 요청했나?", Language.Korean, "제기한 쪽")]
    [InlineData("Who asked about permits?", Language.English, "Raised by")]
    public async Task An_answer_is_in_the_language_of_the_question_and_quotes_in_that_of_the_record(string question, Language language, string lead)
    {
        var answer = await archive.AskAsync(question);

        Assert.Equal((AnswerStatus.Answered, language), (answer.Status, answer.Language));
        Assert.StartsWith(lead, answer.Text, StringComparison.Ordinal);
        Assert.Contains("인허가 절차를 줄여 달라", answer.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[([0-9]+)\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
