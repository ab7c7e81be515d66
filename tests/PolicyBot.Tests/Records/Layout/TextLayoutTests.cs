using CsCheck;
using PolicyBot.Records;
using PolicyBot.Records.Layout;

namespace PolicyBot.Tests.Records.Layout;

public sealed class TextLayoutTests
{
    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.String[0, 40],
        Gen.OneOf(
            "", "○위원장 홍길동 개의합니다.", "○ ", "◯", "Mary Major: yes.", "[00:01:02] 화자1: 네.", "16:20", "(웃음)", "관련기사", "□ 건의", " ㅇ (A협회) 지원 필요", "- ", "참석자:", "일시 : 2025.7.24",
            "---", "# 제목", "[포토]", "[예시신문 변사또 기자] ", "(서울=예시뉴스) 홍길동 기자 = ", "x 다. 홍길동 기자 a@b.c", "/사진=A", ":", "::::", "((((", "**A사 대표:** 네.", "\uD83D\uDE00", "\uD83D", "1.", "4.1 A", "|a|b|"));

    [Fact]
    public void Parts_of_any_text_lie_in_order_inside_it_and_do_not_overlap() =>
        Gen.Select(Lines.Array[0, 12], Gen.OneOf("\n", "\r\n", "\r", "\n\n")).Select((lines, end) => string.Join(end, lines)).Sample(text =>
        {
            var at = 0;
            foreach (var part in TextLayout.Read(text))
            {
                var start = part.Speaker?.Start ?? part.Span.Start;
                if (part.Speaker is { } speaker && speaker.Start < at) start = part.Span.Start;
                if (start < at || part.Span.Length <= 0 || part.Span.End > text.Length) return false;
                if (part.Speaker is { } label && (label.Length <= 0 || label.End > part.Span.Start)) return false;
                if (part.Span.Trim(text) != part.Span) return false;
                at = part.Span.End;
            }

            return true;
        });

    [Theory]
    [InlineData("○위원장 ")]
    [InlineData("A: ")]
    [InlineData("((((")]
    [InlineData("[00:00:01] ")]
    [InlineData("\n")]
    [InlineData("- ")]
    [InlineData("관련기사\n")]
    [InlineData("다. ")]
    [InlineData("A사 대표\n")]
    public void Long_repetitions_are_laid_out_to_their_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)) + "\n\n홍길동 A사 대표는 전력이 부족하다고 말했다.";
        Assert.Equal(text.Length, TextLayout.Read(text)[^1].Span.End);
    }

    [Fact]
    public void An_article_is_told_from_its_frame()
    {
        const string text = """
            A사, 시험장 확대 건의
            "하반기에 방안 마련"

            입력 2025.07.25 09:30 | 수정 2025.07.25 10:12
            이몽룡 차관이 24일 간담회에서 발언하고 있다. /사진=예시부 제공

            [예시신문 변사또 기자] 홍길동 A사 대표는 시험장이 부족하다고 말했다.
            이몽룡 차관은 검토하겠다고 답했다. 변사또 기자 b@example.com
            저작권자 ⓒ 예시신문, 무단 전재 및 재배포 금지
            관련기사
            - 업계 우려 확산
            시험장이 부족하다는 지적이 나왔다.
            """;
        Assert.Equal(
            [
                "Heading | A사, 시험장 확대 건의",
                "Heading | \"하반기에 방안 마련\"",
                "Boilerplate | 입력 2025.07.25 09:30 | 수정 2025.07.25 10:12",
                "Caption | 이몽룡 차관이 24일 간담회에서 발언하고 있다. /사진=예시부 제공",
                "Boilerplate | [예시신문 변사또 기자]",
                "Body | 홍길동 A사 대표는 시험장이 부족하다고 말했다.",
                "Body | 이몽룡 차관은 검토하겠다고 답했다.",
                "Boilerplate | 변사또 기자 b@example.com",
                "Boilerplate | 저작권자 ⓒ 예시신문, 무단 전재 및 재배포 금지",
                "Boilerplate | 관련기사",
                "Boilerplate | - 업계 우려 확산",
                "Boilerplate | 시험장이 부족하다는 지적이 나왔다.",
            ],
            Parts.Of(text.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("SEOUL, March 3 (Example Wire) - ")]
    [InlineData("SEOUL, South Korea, March 3 — ")]
    [InlineData("Busan, 3 March (Example Press) -- ")]
    [InlineData("OKPO (Example News) – ")]
    [InlineData("SEOUL — ")]
    public void The_place_from_which_an_article_was_sent_says_nothing(string place) =>
        Assert.Equal(["Boilerplate | " + place.Trim(), "Body | Company A asked the ministry to cut fees."], Parts.Of(place + "Company A asked the ministry to cut fees."));

    [Theory]
    [InlineData("Jane Doe (Company A) - Fees are too high.")]
    [InlineData("KEPCO (Grid) — Fees are too high.")]
    [InlineData("GRIDCO — Fees are too high.")]
    [InlineData("Company A — the largest of the three — asked for lower fees.")]
    public void A_name_before_a_dash_is_no_place(string text) => Assert.DoesNotContain(Parts.Of(text), p => p.StartsWith("Boilerplate", StringComparison.Ordinal));

    [Fact]
    public void Numbered_asks_with_their_askers_are_no_headings() =>
        Assert.DoesNotContain(
            Parts.Of("산업부, 현장 간담회 개최\n\n건의는 다음과 같다.\n1. (A협회) 시험장 개방\n2. (B사) 요금을 낮춰 줄 것\n3. (C사) 심사 기간 단축\n4. (공동) 인증 비용 지원\n"),
            p => p.StartsWith("Heading", StringComparison.Ordinal) && !p.EndsWith("개최", StringComparison.Ordinal));

    [Fact]
    public void An_outline_has_headings_a_header_and_items_without_their_marks()
    {
        const string text = "ㅇ 일시·장소 : ’25.9.11.(목) 14:00, A회관\nㅇ 참석 : A사·B사 등 10개사\n□ 주요 건의\n ㅇ (A협회) 인증 기관 추가 지정 필요\n - 심사 인력 부족\n10:15~10:40 업계 건의\n";
        Assert.Equal(
            [
                "MeetingHeader | ㅇ 일시·장소 : ’25.9.11.(목) 14:00, A회관",
                "MeetingHeader | ㅇ 참석 : A사·B사 등 10개사",
                "Heading | □ 주요 건의",
                "Body | (A협회) 인증 기관 추가 지정 필요",
                "Body | 심사 인력 부족",
                "Heading | 10:15~10:40 업계 건의",
            ],
            Parts.Of(text));
    }

    [Fact]
    public void A_sentence_broken_by_a_full_line_stays_whole()
    {
        const string text = "Company A asked the ministry to shorten the review of new\ntest sites by two months.\nCompany B agreed.";
        Assert.Equal(["Body | Company A asked the ministry to shorten the review of new\ntest sites by two months.", "Body | Company B agreed."], Parts.Of(text));
    }

    [Theory]
    [InlineData("정부는 대책을 논의하고 있다.")]
    [InlineData("담당자가 부족하다고 A사는 말했다.")]
    [InlineData("A사는 뉴스레터 규제가 과도하다고 했다.")]
    [InlineData("Subscribers pay too much, Company A said, and it asked for relief.")]
    public void Ordinary_sentences_with_telling_words_stay_body(string line) =>
        Assert.Equal([TextPartKind.Body], TextLayout.Read(line).Select(p => p.Kind));
}
