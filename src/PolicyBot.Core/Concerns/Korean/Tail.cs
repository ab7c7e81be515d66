using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>The end of what was said, in one plain form: no spaces, 합니다 and 함 turned into 한다 and 하다.</summary>
internal static class Tail
{
    private const int Length = 40;

    public static string Of(string content)
    {
        var end = content.Length;
        while (end > 0 && (char.IsWhiteSpace(content[end - 1]) || content[end - 1] is '.' or '?' or '!' or '…' or '”' or '"' or '’' or ',')) end--;
        return Plain(Close(content.AsSpan(Math.Max(0, end - Length), Math.Min(end, Length))));
    }

    /// <summary>The whole content without spaces.</summary>
    public static string Close(ReadOnlySpan<char> content)
    {
        var close = new StringBuilder(content.Length);
        foreach (var c in content)
        {
            if (!char.IsWhiteSpace(c)) close.Append(c);
        }

        return close.ToString();
    }

    private static string Plain(string close)
    {
        foreach (var (polite, plain) in Polite)
        {
            if (close.EndsWith(polite, StringComparison.Ordinal)) return close[..^polite.Length] + plain;
        }

        if (close.EndsWith("니다", StringComparison.Ordinal) && close.Length > 2 && Hangul.IsSyllable(close[^3]) && Hangul.FinalIndex(close[^3]) == 17)
            return close[..^3] + (close[^3] == '입' ? "이" : Hangul.WithFinal(close[^3], 4)) + "다";
        if (close.Length > 1 && close[^1] == '음' && Hangul.HasFinal(close[^2])) return close[..^1] + "다";
        if (close.Length > 1 && close[^1] is '함' or '임' or '됨' or '큼' or '짐' or '림' or '김' or '듦' or '힘' or '킴' || close.Length > 2 && close[^1] == '름' && close[^2] is '마' or '다' or '모' or '따' or '빠') return close[..^1] + Hangul.WithFinal(close[^1], 0) + "다";
        return close;
    }

    private static readonly (string Polite, string Plain)[] Polite =
    [
        ("으십니까", "느냐"), ("십니까", "느냐"), ("습니까", "느냐"), ("습니다만", "다"), ("습니다", "다"), ("입니까", "이냐"), ("어요", "다"), ("아요", "다"), ("예요", "이다"), ("이에요", "이다"), ("해요", "한다"), ("네요", "다"), ("군요", "다"), ("거든요", "다"), ("지요", "다"), ("죠", "다"), ("게요", "게"), ("래요", "려한다"), ("까요", "까"), ("다고요", "다"), ("라고요", "라"),
    ];

    private static readonly string[] AfterPast = ["다", "고", "으며", "지만", "으나", "는데", "습니다", "다며", "으면서"];

    /// <summary>바랐지만, 졌고, 꼽았으며: the verb ends in a past, whatever joins it to what follows.</summary>
    public static bool EndsInPast(string word) =>
        Array.Exists(AfterPast, e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal) && word[^(e.Length + 1)] is var last && Hangul.IsSyllable(last) && Hangul.FinalIndex(last) == 20 && last is not ('있' or '겠'));

    public static bool EndsWithAny(string tail, IEnumerable<string> endings) => endings.Any(e => tail.EndsWith(e, StringComparison.Ordinal));

    public static bool ContainsAny(string text, IEnumerable<string> stems) => stems.Any(s => text.Contains(s, StringComparison.Ordinal));
}
