namespace PolicyBot.Text;

/// <summary>The words of Korean date expressions, each with its meaning.</summary>
internal static class KoreanDateWords
{
    public static readonly (string, int)[] Years =
        [("작년", -1), ("지난해", -1), ("올해", 0), ("금년", 0), ("내년", 1), ("명년", 1), ("재작년", -2), ("지지난해", -2), ("내후년", 2)];

    public static readonly (string, int)[] Months =
    [
        ("지난달", -1), ("지난 달", -1), ("지지난달", -2), ("이달", 0), ("이번 달", 0), ("이번달", 0), ("금월", 0),
        ("다음 달", 1), ("다음달", 1), ("내달", 1), ("다다음 달", 2), ("다다음달", 2),
    ];

    public static readonly (string, int)[] Weeks =
    [
        ("지난주", -1), ("지난 주", -1), ("지지난주", -2), ("이번 주", 0), ("이번주", 0), ("금주", 0),
        ("다음 주", 1), ("다음주", 1), ("차주", 1), ("내주", 1), ("다다음 주", 2), ("다다음주", 2),
    ];

    public static readonly (string, int)[] Days =
        [("어제", -1), ("그제", -2), ("그저께", -2), ("엊그제", -2), ("오늘", 0), ("금일", 0), ("내일", 1), ("명일", 1), ("모레", 2)];

    public static readonly (string, DateAnaphor)[] Anaphors =
    [
        ("이날", DateAnaphor.SameDay), ("같은 날", DateAnaphor.SameDay), ("같은날", DateAnaphor.SameDay), ("당일", DateAnaphor.SameDay),
        ("전날", DateAnaphor.DayBefore), ("전일", DateAnaphor.DayBefore), ("다음 날", DateAnaphor.DayAfter), ("다음날", DateAnaphor.DayAfter), ("이튿날", DateAnaphor.DayAfter),
    ];

    public static readonly (string, DateTense)[] Leans =
        [("지난", DateTense.Past), ("오는", DateTense.Future), ("돌아오는", DateTense.Future), ("다가오는", DateTense.Future)];

    public static readonly (string, DatePart)[] PartsOfYear =
    [
        ("상반기", DatePart.FirstHalf), ("하반기", DatePart.SecondHalf),
        ("1분기", DatePart.Quarter1), ("2분기", DatePart.Quarter2), ("3분기", DatePart.Quarter3), ("4분기", DatePart.Quarter4),
        ("1/4분기", DatePart.Quarter1), ("2/4분기", DatePart.Quarter2), ("3/4분기", DatePart.Quarter3), ("4/4분기", DatePart.Quarter4),
    ];

    public static readonly (string, DatePart)[] PartsOfMonth =
    [
        ("초순", DatePart.Early), ("상순", DatePart.Early), ("초", DatePart.Early), ("중순", DatePart.Middle),
        ("하순", DatePart.Late), ("말일", DatePart.End), ("말", DatePart.End), ("마지막 날", DatePart.End), ("마지막날", DatePart.End),
    ];

    public static readonly (string, DayOfWeek)[] Weekdays =
    [
        ("일", DayOfWeek.Sunday), ("월", DayOfWeek.Monday), ("화", DayOfWeek.Tuesday), ("수", DayOfWeek.Wednesday),
        ("목", DayOfWeek.Thursday), ("금", DayOfWeek.Friday), ("토", DayOfWeek.Saturday),
    ];

    /// <summary>Behind N일 these make it a length of time: 3일간, 열흘 치 and so on.</summary>
    public static readonly string[] LengthMarks = ["간", "째", "치", "씩", "가량", "정도", "여 ", "만에", "분의", " 동안", " 이내", " 만에", " 안에", " 내내", " 연속", "짜리"];

    /// <summary>Behind N일 these count from now: 3일 전, 3일 뒤. They must end the word, as 24일 전력 shows.</summary>
    public static readonly string[] DistanceMarks = [" 전", " 뒤", " 후", "전", "뒤", "후"];

    public static readonly (string, DayHalf)[] Halves =
    [
        ("오전", DayHalf.Morning), ("아침", DayHalf.Morning), ("새벽", DayHalf.Morning), ("오후", DayHalf.Afternoon), ("저녁", DayHalf.Afternoon), ("낮", DayHalf.Afternoon), ("밤", DayHalf.Afternoon),
    ];
}
