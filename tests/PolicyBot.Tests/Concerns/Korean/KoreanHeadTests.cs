namespace PolicyBot.Tests.Concerns.Korean;

/// <summary>"가상부(장관 홍길동)는": who heads a body stands in brackets behind it.</summary>
public sealed class KoreanHeadTests
{
    [Theory]
    [InlineData("가상부(장관 홍길동)는", "홍 장관은", "가상부(장관 홍길동)")]
    [InlineData("가상부(장관 홍길동)는", "홍길동 장관은", "가상부(장관 홍길동)")]
    [InlineData("가상부(장관 홍길동)는", "장관은", "가상부(장관 홍길동)")]
    [InlineData("가상통상부(장관 홍길동, 이하 가상부)는", "홍 장관은", "가상통상부(장관 홍길동, 이하 가상부)")]
    [InlineData("가상부(제1차관 홍길동)는", "홍 차관은", "가상부(제1차관 홍길동)")]
    [InlineData("가상특허청(청장 김판서)은", "김 청장은", "가상특허청(청장 김판서)")]
    [InlineData("나루협회(회장 성춘향)는", "성 회장은", "나루협회(회장 성춘향)")]
    [InlineData("나루협회(회장: 성춘향)는", "성 회장은", "나루협회(회장: 성춘향)")]
    [InlineData("나루협회(성춘향 회장)는", "성 회장은", "나루협회(성춘향 회장)")]
    [InlineData("나루협회 (회장 성춘향)는", "성 회장은", "나루협회 (회장 성춘향)")]
    [InlineData("나루협회(회장 성춘향)는", "나루협회 회장은", "나루협회(회장 성춘향)")]
    [InlineData("나루협회(회장 성춘향)와 가람협회(회장 변학도)는", "변 회장은", "가람협회(회장 변학도)")]
    [InlineData("가람전자(대표이사 이몽룡)는", "이 대표는", "가람전자(대표이사 이몽룡)")]
    [InlineData("가람수협(조합장 심봉사)은", "심 조합장은", "가람수협(조합장 심봉사)")]
    [InlineData("달그락(대표 성춘향)은", "성 대표는", "달그락(대표 성춘향)")]
    public void The_head_in_brackets_is_found_again(string body, string head, string name)
    {
        var statements = KoreanReading.Read($"{body} 심사가 더디다고 말했다. {head} “인력도 늘려야 한다”고 밝혔다.");

        Assert.Equal(PolicyBot.Concerns.AttributionLevel.Organisation, statements[0].Attribution.Level);
        Assert.Equal((PolicyBot.Concerns.AttributionLevel.Person, name), (statements[^1].Attribution.Level, Assert.Single(statements[^1].Attribution.Names)));
    }

    [Theory]
    [InlineData("나루협회(회장 성춘향)와 가람협회(회장 성나정)는", "성 회장은")]
    [InlineData("가상부(장관 홍길동)와 가람부(장관 홍판서)는", "홍 장관은")]
    [InlineData("가람전자(대표 이몽룡·성춘향)는", "성 대표는")]
    [InlineData("가람전자(공동대표 이몽룡, 성춘향)는", "성 대표는")]
    [InlineData("나루협회(전 회장 성춘향)는", "성 회장은")]
    [InlineData("나루협회(회장 직무대행 성춘향)는", "성 회장은")]
    [InlineData("나루협회(부회장 성춘향)는", "성 회장은")]
    [InlineData("나루협회(회장 성춘향)는", "홍 회장은")]
    [InlineData("가상부(장관 홍길동)는", "홍 실장은")]
    [InlineData("주민들(대표 성춘향)은", "성 대표는")]
    public void Where_two_fit_or_none_nobody_is_named(string bodies, string head) =>
        Assert.EndsWith($"Request [인력도 늘려 달라] Unattributed ({head[..^1]})", KoreanReading.Told($"{bodies} 심사가 더디다고 말했다. {head} “인력도 늘려 달라”고 했다."), StringComparison.Ordinal);

    [Theory]
    [InlineData("성춘향 가람협회 회장은", "성춘향 가람협회 회장")]
    [InlineData("가람협회 회장은", "가람협회 회장")]
    public void The_head_of_another_body_stays_its_own(string head, string name) =>
        Assert.EndsWith($"Request [인력도 늘려 달라] Person ({name})", KoreanReading.Told($"나루협회(회장 성춘향)는 심사가 더디다고 말했다. {head} “인력도 늘려 달라”고 했다."), StringComparison.Ordinal);

    [Theory]
    [InlineData("달그락(대표 성춘향)은", "Organisation (달그락)")]
    [InlineData("나루협회 (회장 성춘향)는", "Organisation (나루협회)")]
    [InlineData("나루협회(회원 120명)는", "Organisation (나루협회)")]
    [InlineData("주민들(대표 성춘향)은", "Participants (주민들)")]
    public void The_body_speaks_and_not_its_head(string subject, string speaker) =>
        Assert.Equal($"Concern [심사가 더디다] {speaker}", KoreanReading.Told($"{subject} 심사가 더디다고 말했다."));
}
