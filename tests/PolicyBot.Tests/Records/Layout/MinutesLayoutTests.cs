namespace PolicyBot.Tests.Records.Layout;

public sealed class MinutesLayoutTests
{
    [Fact]
    public void Marked_turns_carry_role_and_name_and_indented_lines_stay_with_them()
    {
        const string text = "(14시02분 개의)\n○위원장 홍길동 회의를 시작하겠습니다.\n○이몽룡 위원 서류가 너무 많습니다.\n  절반으로 줄여 주십시오.\n◯보건복지부제1차관 성춘향 살펴보겠습니다.\n(웃음)\n";
        Assert.Equal(
            [
                "Boilerplate | (14시02분 개의)",
                "Turn 위원장 홍길동 | 회의를 시작하겠습니다.",
                "Turn 이몽룡 위원 | 서류가 너무 많습니다.\n  절반으로 줄여 주십시오.",
                "Turn 보건복지부제1차관 성춘향 | 살펴보겠습니다.",
                "Boilerplate | (웃음)",
            ],
            Parts.Of(text));
    }

    [Theory]
    [InlineData("가나의료원 홍길동 원장", "내과 전문의를 뽑지 못합니다.")]
    [InlineData("전남 다라보건소 성춘향 소장", "공보의가 줄었습니다.")]
    public void Behind_a_house_the_name_stands_before_the_role_and_the_words_begin_after_it(string label, string words) =>
        Assert.Contains($"Turn {label} | {words}", Parts.Of($"○위원장 이몽룡 회의를 시작하겠습니다.\n○{label} {words}\n○위원장 이몽룡 살펴보겠습니다.\n"));

    [Fact(Timeout = 120_000)]
    public async Task A_name_is_sought_once_however_many_lines_bear_it()
    {
        var text = "안건을 듣는다.\n" + string.Concat(Enumerable.Repeat("○홍길동: 가\n", 200_000));

        var parts = await Task.Run(() => PolicyBot.Records.Layout.TextLayout.Read(text), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(parts, p => p.Speaker is not null);
    }

    [Fact]
    public void Words_under_a_label_that_cannot_be_read_are_not_those_of_the_speaker_before()
    {
        const string text = "○위원장 홍길동 회의를 시작하겠습니다.\n○이몽룡 위원 서류가 너무 많습니다.\n○ 시험 대기가 반년이나 됩니다.\n";
        Assert.DoesNotContain(Parts.Of(text), part => part.StartsWith("Turn 이몽룡", StringComparison.Ordinal) && part.Contains("반년", StringComparison.Ordinal));
    }

    [Fact]
    public void Time_stamps_belong_to_neither_label_nor_words()
    {
        const string text = "[00:41:07] 화자3: 기준이 모호합니다.\n16:20 B사 대표: 비용이 큽니다.\n(13:00~13:15) 이춘풍 과장: 검토하겠습니다.";
        Assert.Equal(["Turn 화자3 | 기준이 모호합니다.", "Turn B사 대표 | 비용이 큽니다.", "Turn 이춘풍 과장 | 검토하겠습니다."], Parts.Of(text));
    }

    [Fact]
    public void Parliamentary_labels_keep_their_brackets()
    {
        const string text = "The Chair: Order, please.\nHon. Mr. Miles (Minister): I will look into it.\nMs. Major (North (Upper) Moor): Thank you.";
        Assert.Equal(["Turn The Chair | Order, please.", "Turn Hon. Mr. Miles (Minister) | I will look into it.", "Turn Ms. Major (North (Upper) Moor) | Thank you."], Parts.Of(text));
    }

    [Theory]
    [InlineData("주제: 데이터 개방에 관한 토론이 이어졌다.")]
    [InlineData("Note: the figures are from last year.")]
    [InlineData("http://example.com/a is the address.")]
    [InlineData("문의: 홍길동 과장에게 물어보면 된다.")]
    [InlineData("담당 과장: 홍길동 과장이 설명했다.")]
    public void A_line_with_a_colon_in_running_text_is_no_turn(string line) =>
        Assert.DoesNotContain(Parts.Of($"A사는 기준이 모호하다고 말했다.\n{line}\nB사는 비용을 걱정했다."), p => p.StartsWith("Turn", StringComparison.Ordinal));
}
