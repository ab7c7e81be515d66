using static PolicyBot.Tests.Concerns.Korean.KoreanReading;

namespace PolicyBot.Tests.Concerns.Korean;

/// <summary>Somebody new opens a sentence: whatever is known of him, the speaker before did not say it.</summary>
public sealed class KoreanStrangerTests
{
    private const string Before = "가나포럼 홍길동 회장은 펀드를 만들어 달라고 제안했다. ";

    [Theory]
    [InlineData("이름을 밝히지 않은 한 창업가는 “서류가 너무 많다”고 불만을 터뜨렸다.", "Concern [서류가 너무 많다] Unattributed (한 창업가)")]
    [InlineData("익명을 요구한 어느 양식업자는 사료값이 부담이라고 토로했다.", "Concern [사료값이 부담] Unattributed (어느 양식업자)")]
    [InlineData("지역에서 온 한 목수는 일감이 부족하다고 호소했다.", "Concern [일감이 부족하다] Unattributed (한 목수)")]
    [InlineData("다라수산과 바른식품은 임대료가 비싸다고 했다.", "Concern [임대료가 비싸다] Unattributed (다라수산과 바른식품)")]
    [InlineData("한국작가회의는 원고료를 올려야 한다고 했다.", "Request [원고료를 올려야 한다] Organisation (한국작가회의)")]
    [InlineData("전국이장회의는 마을버스가 부족하다고 지적했다.", "Concern [마을버스가 부족하다] Organisation (전국이장회의)")]
    public void Is_not_the_speaker_before(string sentence, string told) =>
        Assert.Equal("Request [펀드를 만들어 달라] Person (가나포럼 홍길동 회장)\n" + told, Told(Before + sentence));

    [Fact]
    public void Two_things_are_nobody() =>
        Assert.EndsWith("Concern [배터리와 태양광은 지원이 부족하다] Person (가나포럼 홍길동 회장)", Told(Before + "배터리와 태양광은 지원이 부족하다고 했다."), StringComparison.Ordinal);

    [Theory]
    [InlineData("정부가 한 조사는 현장과 다르다고 덧붙였다.")]
    [InlineData("뿌리산업과 조선업은 인력이 없다고 덧붙였다.")]
    public void What_is_talked_of_is_no_speaker(string sentence) =>
        Assert.EndsWith("Person (가나포럼 홍길동 회장)", Told(Before + sentence), StringComparison.Ordinal);

    [Fact]
    public void One_firm_beside_what_may_be_a_thing_leaves_the_words_to_nobody() =>
        Assert.DoesNotContain("홍길동", Told(Before + "다라수산과 하늘마루는 임대료가 비싸다고 했다.").Split('\n')[^1], StringComparison.Ordinal);

    [Fact]
    public void Nor_a_researcher_the_participants_before()
    {
        const string text = "참석자들은 예보가 늦다고 입을 모았다. 나라연구원 홍길동 지도사는 예보를 이미 늘렸다고 설명했다.";
        Assert.DoesNotContain("참석자들", Told(text).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_researcher_of_the_state_answers()
    {
        const string text = "참석자들은 적조 예보가 늦다고 입을 모았다. 국립수산과학원 홍길동 연구관은 적조 예보를 이미 하루 두 번 한다고 설명했다.";
        Assert.Contains("Reply [적조 예보를 이미 하루 두 번 한다] Person", Told(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_before_the_equals_sign_is_no_part_of_the_name() =>
        Assert.Equal("Concern [임대료가 부담] Person (가나협회 홍길동 회장)", Told("◇24일 공연계 간담회=가나협회 홍길동 회장은 임대료가 부담이라고 말했다."));

    [Theory]
    [InlineData("가나피해자대책위 홍길동 위원장")]
    [InlineData("가나상인비대위 홍길동 위원장")]
    [InlineData("가나주민투쟁위원회 홍길동 위원장")]
    public void A_committee_of_those_concerned_complains_and_does_not_answer(string speaker) =>
        Assert.Equal($"Concern [매입이 너무 느리다] Person ({speaker})", Told($"{speaker}은 매입이 너무 느리다고 비판했다."));
}
