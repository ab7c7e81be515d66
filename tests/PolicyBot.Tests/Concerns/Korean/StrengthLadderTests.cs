using PolicyBot.Concerns;
using PolicyBot.Concerns.Korean;

namespace PolicyBot.Tests.Concerns.Korean;

public sealed class StrengthLadderTests
{
    [Theory]
    [InlineData("현장의 말씀을 새겨듣겠다", ReplyStrength.Heard)]
    [InlineData("기업인들의 이야기를 경청했다", ReplyStrength.Heard)]
    [InlineData("적극적으로 검토하겠다", ReplyStrength.WillReview)]
    [InlineData("연말까지 살펴보겠다", ReplyStrength.WillReview)]
    [InlineData("관계 부처와 협의하고 있다", ReplyStrength.WillReview)]
    [InlineData("방안을 찾도록 노력하겠다", ReplyStrength.WillReview)]
    [InlineData("도입을 검토하기로 했다", ReplyStrength.WillReview)]
    [InlineData("개정안을 다듬고 있습니다", ReplyStrength.Preparing)]
    [InlineData("연구용역을 발주했다", ReplyStrength.Preparing)]
    [InlineData("서식을 간소화하겠습니다", ReplyStrength.WillPursue)]
    [InlineData("다음 달 공고할 예정이다", ReplyStrength.WillPursue)]
    [InlineData("감면을 추진하기로 했다", ReplyStrength.WillPursue)]
    [InlineData("협의체를 꾸리기로 했다", ReplyStrength.Decided)]
    [InlineData("수수료를 면제하기로 했다", ReplyStrength.Decided)]
    [InlineData("유예안을 의결했다", ReplyStrength.Decided)]
    [InlineData("이미 지난해 창구를 열었다", ReplyStrength.Explained)]
    [InlineData("현행 제도로도 신청할 수 있다", ReplyStrength.Explained)]
    [InlineData("감축은 검토하지 않고 있다", ReplyStrength.Explained)]
    [InlineData("일정은 정해지지 않았다", ReplyStrength.Explained)]
    [InlineData("전면 허용은 시기상조다", ReplyStrength.Declined)]
    [InlineData("요금을 내릴 계획이 없다", ReplyStrength.Declined)]
    [InlineData("수용하기 어렵다", ReplyStrength.Declined)]
    [InlineData("요구를 받아들이지 않기로 했다", ReplyStrength.Declined)]
    public void The_last_verb_makes_the_step(string content, ReplyStrength expected) =>
        Assert.Equal(expected, StrengthLadder.Grade(content));

    [Theory]
    [InlineData("지금이 골든타임이다")]
    [InlineData("격차가 벌어질까 걱정된다")]
    public void An_opinion_has_no_step(string content) => Assert.Null(StrengthLadder.Grade(content));
}
