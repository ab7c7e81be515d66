namespace PolicyBot.Tests.Concerns.Korean;

public sealed class KoreanSpeakerTests
{
    [Theory]
    [InlineData("류진아 법무법인 한결 변호사는", "류진아 법무법인 한결 변호사")]
    [InlineData("김수현 주식회사 하늘 대표는", "김수현 주식회사 하늘 대표")]
    public void The_name_of_a_house_is_nobodys(string subject, string name) =>
        Assert.Equal([name], Assert.Single(KoreanReading.Read(subject + " 범위가 모호해 판단하기 어렵다고 지적했다.")).Attribution.Names);

    [Theory]
    [InlineData("성춘향 B사 이사는 통관이 늦다고 꼬집었다.", "Concern [통관이 늦다] Person (성춘향 B사 이사)")]
    [InlineData("나로협회 성춘향 회장은 통관이 늦다고 꼬집었다.", "Concern [통관이 늦다] Person (나로협회 성춘향 회장)")]
    [InlineData("오픈서랍 성춘향 대표는 통관이 늦다고 꼬집었다.", "Concern [통관이 늦다] Person (오픈서랍 성춘향 대표)")]
    [InlineData("지난달 성춘향 대표는 통관이 늦다고 꼬집었다.", "Concern [통관이 늦다] Person (성춘향 대표)")]
    [InlineData("주제발표 성춘향 대표는 통관이 늦다고 꼬집었다.", "Concern [통관이 늦다] Person (성춘향 대표)")]
    [InlineData("하늘운송 대표는 기사를 구하기 어렵다고 털어놨다.", "Concern [기사를 구하기 어렵다] Person (하늘운송 대표)")]
    [InlineData("나로협회는 보험료를 낮춰 달라고 촉구했다.", "Request [보험료를 낮춰 달라] Organisation (나로협회)")]
    [InlineData("하늘운송 측은 차고지가 모자란다고 전했다.", "Concern [차고지가 모자란다] Organisation (하늘운송)")]
    [InlineData("나로협회에 따르면 회원사 대부분이 보험료를 감당하지 못하고 있다.", "Concern [회원사 대부분이 보험료를 감당하지 못하고 있다] Organisation (나로협회)")]
    [InlineData("보험료를 낮춰 달라는 게 나로협회의 주장이다.", "Request [보험료를 낮춰 달라] Organisation (나로협회)")]
    [InlineData("차고지가 모자란다고 하늘운송 대표는 말했다.", "Concern [차고지가 모자란다] Person (하늘운송 대표)")]
    public void A_named_speaker_is_found_wherever_he_stands(string text, string expected) =>
        Assert.Equal(expected, KoreanReading.Told(text));

    [Theory]
    [InlineData("간담회에는 달그락, 온새미, 다솜형제들과 나로협회가 참석했다. 달그락은 “통관이 늦다”고 말했다.", "Concern [통관이 늦다] Organisation (달그락)")]
    [InlineData("간담회에는 달그락, 온새미, 다솜형제들과 나로협회가 참석했다. 다솜형제들은 “통관이 늦다”고 말했다.", "Concern [통관이 늦다] Organisation (다솜형제들)")]
    [InlineData("간담회에는 온새미와 나로협회가 참석했다. 달그락은 “통관이 늦다”고 말했다.", "Concern [통관이 늦다] Unattributed (달그락)")]
    public void Who_is_listed_as_present_is_known_as_a_speaker(string text, string expected) =>
        Assert.Equal(expected, KoreanReading.ToldWithMeetings("홍길동 가상부 장관은 24일 서울에서 간담회를 열었다. " + text));

