namespace PolicyBot.Tests.Concerns.Korean;

/// <summary>Bodies called after their members or trade, and what only ends like one.</summary>
public sealed class KoreanBodyTests
{
    private const string Before = "홍길동 나로전자 대표는 심사가 더디다고 말했다. ";

    [Theory]
    [InlineData("한국굴수협은", "한국굴수협")]
    [InlineData("가람농협은", "가람농협")]
    [InlineData("다라축협 측은", "다라축협")]
    [InlineData("마바신협에 따르면", "마바신협")]
    [InlineData("한들생협은", "한들생협")]
    [InlineData("서남해산림조합은", "서남해산림조합")]
    [InlineData("나루사회적협동조합은", "나루사회적협동조합")]
    [InlineData("한빛새마을금고는", "한빛새마을금고")]
    [InlineData("다라어촌계는", "다라어촌계")]
    [InlineData("가람농민회는", "가람농민회")]
    [InlineData("마바영농조합법인은", "마바영농조합법인")]
    [InlineData("나루소비자원은", "나루소비자원")]
    [InlineData("가람상공회의소는", "가람상공회의소")]
    [InlineData("나루시설공단은", "나루시설공단")]
    [InlineData("가람항만공사는", "가람항만공사")]
    [InlineData("철도공사는", "철도공사")]
    [InlineData("지하철공사는", "지하철공사")]
    [InlineData("주택공사는", "주택공사")]
    [InlineData("보훈공단은", "보훈공단")]
    [InlineData("고용공단은", "고용공단")]
    [InlineData("가스공단은", "가스공단")]
    [InlineData("가람농협 관계자는", "가람농협")]
    public void A_body_speaks_under_its_name(string subject, string name) => Assert.Equal(
        $"Concern [심사가 더디다] Person (홍길동 나로전자 대표)\nConcern [창고가 부족하다] Organisation ({name})",
        KoreanReading.Told($"{Before}{subject} 창고가 부족하다고 호소했다."));

    [Fact]
    public void Two_cooperatives_ask_together() =>
        Assert.Equal("Request [면세유를 늘려 달라] Organisation (가람농협, 나루수협)", KoreanReading.Told("가람농협과 나루수협은 면세유를 늘려 달라고 요청했다."));

    [Theory]
    [InlineData("지역수협은", "지역수협")]
    [InlineData("단위농협은", "단위농협")]
    [InlineData("농협은", "농협")]
    [InlineData("일부 수협은", "일부 수협")]
    [InlineData("통영 수협은", "통영 수협")]
    [InlineData("협동조합은", "협동조합")]
    [InlineData("재건축조합은", "재건축조합")]
    [InlineData("색상조합은", "색상조합")]
    [InlineData("복수노조는", "복수노조")]
    [InlineData("보수공사는", "보수공사")]
    [InlineData("상하수도공사는", "상하수도공사")]
    [InlineData("구로공단은", "구로공단")]
    [InlineData("국가공단은", "국가공단")]
    [InlineData("원단재단은", "원단재단")]
    [InlineData("사회연대는", "사회연대")]
    [InlineData("농협조합원은", "농협조합원")]
    public void A_kind_or_a_thing_is_nobodys_name(string subject, string words) => Assert.Equal(
        $"Concern [심사가 더디다] Person (홍길동 나로전자 대표)\nConcern [창고가 부족하다] Unattributed ({words})",
        KoreanReading.Told($"{Before}{subject} 창고가 부족하다고 했다."));

    [Theory]
    [InlineData("가람수협은 통관이 늦다고 했다. 수협은", "Organisation (가람수협)")]
    [InlineData("가람협동조합은 통관이 늦다고 했다. 조합은", "Organisation (가람협동조합)")]
    [InlineData("가람수협과 나루수협은 통관이 늦다고 했다. 수협은", "Unattributed (수협)")]
    [InlineData("가람수협은 통관이 늦다고 했다. 통영 수협은", "Unattributed (통영 수협)")]
    [InlineData("가람조합은 통관이 늦다고 했다. 통영 조합은", "Unattributed (통영 조합)")]
    [InlineData("가람협회는 통관이 늦다고 했다. 통영 협회는", "Unattributed (통영 협회)")]
    public void The_kind_alone_means_the_only_one_of_the_record(string text, string speaker) =>
        Assert.EndsWith($"Request [창고 증설] {speaker}", KoreanReading.Told($"{text} 창고 증설을 요청했다."), StringComparison.Ordinal);
}
