namespace PolicyBot.Records.Layout;

/// <summary>Marks of outlines and lists: <c>□ ㅇ - · 1. 4.1 ① 가.</c> and Markdown's.</summary>
internal static class ListMark
{
    private const string Sections = "□■◇◆▣❑☐";
    private const string Items = "○◯〇●◎ㅇο•·∙‧ᆞ▪▫◦‣*+-–—";
    private const string Syllables = "가나다라마바사아자차카타파하";

    /// <summary>Index of the words behind the mark; <paramref name="start"/> itself when the line has none.</summary>
    public static int Skip(string text, int start, int end)
    {
        if (start >= end) return start;
        var next = text[start] switch
        {
            var c when Sections.Contains(c) => start + 1,
            >= '①' and <= '⑳' => start + 1,
            var c when Items.Contains(c) => SkipItem(text, start, end),
            var c when char.IsAsciiDigit(c) => SkipNumber(text, start, end),
            var c when Syllables.Contains(c) && start + 2 < end && text[start + 1] is '.' or ')' && text[start + 2] == ' ' => start + 2,
            _ => start,
        };
        while (next > start && next < end && char.IsWhiteSpace(text[next])) next++;
        return next;
    }

    public static bool IsSection(char c) => Sections.Contains(c);

    /// <summary>A mark counts when white space follows; a dash or dot in the middle of a figure or a word is none.</summary>
    private static int SkipItem(string text, int start, int end) =>
        start + 1 < end && (char.IsWhiteSpace(text[start + 1]) || (text[start + 1] == '(' && text[start] is 'ㅇ' or '○' or '-')) ? start + 1 : start;

    private static int SkipNumber(string text, int start, int end)
    {
        var at = start;
        while (at < end && at - start < 8 && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1])))) at++;
        var dotted = text.AsSpan(start, at - start).Contains('.');
        if (at < end && text[at] is '.' or ')' && at - start <= 5) return at + 1 < end && char.IsWhiteSpace(text[at + 1]) ? at + 1 : start;
        // "4.1 Company A noted" is a numbered paragraph; "3.5 percent" begins with a lower-case word or a unit.
        return dotted && at + 1 < end && text[at] == ' ' && char.IsUpper(text[at + 1]) ? at : start;
    }
}