    [Theory]
    [InlineData("성춘향 전 나로전자 대표는 통관이 늦다고 했다.", "Concern [통관이 늦다] Person (성춘향 전 나로전자 대표)")]
    [InlineData("성춘향(전 나로전자 대표)은 통관이 늦다고 했다.", "Concern [통관이 늦다] Person (성춘향(전 나로전자 대표))")]
    [InlineData("홍길동 나로전자 대표가 왔다. 전 나로전자 대표는 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (전 나로전자 대표)")]
    [InlineData("회의 전 나로전자 대표는 통관이 늦다고 했다.", "Concern [통관이 늦다] Person (나로전자 대표)")]
    public void A_former_head_is_not_the_head_of_today(string text, string expected) =>
        Assert.Equal(expected, KoreanReading.Told(text));

    [Theory]
    [InlineData("변학도(농민)는 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (변학도)")]
    [InlineData("변학도(‘나로의 하루’ 저자)는 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (변학도)")]
    [InlineData("변학도(나로와 소송 중인 다라웍스 대표)는 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (변학도)")]
    [InlineData("허생(나로전자 대표의 변호인)은 통관이 늦다고 했다.", "Concern [허생(나로전자 대표의 변호인)은 통관이 늦다] Unattributed ()")]
    [InlineData("다라웍스 대표 임꺽정은 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (다라웍스 대표 임꺽정)")]
    [InlineData("다라웍스 이사인 임꺽정은 통관이 늦다고 했다.", "Concern [통관이 늦다] Unattributed (다라웍스 이사인 임꺽정)")]
    [InlineData("전력(kW)은 모자란다고 했다.", "Concern [전력(kW)은 모자란다] Person (홍길동 나로전자 대표)")]
    public void What_a_newcomer_says_is_not_given_to_the_speaker_before(string text, string expected) =>
        Assert.Equal("Concern [심사가 더디다] Person (홍길동 나로전자 대표)\n" + expected, KoreanReading.Told("홍길동 나로전자 대표는 심사가 더디다고 말했다. " + text));

    [Theory]
    [InlineData("운송 기업 대표들은 기름값 부담을 호소했다.", "Concern [기름값 부담] Participants (운송 기업 대표들)")]
    [InlineData("홍길동 A사 대표는 요금을 낮춰 달라고 요청했고 전 직원들은 일손이 모자란다고 했다.", "Request [요금을 낮춰 달라] Person (홍길동 A사 대표)\nConcern [일손이 모자란다] Participants (직원들)")]
    [InlineData("참석자 10여 명은 예산 확대를 촉구했다.", "Request [예산 확대] Participants (참석자 10여 명)")]
    [InlineData("참석자들 사이에서는 심사가 더디다는 지적이 나왔다.", "Concern [심사가 더디다] Participants (참석자들)")]
    public void A_group_speaks_as_participants(string text, string expected) =>
        Assert.Equal(expected, KoreanReading.Told(text));

    [Theory]
    [InlineData("한 참석자는 심사가 더디다고 말했다.", "Concern [심사가 더디다] Unattributed (한 참석자)")]
    [InlineData("익명을 요구한 한 벤처기업 임원은 심사가 더디다고 귀띔하며 심사관을 늘려 달라고 했다.", "Concern [심사가 더디다] Unattributed (한 벤처기업 임원)\nRequest [심사관을 늘려 달라] Unattributed (한 벤처기업 임원)")]
    [InlineData("회의에서는 심사가 더디다는 의견이 나왔다.", "Concern [심사가 더디다] Unattributed ()")]
    [InlineData("홍길동 A사 대표와 홍련 B사 대표가 왔다. 홍 대표는 심사가 더디다고 했다.", "Concern [심사가 더디다] Unattributed (홍 대표)")]
    public void Nobody_is_named_when_the_words_name_nobody(string text, string expected) =>
        Assert.Equal(expected, KoreanReading.Told(text));

