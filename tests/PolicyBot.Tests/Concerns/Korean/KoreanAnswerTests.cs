using PolicyBot.Concerns;
using static PolicyBot.Tests.Concerns.Korean.KoreanReading;

namespace PolicyBot.Tests.Concerns.Korean;

/// <summary>What answers an ask, what does not, and how far it goes.</summary>
public sealed class KoreanAnswerTests
{
    [Theory]
    [InlineData("가나부 차관은 살펴보겠다고 답했다. 가나부는 다음 주 다라단체와도 만날 예정이다.")]
    [InlineData("가나부 차관은 살펴보겠다고 답했다. 가나부는 7월 초 청년들을 만나기로 했다.")]
    public void Whom_the_ministry_meets_next_answers_nobody(string answers) =>
        Assert.Equal("Request [세금을 낮춰 달라] Organisation (가나협회)\nReply [살펴보겠다] Person (가나부 차관) WillReview", Told("가나협회는 세금을 낮춰 달라고 요청했다. " + answers));

    [Theory]
    [InlineData("다음 회의는 12월 1일 원주에서 열겠습니다.")]
    [InlineData("다음 간담회는 제주에서 개최할 예정입니다.")]
    [InlineData("차기 협의체 회의는 내달 초에 소집하겠습니다.")]
    public void Nor_when_the_same_people_meet_again(string announcement) => Assert.Equal(
        "Request [수련 비용을 지원해 주십시오] Person (홍길동 가나학회 이사장)\nReply [검토하겠습니다] Person (성춘향 제2차관) WillReview",
        Told($"○홍길동 가나학회 이사장 수련 비용을 지원해 주십시오.\n○성춘향 제2차관 검토하겠습니다. {announcement}"));

