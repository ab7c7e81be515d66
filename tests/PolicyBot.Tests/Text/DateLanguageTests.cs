using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class DateLanguageTests
{
    private static readonly DateOnly Friday = new(2025, 7, 25);

    [Theory]
    [InlineData("홍길동 장관은 24일 간담회를 열었다.", "2025-07-24")]
    [InlineData("홍길동 장관은 30일 간담회를 열었다.", "2025-06-30")]
    [InlineData("지난 21일 나온 안이다.", "2025-07-21")]
    [InlineData("지난 30일 나온 안이다.", "2025-06-30")]
    [InlineData("지난 25일 나온 안이다.", "2025-06-25")]
    [InlineData("28일 대전에서 설명회를 연다.", "2025-07-28")]
    [InlineData("오는 30일 설명회가 있다.", "2025-07-30")]
    [InlineData("오는 3일 설명회가 있다.", "2025-08-03")]
    [InlineData("28일 설명회를 개최할 예정이라고 했다.", "2025-07-28")]
    [InlineData("24일 토론에서 예산을 늘려야 한다고 말했다.", "2025-07-24")]
    [InlineData("24일 토론에서 지원을 늘릴 계획이라고 말했다.", "2025-07-24")]
    [InlineData("전날 회의가 있었다.", "2025-07-24")]
    [InlineData("이날 회의가 있었다.", "2025-07-25")]
    [InlineData("당일 회의가 있었다.", "2025-07-25")]
    [InlineData("지난달 8일 회의가 있었다.", "2025-06-08")]
    [InlineData("내달 3일 회의를 한다.", "2025-08-03")]
    [InlineData("다음 달 3일 회의를 한다.", "2025-08-03")]
    [InlineData("이달 말까지 답한다.", "2025-07-31")]
    [InlineData("지난달 말일에 마감했다.", "2025-06-30")]
    [InlineData("지난달 마지막 날 만났다.", "2025-06-30")]
    [InlineData("지난 월요일 만났다.", "2025-07-21")]
    [InlineData("지난주 월요일 만났다.", "2025-07-14")]
    [InlineData("이번 주 수요일 만났다.", "2025-07-23")]
    [InlineData("다음 주 화요일 만난다.", "2025-07-29")]
    [InlineData("금요일 만났다.", "2025-07-25")]
    [InlineData("지난 금요일 만났다.", "2025-07-18")]
    [InlineData("월요일 만난다.", "2025-07-28")]
    [InlineData("어제 만났다.", "2025-07-24")]
    [InlineData("그제 만났다.", "2025-07-23")]
    [InlineData("내일 만난다.", "2025-07-26")]
    [InlineData("’25.7.24.(목) 회의", "2025-07-24")]
    [InlineData("7.24.(목) 회의", "2025-07-24")]
    [InlineData("7.24(목) 회의", "2025-07-24")]
    [InlineData("2025. 7. 24. 회의", "2025-07-24")]
    [InlineData("2025-07-24 회의", "2025-07-24")]
    [InlineData("2025/07/24 회의", "2025-07-24")]
    [InlineData("25.7.24.(목) 회의", "2025-07-24")]
    [InlineData("2025년 7월 24일 회의", "2025-07-24")]
    [InlineData("’25년 7월 24일 회의", "2025-07-24")]
    [InlineData("25년 7월 24일 회의", "2025-07-24")]
    [InlineData("지난해 12월 3일 회의가 있었다.", "2024-12-03")]
    [InlineData("8월 2일 회의가 있었다.", "2024-08-02")]
    [InlineData("8월 2일 회의를 연다.", "2025-08-02")]
    [InlineData("1월 5일 회의를 연다.", "2026-01-05")]
    [InlineData("They met on Wednesday.", "2025-07-23")]
    [InlineData("They met on Friday.", "2025-07-25")]
    [InlineData("They will meet next Monday.", "2025-07-28")]
    [InlineData("They met last Friday.", "2025-07-18")]
    [InlineData("They met yesterday.", "2025-07-24")]
    [InlineData("They will meet tomorrow.", "2025-07-26")]
    [InlineData("They met on July 24.", "2025-07-24")]
    [InlineData("They met on 24 July 2025.", "2025-07-24")]
    [InlineData("They met on the 24th of July.", "2025-07-24")]
    [InlineData("They met on Thursday, July 24, 2025.", "2025-07-24")]
    [InlineData("The panel will meet on August 3.", "2025-08-03")]
    [InlineData("The August 3 hearing was called off.", "2025-08-03")]
    public void A_single_day_is_counted_from_the_anchor(string text, string expected)
    {
        var date = Assert.Single(DateLanguage.Find(text, Friday));
        Assert.Equal(DateOnly.Parse(expected, null), date.First);
        Assert.Equal(date.First, date.Last);
        Assert.Equal(DatePrecision.Day, date.Precision);
        Assert.False(date.WeekdayDiffers);
    }

    [Theory]
    [InlineData("오는 3월 회의를 연다.", "2026-03-01", "2026-03-31", DatePrecision.Month)]
    [InlineData("지난 3월 회의를 열었다.", "2025-03-01", "2025-03-31", DatePrecision.Month)]
    [InlineData("작년 9월 회의를 열었다.", "2024-09-01", "2024-09-30", DatePrecision.Month)]
    [InlineData("내년 1월 회의를 연다.", "2026-01-01", "2026-01-31", DatePrecision.Month)]
    [InlineData("지난달 회의를 열었다.", "2025-06-01", "2025-06-30", DatePrecision.Month)]
    [InlineData("2025년 7월에 나온 우려", "2025-07-01", "2025-07-31", DatePrecision.Month)]
    [InlineData("재작년 자료다.", "2023-01-01", "2023-12-31", DatePrecision.Range)]
    [InlineData("올해 나온 우려는?", "2025-01-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("2024년에 나온 우려는?", "2024-01-01", "2024-12-31", DatePrecision.Range)]
    [InlineData("지난주 나온 우려는?", "2025-07-14", "2025-07-20", DatePrecision.Range)]
    [InlineData("금주 일정", "2025-07-21", "2025-07-27", DatePrecision.Range)]
    [InlineData("차주 일정", "2025-07-28", "2025-08-03", DatePrecision.Range)]
    [InlineData("상반기 결산이다.", "2025-01-01", "2025-06-30", DatePrecision.Range)]
    [InlineData("2025년 하반기 계획", "2025-07-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("올 하반기에 낸다.", "2025-07-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("내년 상반기에 낸다.", "2026-01-01", "2026-06-30", DatePrecision.Range)]
    [InlineData("3분기 안에 낸다.", "2025-07-01", "2025-09-30", DatePrecision.Range)]
    [InlineData("이달 초 냈다.", "2025-07-01", "2025-07-10", DatePrecision.Range)]
    [InlineData("6월 중순 냈다.", "2025-06-11", "2025-06-20", DatePrecision.Range)]
    [InlineData("지난달 하순 냈다.", "2025-06-21", "2025-06-30", DatePrecision.Range)]
    [InlineData("7월 19~21일 열렸다.", "2025-07-19", "2025-07-21", DatePrecision.Range)]
    [InlineData("7월 30일부터 8월 2일까지 연다.", "2025-07-30", "2025-08-02", DatePrecision.Range)]
    [InlineData("7.22.~7.24. 행사", "2025-07-22", "2025-07-24", DatePrecision.Range)]
    [InlineData("What was raised in July?", "2025-07-01", "2025-07-31", DatePrecision.Month)]
    [InlineData("What was raised in May?", "2025-05-01", "2025-05-31", DatePrecision.Month)]
    [InlineData("What was raised last week?", "2025-07-14", "2025-07-20", DatePrecision.Range)]
    [InlineData("What was raised last month?", "2025-06-01", "2025-06-30", DatePrecision.Month)]
    [InlineData("What was raised this year?", "2025-01-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("in the second half of 2024", "2024-07-01", "2024-12-31", DatePrecision.Range)]
    [InlineData("published in Q4", "2025-10-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("It was in early July.", "2025-07-01", "2025-07-10", DatePrecision.Range)]
    public void A_period_keeps_its_length(string text, string first, string last, DatePrecision precision)
    {
        var date = Assert.Single(DateLanguage.Find(text, Friday));
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null), precision), (date.First!.Value, date.Last!.Value, date.Precision));
    }

    [Theory]
    [InlineData("30일 회의를 열었다.", "2026-01-05", "2025-12-30")]
    [InlineData("They met on December 30.", "2026-01-05", "2025-12-30")]
    [InlineData("전날 회의를 열었다.", "2025-09-01", "2025-08-31")]
    [InlineData("지난달 마지막 날 회의를 열었다.", "2024-03-03", "2024-02-29")]
    [InlineData("2월 29일 회의를 열었다.", "2026-01-05", "2024-02-29")]
    [InlineData("31일 회의를 열었다.", "2025-07-05", "2025-05-31")]
    [InlineData("오는 31일 회의를 연다.", "2025-09-05", "2025-10-31")]
    [InlineData("다음 달 3일 회의를 연다.", "2025-12-05", "2026-01-03")]
    public void Months_and_years_are_crossed(string text, string anchor, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Assert.Single(DateLanguage.Find(text, DateOnly.Parse(anchor, null))).First);

    [Theory]
    [InlineData("2월 30일 회의")]
    [InlineData("2025년 2월 29일 회의")]
    [InlineData("2025-13-01 회의")]
    [InlineData("13월 2일 회의")]
    [InlineData("2025.2.30. 회의")]
    public void A_day_that_does_not_exist_is_flagged_and_gives_no_date(string text)
    {
        var date = Assert.Single(DateLanguage.Find(text, Friday));
        Assert.True(date.Impossible);
        Assert.Null(date.First);
    }

    [Theory]
    [InlineData("장비 확보에 3일간 걸렸고 5년 동안 24개월을 썼다. 40분이 지났다.")]
    [InlineData("3일 만에 끝났다. 2일 뒤에 온다. 5일 전에 왔다.")]
    [InlineData("점유율은 7.24%이고 판은 12.1.3이다. 비율 3.5가 목표다.")]
    [InlineData("의견을 전달했고 전주에서 왔다. 오늘날의 일이다.")]
    [InlineData("You may march on. It may work. The sun set.")]
    [InlineData("제2차관과 100일 계획")]
    public void Lengths_shares_and_other_words_are_no_dates(string text) =>
        Assert.Empty(DateLanguage.Find(text, Friday));

    [Fact]
    public void A_printed_weekday_that_is_wrong_is_flagged_and_the_day_kept()
    {
        var date = Assert.Single(DateLanguage.Find("’25.7.24.(금) 회의", Friday));
        Assert.True(date.WeekdayDiffers);
        Assert.Equal(new(2025, 7, 24), date.First);
    }

    [Theory]
    [InlineData("24일 오전 10시 회의를 열었다.", 10, 0)]
    [InlineData("24일 오후 2시 30분에 열었다.", 14, 30)]
    [InlineData("24일(목) 오후 3시 반에 열었다.", 15, 30)]
    [InlineData("’25.7.24.(목) 14:05, A회관", 14, 5)]
    [InlineData("on July 24 at 2 p.m. in Busan", 14, 0)]
    [InlineData("24일 정오에 열었다.", 12, 0)]
    public void The_time_of_day_stands_with_the_day(string text, int hour, int minute)
    {
        var date = Assert.Single(DateLanguage.Find(text, Friday));
        Assert.Equal(new TimeOnly(hour, minute), date.Time);
        Assert.Equal(new(2025, 7, 24), date.First);
    }

    [Fact]
    public void The_meeting_and_its_announcement_keep_their_own_days()
    {
        var dates = DateLanguage.Find("과기정통부는 19일 제주에서 만났다고 20일 밝혔다. 이날 회의에서는 뜻이 모였다.", new DateOnly(2026, 1, 20));
        Assert.Equal([19, 20, 19], dates.Select(d => d.First!.Value.Day));
    }

    [Fact]
    public void The_day_before_counts_from_a_day_just_told_else_from_the_dateline()
    {
        Assert.Equal(new(2025, 7, 18), DateLanguage.Find("19일 공청회가 열렸다. 전날에는 사전 모임이 있었다.", Friday)[^1].First);
        Assert.Equal(new(2025, 7, 23), DateLanguage.Find("24일 업계에 따르면 새 안이 나왔다.\n\n회사는 전날 발표했다.", Friday)[^1].First);
    }

    [Fact]
    public void The_same_day_is_the_one_named_last()
    {
        var dates = DateLanguage.Find("지난 8일 부산에서 만났다. 같은 날 오후 창원에서도 만났다.", Friday);
        Assert.Equal(new(2025, 7, 8), dates[1].First);
        Assert.Equal(DayHalf.Afternoon, dates[1].Half);
    }

    [Fact]
    public void Without_an_anchor_only_what_the_words_settle_is_dated()
    {
        Assert.Null(Assert.Single(DateLanguage.Find("지난 21일 만났다.", anchor: null)).First);
        Assert.Null(Assert.Single(DateLanguage.Find("7월 21일 만났다.", anchor: null)).First);
        Assert.Equal([24, 25], DateLanguage.Find("2025년 7월 24일 만났고 25일에도 만났다.", anchor: null).Select(d => d.First!.Value.Day));
    }

    [Fact]
    public void A_bare_half_of_the_day_belongs_to_the_day_in_hand()
    {
        var dates = DateLanguage.Find("차관은 오전에 A사를, 오후에 B사를 찾았다.", Friday);
        Assert.Equal([Friday, Friday], dates.Select(d => d.First!.Value));
        Assert.All(dates, d => Assert.True(d.DayImplied));
    }

    [Fact]
    public void Only_a_written_year_counts_as_written()
    {
        Assert.True(DateLanguage.Find("2025년 7월 24일", Friday)[0].YearWritten);
        Assert.False(DateLanguage.Find("7월 24일", Friday)[0].YearWritten);
    }

    [Fact]
    public void The_span_covers_the_words_and_nothing_else()
    {
        const string text = "장관은 지난달 8일 오전 10시에 만났다.";
        Assert.Equal("지난달 8일 오전 10시", DateLanguage.Find(text, Friday)[0].Span.Of(text));
    }

    /// <summary>Repetitions that would stall a reader whose work grows with the square of the length.</summary>
    [Theory]
    [InlineData("9", 0)]
    [InlineData("24일 ", 10_000)]
    [InlineData("지난 ", 0)]
    [InlineData("2025.7.", 0)]
    [InlineData("’", 0)]
    public void Long_repetitions_are_read_to_their_end(string unit, int dates)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));
        Assert.Equal(dates, DateLanguage.Find(text, Friday).Count);
        Assert.Equal(Friday, DateLanguage.Find(text + "\n2025년 7월 25일", Friday)[^1].First);
    }
}
