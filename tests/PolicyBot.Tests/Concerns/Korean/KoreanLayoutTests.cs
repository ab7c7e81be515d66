using PolicyBot.Concerns;

namespace PolicyBot.Tests.Concerns.Korean;

public sealed class KoreanLayoutTests
{
    [Fact]
    public void Minutes_give_each_turn_to_its_speaker_and_skip_procedure() =>
        Assert.Equal(
            "Concern [심사가 너무 늦습니다] Person (홍길동 위원)\nRequest [심사관을 늘려 주십시오] Person (홍길동 위원)\nReply [증원을 검토하겠습니다] Person (차관 이몽룡) WillReview",
            KoreanReading.Told("""
                ○위원장 전우치 회의를 시작하겠습니다. 홍길동 위원 질의해 주시기 바랍니다.
                ○홍길동 위원 심사가 너무 늦습니다. 심사관을 늘려 주십시오. 언제 늘릴 수 있습니까?
                ○차관 이몽룡 예, 증원을 검토하겠습니다.
                ○위원장 전우치 이의 없으십니까?
                """));

    [Theory]
    [InlineData("○김가온(아크메전력 대표): 용접 인력이 부족합니다.\n○이나래(산업부 전력과장): 인력 양성을 추진하겠습니다.", "김가온(아크메전력 대표)", "이나래(산업부 전력과장)")]
    [InlineData("○ 김가온 (아크메전력 대표) : 용접 인력이 부족합니다.\n○ 이나래 (전력과장) : 인력 양성을 추진하겠습니다.", "김가온 (아크메전력 대표)", "이나래 (전력과장)")]
    [InlineData("○김가온(아크메전력 대표) 용접 인력이 부족합니다.\n○이나래(산업부 과장)\n인력 양성을 추진하겠습니다.", "김가온(아크메전력 대표)", "이나래(산업부 과장)")]
    [InlineData("○아크메전력 대표 김가온: 용접 인력이 부족합니다.\n○산업부 과장 이나래: 인력 양성을 추진하겠습니다.", "아크메전력 대표 김가온", "산업부 과장 이나래")]
    [InlineData("참석자: 김가온 아크메전력 대표, 이나래 산업부 과장\n\n○김가온: 용접 인력이 부족합니다.\n○이나래: 인력 양성을 추진하겠습니다.", "김가온 아크메전력 대표", "이나래 산업부 과장")]
    [InlineData("참석자: 김가온(아크메전력 대표), 이나래(산업부 과장)\n\n○김가온: 용접 인력이 부족합니다.\n○이나래: 인력 양성을 추진하겠습니다.", "김가온(아크메전력 대표)", "이나래(산업부 과장)")]
    [InlineData("○위원장 홍길동 시작하겠습니다.\n○김가온(조선협회): 용접 인력이 부족합니다.\n○산업부 과장 이나래: 인력 양성을 추진하겠습니다.", "김가온(조선협회)", "산업부 과장 이나래")]
    [InlineData("- 김가온 (아크메전력): 용접 인력이 부족합니다.\n- 이나래 (산업부): 인력 양성을 추진하겠습니다.", "김가온 (아크메전력)", "이나래 (산업부)")]
    public void A_name_with_its_post_is_a_speaker_wherever_the_post_stands(string text, string asks, string answers) =>
        Assert.Equal($"Concern [용접 인력이 부족합니다] Person ({asks})\nCommitment [인력 양성을 추진하겠습니다] Person ({answers}) WillPursue", KoreanReading.Told(text));

    [Fact]
    public void A_bare_name_means_whom_an_earlier_label_introduced()
    {
        var statements = KoreanReading.Read("○김가온(아크메전력 대표): 용접 인력이 부족합니다.\n○이나래(산업부 과장): 인력 양성을 추진하겠습니다.\n○김가온: 외국인 비자를 늘려 주십시오.\n○이나래: 검토하겠습니다.");

        Assert.Equal(["김가온(아크메전력 대표)", "이나래(산업부 과장)", "김가온(아크메전력 대표)", "이나래(산업부 과장)"], statements.Select(s => s.Attribution.Names.Single()));
    }

    [Fact]
    public void A_bare_name_that_two_labels_share_stays_bare() =>
        Assert.Equal(["김가온"], KoreanReading.Read("○김가온(아크메전력 대표): 용접 인력이 부족합니다.\n○김가온(다온로봇 대표): 인증 비용이 부담됩니다.\n○김가온: 서류가 너무 많아 어렵습니다.")[^1].Attribution.Names);

    [Fact]
    public void A_matter_behind_the_same_mark_is_no_speaker() =>
        Assert.DoesNotContain(KoreanReading.Read("□ 추진 과제\n○전력망: 접속 대기가 너무 깁니다.\n○인허가(산업부): 절차가 복잡합니다.\n○전기료(수도권): 요금이 너무 비쌉니다."), s => s.Attribution.Level == AttributionLevel.Person);