    [Theory]
    [InlineData("다음 회의에 안을 올리겠습니다.")]
    [InlineData("다음 달에 규정을 고치겠습니다.")]
    public void What_is_done_next_still_does(string answer) =>
        Assert.Contains($"[{answer[..^1]}]", Told($"○홍길동 가나학회 이사장 규정을 고쳐 주십시오.\n○성춘향 제2차관 {answer}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("기재부와 머리를 맞대겠다고 했다.", ReplyStrength.WillReview)]
    [InlineData("기재부와 머리를 맞대기로 했다.", ReplyStrength.WillReview)]
    [InlineData("업계와 해법을 찾겠다고 했다.", ReplyStrength.WillReview)]
    [InlineData("여건상 쉽지 않다고 밝혔다.", ReplyStrength.Declined)]
    [InlineData("지금은 쉽지 않은 상황이라고 밝혔다.", ReplyStrength.Declined)]
    public void Talk_is_no_more_than_talk_and_not_easy_is_no(string answer, ReplyStrength step) =>
        Assert.Equal(step, Read("가나협회는 세액공제를 늘려 달라고 요청했다. 성춘향 가나부 차관은 " + answer)[1].Strength);

    [Theory]
    [InlineData("반대하지 않는다")]
    [InlineData("반대하는 것은 아니다")]
    [InlineData("이의가 없다")]
    public void Who_is_not_against_it_asks_for_nothing(string words)
    {
        var told = Read($"가나협회는 관세 인하를 요청했다. 다라정밀 측은 “관세 인하에 {words}”고 했다. 성춘향 가나부 차관은 관세 인하는 어렵다고 답했다.");

        Assert.Equal([StatementKind.Request, StatementKind.Position, StatementKind.Reply], told.Select(s => s.Kind));
        Assert.Equal([told[0].Id], told[2].RepliesTo);
    }

    [Fact]
    public void Who_spoke_against_it_was_not_turned_down()
    {
        var told = Read("가나칩 홍길동 대표는 의무 비율을 도입해야 한다고 주장했다. 다라칩 이몽룡 대표는 의무 비율에는 부정적이라고 지적했다. 성춘향 가나부 차관은 의무 비율은 수용하기 어렵다고 답했다.");

        Assert.Equal([told[0].Id], told[^1].RepliesTo);
    }

    [Theory]
    [InlineData("수수료 인상 철회는 곤란하다고 답했다.", 0)]
    [InlineData("전시회 지원은 어렵다고 답했다.", 1)]
    [InlineData("이에 대해 수수료 인상 철회는 곤란하다고 답했다.", 0)]
    [InlineData("이에 대해 전시회 지원은 어렵다고 답했다.", 1)]
    public void A_refusal_answers_the_one_that_it_names(string answer, int ask)
    {
        var told = Read("가나협회는 수수료 인상에 반대한다고 말했다. 가나협회는 전시회 지원을 늘려 달라고 요청했다. 성춘향 가나부 차관은 " + answer);

        Assert.Equal([told[ask].Id], told[^1].RepliesTo);
    }

    [Theory]
    [InlineData("중소기업이 사람을 구하기가 쉽지 않다고 말했다.")]
    [InlineData("업계가 원료를 구하기 어렵다고 말했다.")]
    [InlineData("현장에서 숙련공을 찾기가 쉽지 않다고 말했다.")]
    public void Seeing_how_hard_it_is_for_others_refuses_nothing(string words) =>
        Assert.DoesNotContain(Read("가나협회는 인력 지원을 늘려 달라고 요청했다. 성춘향 가나부 차관은 " + words), s => s.Strength == ReplyStrength.Declined);

    [Theory]
    [InlineData("업계가 요구한 인하는 쉽지 않다고 말했다.")]
    [InlineData("기업들이 바라는 인하를 받아들이기가 쉽지 않다고 말했다.")]
    [InlineData("정부가 요금을 내리기가 쉽지 않다고 말했다.")]
    public void What_they_want_being_hard_refuses_it(string words) =>
        Assert.Equal(ReplyStrength.Declined, Read("가나협회는 요금을 내려 달라고 요청했다. 성춘향 가나부 차관은 " + words)[1].Strength);

    [Theory]
    [InlineData("다음 간담회를 통해 개선안을 발표하겠다")]
    [InlineData("다음 회의를 거쳐 개편안을 내놓을 예정이다")]
    [InlineData("다음 설명회를 계기로 상담 창구를 개설하겠다")]
    public void What_a_coming_meeting_brings_is_promised(string promise) =>
        Assert.Contains(Read($"가나협회는 규정을 고쳐 달라고 요청했다. 성춘향 가나부 차관은 {promise}고 밝혔다."), s => s.Kind == StatementKind.Commitment);

    [Fact]
    public void A_round_of_measures_is_no_coming_meeting() =>
        Assert.Equal(StatementKind.Commitment, Read("□ 건의사항\n ○ (가나협회) 2차 피해 예방 안내 확대\n\n□ 답변\n ○ 2차 피해 예방 설명회 개최 예정\n")[^1].Kind);

    [Theory]
    [InlineData("가나협회는 사용후 배터리를 폐기물에서 빼 달라는 건의서를 전달했다.", "빼 달라")]
    [InlineData("가나협회는 요금을 내려 달라는 탄원서를 제출했다.", "내려 달라")]
    [InlineData("가나협회가 심사를 앞당겨 달라는 공문을 보냈다.", "앞당겨 달라")]
    public void A_paper_that_asks_is_an_ask(string text, string end)
    {
        var ask = Assert.Single(Read(text));

        Assert.Equal((StatementKind.Request, "가나협회"), (ask.Kind, ask.Attribution.Names[0]));
        Assert.EndsWith(end, ask.Span.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("그러나 감척 자체를 반대한 것은 아니라고 덧붙였다.")]
    [InlineData("다만 면세를 요구한 것은 아니라고 했다.")]
    public void What_was_not_asked_is_no_ask(string denial) =>
        Assert.Equal("Request [보상 기준을 올려 달라] Organisation (가나연맹)", Told("가나연맹은 보상 기준을 올려 달라고 요구했다. " + denial));

    [Fact]
    public void Answers_listed_behind_all_asks_go_each_to_its_own()
    {
        var told = Read("□ 건의사항\n ○ (가나협회) 중예산 영화 펀드 신설\n ○ (다라협회) 불법 사이트 차단 기간 단축\n\n□ 답변\n ○ 중예산 영화 펀드는 내년에 조성하겠음\n ○ 불법 사이트 차단 방안 검토\n\n□ 향후 계획\n ○ 7월 중 제3차 간담회 개최 예정\n");

        Assert.Equal([[told[0].Id], [told[1].Id]], told.Skip(2).Select(s => s.RepliesTo));
    }

    [Fact]
    public void A_town_that_answers_promises() =>
        Assert.Contains("Commitment [실증 사업을 이달 안에 공고하겠다]", Told("홍길동 대표는 실증 사업을 늘려 달라고 부탁했다. 부산시 성춘향 부시장은 “실증 사업을 이달 안에 공고하겠다”고 화답했다."), StringComparison.Ordinal);
}
