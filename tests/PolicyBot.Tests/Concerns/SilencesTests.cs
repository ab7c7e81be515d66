using PolicyBot.Concerns;
using PolicyBot.Tests.Concerns.English;
using PolicyBot.Tests.Concerns.Korean;

namespace PolicyBot.Tests.Concerns;

/// <summary>What the record says was not answered stays without an answer, whatever else was answered in the room.</summary>
public sealed class SilencesTests
{
    [Theory]
    [InlineData("가나협회는 인허가 기간을 단축해 달라고 요청했다. 산업부는 검토하겠다고 답했다.", 1)]
    [InlineData("가나협회는 인허가 기간을 단축해 달라고 요청했다. 산업부는 인허가 단축에 대해서는 답하지 않았다. 산업부는 이 밖에도 협의하겠다고 답했다.", 0)]
    [InlineData("가나협회는 인허가 절차를 간소화해 달라고 요청했다. 산업부 차관은 즉답을 피했다. 차관은 검토하겠다고 답했다.", 0)]
    [InlineData("가나협회는 인허가 절차를 간소화해 달라고 요청했다. 차관은 즉답을 피했다. 회의 뒤 차관은 인허가 절차를 줄이겠다고 답했다.", 1)]
    [InlineData("가나협회는 송전망 연결이 늦다고 호소했다. 다라협회는 인허가를 단축해 달라고 요청했다. 산업부는 송전망 연결을 앞당기겠다고 답했지만 인허가에 대해서는 언급하지 않았다.", 1)]
    [InlineData("가나협회는 인허가 기간을 단축해 달라고 요청했다. 산업부는 추가 인센티브를 찾아보겠다고 밝혔다.", 0)]
    public void A_point_that_was_passed_over_has_no_reply(string text, int linked) => Assert.Equal(linked, Links(KoreanReading.Read(text)));

    [Theory]
    [InlineData("Association B asked for faster permits. The ministry said it would review the permits.", 1)]
    [InlineData("Association B asked for faster permits. The ministry declined to comment on the permits. It would review the permits rule next year, an aide said.", 0)]
    [InlineData("Association B asked for faster permits. The ministry promised to review them. It did not respond to the point on permits.", 0)]
    [InlineData("Association B asked for faster permits. No answer was given. The ministry said it would look into it.", 0)]
    public void So_in_English(string text, int linked) => Assert.Equal(linked, Links(EnglishReading.Read(text)));

    private static int Links(IReadOnlyList<Statement> statements) => statements.Sum(s => s.RepliesTo.Count);
}
