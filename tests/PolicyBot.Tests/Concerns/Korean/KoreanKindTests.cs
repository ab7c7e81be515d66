using PolicyBot.Concerns;

namespace PolicyBot.Tests.Concerns.Korean;

public sealed class KoreanKindTests
{
    [Theory]
    [InlineData("나로협회는 29일 창원에서 열기로 한 2차 포럼을 8월 5일로 연기한다고 밝혔다.")]
    [InlineData("농식품부는 29일 열 예정이던 후속 간담회를 취소한다고 24일 밝혔다.")]
    [InlineData("나로협회는 30일 설명회를 다음 달로 미루기로 했다고 전했다.")]
    public void News_of_a_moved_or_cancelled_meeting_is_no_statement(string text) => Assert.Empty(KoreanReading.Read(text));

    [Fact]
    public void Who_complains_of_a_cancelled_meeting_is_heard() =>
        Assert.Equal("Concern [정부가 간담회를 두 번이나 취소했다] Organisation (나로협회)", KoreanReading.Told("나로협회는 정부가 간담회를 두 번이나 취소했다고 비판했다."));

    [Theory]
    [InlineData("A사는 인증 비용을 지원해 달라고 했다.")]
    [InlineData("A사는 인증 비용을 지원해야 한다고 했다.")]
    [InlineData("A사는 인증 비용 지원이 시급하다고 했다.")]
    [InlineData("A사는 인증 비용을 지원했으면 한다고 했다.")]
    [InlineData("A사는 인증 비용 지원을 건의했다.")]
    public void An_ask_of_a_stakeholder_is_a_request(string text) =>
        Assert.Equal(StatementKind.Request, Assert.Single(KoreanReading.Read(text)).Kind);

    [Theory]
    [InlineData("A사는 “상생 기금을 확대할 계획”이라고 말했다.")]
    [InlineData("A사는 “요금 체계를 나누는 방안을 내부 검토 중”이라고 밝혔다.")]
    public void What_a_stakeholder_plans_himself_is_a_position(string text) =>
        Assert.Equal(StatementKind.Position, Assert.Single(KoreanReading.Read(text)).Kind);

    [Theory]
    [InlineData("A사는 인증 비용이 부담스럽다고 했다.")]
    [InlineData("A사 대표는 “누가 이런 값에 물건을 대겠느냐”고 되물었다.")]
    [InlineData("A사는 지원이 끊기면 공장 문을 닫아야 한다고 토로했다.")]
    [InlineData("A사는 문제가 없는 것은 아니라고 했다.")]
    [InlineData("A사는 작년에도 말했지만 달라진 것이 없다고 했다.")]
    public void A_complaint_in_any_form_is_a_concern(string text) =>
        Assert.Equal(StatementKind.Concern, Assert.Single(KoreanReading.Read(text)).Kind);

    [Theory]
    [InlineData("이몽룡 차관은 장비가 모자랄까 걱정했다.", StatementKind.Position)]
    [InlineData("이몽룡 차관은 기업들에 투자를 늘려 달라고 당부했다.", StatementKind.Request)]
    [InlineData("이몽룡 차관은 “한 창업자가 ‘장비가 없다’고 하더라”고 전했다.", StatementKind.Position)]
    [InlineData("나로협회는 특례 덕분에 출시가 빨라졌다고 평가했다.", StatementKind.Position)]
    public void The_side_of_the_speaker_makes_the_kind(string text, StatementKind expected) =>
        Assert.Equal(expected, Assert.Single(KoreanReading.Read(text)).Kind);

    [Theory]
    [InlineData("A사는 전력 걱정은 없다고 밝혔다.")]
    [InlineData("A사 대표는 불편을 느끼지 못했다고 했다.")]
    [InlineData("나로협회는 추가 예산은 필요하지 않다고 밝혔다.")]
    [InlineData("업계는 인력난이 심각하다고 본다.")]
    [InlineData("A사는 세제 지원을 요구하지는 않았다고 설명했다.")]
    [InlineData("A사 대표는 자리를 마련해 줘 감사하다고 인사했다.")]
    [InlineData("A사 대표는 접수가 언제 시작되는지 물었다.")]
    [InlineData("B사 대표도 같은 생각이라고 했다.")]
    [InlineData("업계에서는 규제가 지나치다는 우려가 나온다.")]
    [InlineData("당시 참석자들은 비용을 걱정했다고 한다.")]
    [InlineData("나로협회는 다음 주 간담회에서 세액공제를 건의할 계획이다.")]
    [InlineData("참석자들은 전력망 확충 방안을 논의했다.")]
    [InlineData("산업부는 다음 달 업계 의견을 듣는 자리를 마련할 예정이다.")]
    [InlineData("A연구원 조사에 따르면 응답자의 절반이 인력 부족을 꼽았다.")]
    [InlineData("지난해 제기된 전력 문제는 올해 해소됐다.")]
    public void Nothing_is_made_of_words_that_raise_nothing(string text) =>
        Assert.Empty(KoreanReading.Read(text));

    [Fact]
    public void A_list_of_asks_is_an_ask_each() =>
        Assert.Equal(
            ["절차 간소화", "요금 인하", "세액공제 연장"],
            Contents("기업 대표들은 절차 간소화, 요금 인하, 세액공제 연장 등을 건의했다."));

    [Fact]
    public void Quotations_end_where_their_marks_end() =>
        Assert.Equal(
            ["규정이 자꾸 바뀐다", "한 해는 그대로 둬 달라"],
            Contents("홍길동 A사 대표는 “규정이 자꾸 바뀐다”며 “한 해는 그대로 둬 달라”고 강조했다."));

    private static IEnumerable<string> Contents(string text) => KoreanReading.Read(text).Select(s => s.Span.Of(text));
}