    [Theory]
    [InlineData("행사에는 가나웍스, 다라웍스, 마바웍스 등이 참석해 규제 완화를 요청했다.")]
    [InlineData("▲가나웍스 ▲다라웍스 대표가 참석해 규제 완화를 요청했다.")]
    [InlineData("홍길동 가나웍스 대표와 성춘향 다라웍스 대표가 참석해 규제 완화를 요청했다.")]
    public void Those_who_attended_ask_together(string text)
    {
        var statement = Assert.Single(KoreanReading.Read(text));

        Assert.Equal("규제 완화", statement.Span.Of(text));
        Assert.DoesNotContain(statement.Attribution.Names, n => n.Contains("웍스", StringComparison.Ordinal));
        Assert.Equal(PolicyBot.Concerns.AttributionLevel.Participants, statement.Attribution.Level);
    }

    [Fact]
    public void A_short_form_finds_its_only_person() =>
        Assert.Equal(
            "Concern [심사가 더디다] Person (홍길동 A사 대표)\nRequest [심사관을 늘려 달라] Person (홍길동 A사 대표)",
            KoreanReading.Told("홍길동 A사 대표는 심사가 더디다고 했다. 홍 대표는 심사관을 늘려 달라고도 했다."));

    [Fact]
    public void A_vice_president_is_no_president() =>
        Assert.Equal(
            "Concern [심사가 더디다] Unattributed (홍 사장)",
            KoreanReading.Told("홍길동 A사 부사장이 왔다. 홍 사장은 심사가 더디다고 했다."));

    [Fact]
    public void A_stranger_does_not_inherit_the_words_of_the_speaker_before()
    {
        var told = KoreanReading.Told("홍길동 A사 대표는 인력이 부족하다고 했다. 가나웍스는 통관이 늦다고 했다.");

        Assert.EndsWith("Concern [통관이 늦다] Organisation (가나웍스)", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_speakers_of_one_sentence_keep_their_own_words() =>
        Assert.Equal(
            "Concern [접속 지연] Organisation (A사)\nConcern [인력난] Organisation (B사)",
            KoreanReading.Told("오전 회의에서 A사는 접속 지연을, 오후 회의에서 B사는 인력난을 호소했다."));

    [Fact]
    public void The_subject_of_a_clause_inside_is_no_speaker()
    {
        var statement = Assert.Single(KoreanReading.Read("현장에서는 인력이 없다는 의견이 나왔다. 공기업들이 보유한 자료를 쓸 수 있게 하는 제도의 필요성도 강조했다."), s => s.Kind == PolicyBot.Concerns.StatementKind.Request);

        Assert.Equal(PolicyBot.Concerns.AttributionLevel.Unattributed, statement.Attribution.Level);
    }

    [Theory]
    [InlineData("산들 로보틱스는 통관이 늦다고 했다. 산들로보틱스는 보험료도 비싸다고 덧붙였다.", "산들 로보틱스")]
    [InlineData("한빛 AI는 통관이 늦다고 했다. 한빛AI는 보험료도 비싸다고 덧붙였다.", "한빛 AI")]
    public void A_brand_is_one_with_and_without_its_space(string text, string name) =>
        Assert.All(KoreanReading.Read(text), s => Assert.Equal([name], s.Attribution.Names));

    [Fact]
    public void The_longer_of_two_names_is_not_the_shorter() =>
        Assert.Equal(
            "Concern [회선료가 비싸다] Organisation (누리통신서비스)",
            KoreanReading.Told("누리통신과 누리통신서비스는 다른 회사다. 누리통신서비스는 회선료가 비싸다고 했다."));

    [Fact]
    public void The_owner_of_a_point_is_its_speaker_and_the_answer_is_the_official_s() =>
        Assert.Equal(
            "Concern [심사가 길다] Person (성춘향 B사 대표)\nCommitment [전담팀을 꾸리겠다] Person (이춘풍 국장) WillPursue",
            KoreanReading.Told("심사가 길다는 성춘향 B사 대표의 지적에 이춘풍 국장은 “전담팀을 꾸리겠다”고 했다."));
}