    [Fact]
    public void A_sentence_that_announces_a_list_opens_it() =>
        Assert.Equal(
            "Request [농사용 요금의 범위를 넓혀 줄 것] Organisation (가람솔루션)\nRequest [생육 자료 개방] Organisation (나로협회)\nRequest [시험장 설치 허용] Organisation (다온테크)\nConcern [인력이 부족하다] Organisation (라온물산)",
            KoreanReading.Told("""
                산업부, 현장 간담회 개최

                이날 제기된 주요 건의사항은 다음과 같다.
                 1. (가람솔루션) 농사용 요금의 범위를 넓혀 줄 것
                 2. (나로협회) 생육 자료 개방
                 3. (다온테크) 시험장 설치 허용

                라온물산은 인력이 부족하다고 말했다.
                """));

    [Fact]
    public void An_article_keeps_the_post_in_brackets() =>
        Assert.Equal(["김가온(아크메전력 대표)", "김가온(아크메전력 대표)"], KoreanReading.Read("김가온(아크메전력 대표)은 접속 대기가 너무 길다고 말했다. 김 대표는 순번을 공개해 달라고 요청했다.").Select(s => s.Attribution.Names.Single()));

    [Fact]
    public void An_answer_in_minutes_closes_what_was_asked_before_it()
    {
        var statements = KoreanReading.Read("""
            ○홍길동 위원 심사가 너무 늦습니다. 심사관을 늘려 주십시오.
            ○차관 이몽룡 증원을 검토하겠습니다.
            """);

        Assert.Equal([statements[0].Id, statements[1].Id], statements[2].RepliesTo);
    }

    [Fact]
    public void Numbered_voices_are_nobody() =>
        Assert.All(
            KoreanReading.Read("""
                화자1: 시험 비용이 너무 비쌉니다.
                화자2: 지원 사업을 검토하겠습니다.
                화자1: 서류도 줄여 주십시오.
                """),
            s => Assert.Equal(AttributionLevel.Unattributed, s.Attribution.Level));

    [Fact]
    public void Outlines_name_the_speaker_in_brackets() =>
        Assert.Equal(
            "Concern [부지 확보가 어려워 사업이 지연] Organisation (나로협회)\nRequest [심사 인력 충원 필요] Participants (업계)\nCommitment [심사 인력 증원 추진(인사과, ~12월)] Organisation (인사과) WillPursue",
            KoreanReading.Told("""
                □ 주요 건의
                 ㅇ (나로협회) 부지 확보가 어려워 사업이 지연
                 ㅇ (업계) 심사 인력 충원 필요
                  ⇒ 심사 인력 증원 추진(인사과, ~12월)
                """));

    [Fact]
    public void A_refusal_stays_one_beside_a_promise() =>
        Assert.Equal(
            "Concern [요율이 높아 부담 가중] Organisation (나로협회)\nReply [요율 인하는 곤란] Organisation (국토교통부) Declined\nCommitment [분납은 내년에 도입할 예정] Organisation (국토교통부) WillPursue",
            KoreanReading.Told("""
                □ 주요 건의
                 ㅇ (나로협회) 요율이 높아 부담 가중
                 ㅇ (국토교통부) 요율 인하는 곤란, 분납은 내년에 도입할 예정
                """));

    [Fact]
    public void The_colon_of_a_time_makes_no_speaker() =>
        Assert.DoesNotContain("(16)", KoreanReading.Told("▶ 16:42 성춘향 교수 / 표본이 너무 적습니다."));

    [Fact]
    public void Questions_and_answers_without_names_stay_without_names() =>
        Assert.Equal(
            "Concern [신청 서류가 과다함] Unattributed ()\nCommitment [서류 5종을 폐지할 예정임] Unattributed () WillPursue",
            KoreanReading.Told("""
                - (질의) 신청 서류가 과다함
                - (답변) 서류 5종을 폐지할 예정임
                """));

    [Fact]
    public void Every_content_is_a_stretch_of_the_source()
    {
        const string Text = "📌 A사 대표는 통관이 늦다고 했고 🙋 B협회는 창구 통합을 요청했다.";

        Assert.Equal(["통관이 늦다", "창구 통합"], KoreanReading.Read(Text).Select(s => s.Span.Of(Text)));
    }

    [Theory]
    [InlineData("A협회는 \"사고 보험에 들 수 없다고 호소했다. B협회는 \"요금 상한을 둬 달라\"고 요청했다.")]
    [InlineData("A협회는 “사고 보험에 들 수 없다고 호소했다. B협회는 “요금 상한을 둬 달라”고 요청했다.")]
    [InlineData("A협회는 사고 보험에 들 수 없다”고 호소했다. B협회는 “요금 상한을 둬 달라”고 요청했다.")]
    public void A_forgotten_mark_swallows_no_sentence(string text) =>
        Assert.Equal("Concern [사고 보험에 들 수 없다] Organisation (A협회)\nRequest [요금 상한을 둬 달라] Organisation (B협회)", KoreanReading.Told(text));
}
