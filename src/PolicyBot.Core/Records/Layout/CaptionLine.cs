namespace PolicyBot.Records.Layout;

/// <summary>Lines under pictures. They prove who was present and when, never that somebody said something.</summary>
internal static class CaptionLine
{
    private const int MaxCredit = 60;
    private const int MaxLength = 400;

    private static readonly string[] Credits =
    [
        "/사진=", "/ 사진=", "/사진 =", "/사진제공", "/사진 제공", "/사진:", "[사진=", "[사진 =", "[사진:", "[사진제공", "[사진 제공", "(사진=", "(사진 =", "(사진:", "(사진제공", "(사진 제공", "<사진=", "<사진제공",
        "<사진 제공", "【사진", "사진=", "사진 제공=", "사진제공=", "사진 제공 =", "사진제공 =", "사진출처=", "사진 출처", "/뉴스1", "[Photo", "(Photo", "Photo:", "Photo by", "Photo courtesy", "Image:", "(Image", "[Image", "Credit:",
    ];

    /// <summary>What people do in pictures. "대책을 논의하고 있다" is no such thing: it may well be the news.</summary>
    private static readonly string[] Poses =
    [
        "발언하고 있다", "발언을 하고 있다", "발언을 듣고 있다", "인사말을 하고 있다", "인사말하고 있다", "모두발언하고 있다", "모두발언을 하고 있다", "축사하고 있다", "축사를 하고 있다", "환영사를 하고 있다",
        "기념촬영을 하고 있다", "기념촬영하고 있다", "기념 촬영을 하고 있다", "기념 촬영하고 있다", "기념사진을 찍고 있다", "포즈를 취하고 있다", "악수하고 있다", "악수를 하고 있다", "악수를 나누고 있다",
        "인사하고 있다", "인사를 하고 있다", "인사를 나누고 있다", "둘러보고 있다", "살펴보고 있다", "박수를 치고 있다", "박수치고 있다", "주재하고 있다", "이야기를 나누고 있다", "대화를 나누고 있다", "대화하고 있다",
        "파이팅을 외치고 있다", "입장하고 있다", "설명을 듣고 있다", "이야기를 듣고 있다", "의견을 듣고 있다", "자리에 앉아 있다", "왼쪽부터", "왼쪽 두 번째", "왼쪽 두번째", "오른쪽 두 번째", "앞줄 왼쪽", "앞줄 가운데",
    ];

    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLength) return false;
        foreach (var credit in Credits)
        {
            var at = line.LastIndexOf(credit, StringComparison.Ordinal);
            if (at >= 0 && line.Length - at - credit.Length <= MaxCredit) return true;
        }

        return IsSingleSentence(line) && IsPose(line);
    }

    private static bool IsPose(ReadOnlySpan<char> line)
    {
        var sentence = line.TrimEnd(". ");
        foreach (var pose in Poses)
        {
            if (sentence.EndsWith(pose, StringComparison.Ordinal)) return true;
            if (pose.Contains('쪽') && sentence.Contains(pose, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsSingleSentence(ReadOnlySpan<char> line) => line.IndexOf("다. ", StringComparison.Ordinal) < 0;
}
