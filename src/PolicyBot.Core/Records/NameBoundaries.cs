using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>Whether a name stands by itself in a text or is part of a longer word: 네이버는 and 네이버 측, but not 네이버페이.</summary>
internal static class NameBoundaries
{
    private const int LongestTail = 12;

    private const string ListMarks = "ㅇ▲△▶▷■□●○◆◇•·ㆍ‧∙㈜";

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "에게서", "께", "께서", "와", "과", "도", "만", "로", "으로", "부터", "까지", "나", "이나", "라", "이라",
        "라고", "이라고", "라는", "이라는", "란", "이란", "보다", "처럼", "같은", "마다", "조차", "마저", "밖에", "뿐", "한테", "하고", "이고", "이며", "며", "이다", "인", "였다", "이었다",
        "랑", "이랑", "든", "이든", "야", "이야", "및", "로서", "으로서", "로부터", "으로부터", "에는", "대로",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup = Particles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Titles.Korean.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FollowerLookup = Titles.Followers.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool BeginsWord(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_') || ListMarks.Contains(text[start - 1]);

    public static bool EndsWord(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return true;
        var next = text[end];
        if (next is '&' or '-' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])) return false;
        if (!char.IsLetterOrDigit(next)) return !BeginsWithLetter(text[end..]);
        if (!Hangul.IsSyllable(next)) return false;
        var tail = HangulRun(text, end);
        return tail.Length <= LongestTail && IsTail(text[end - 1], tail);
    }

    /// <summary>Beside a list mark, a title or 측: even an ordinary word is a name there.</summary>
    public static bool HasNameContext(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd(' ');
        if (before.Length > 0 && (ListMarks.Contains(before[^1]) || before.EndsWith("(주)", StringComparison.Ordinal))) return true;
        var after = end < text.Length && text[end] == ' ' ? end + 1 : end;
        var word = HangulRun(text, after);
        for (var n = Math.Min(word.Length, LongestTail); n > 0; n--)
        {
            if ((TitleLookup.Contains(word[..n]) || word[..n] is "측" or "관계자") && IsParticles(word[n..])) return true;
        }

        return false;
    }

    /// <summary>Particles, perhaps after a title or 측: 는, 에서는, 측은, 대표가, 협회장은.</summary>
    private static bool IsTail(char last, ReadOnlySpan<char> tail)
    {
        if (IsParticles(tail)) return true;
        if (tail[0] == '장' && "회원청처시단소관".Contains(last) && IsParticles(tail[1..])) return true;
        for (var n = tail.Length; n > 0; n--)
        {
            if ((TitleLookup.Contains(tail[..n]) || FollowerLookup.Contains(tail[..n])) && IsParticles(tail[n..])) return true;
        }

        return false;
    }

    /// <summary>Up to three in a row (에서 + 만 + 은); none is fine.</summary>
    private static bool IsParticles(ReadOnlySpan<char> tail)
    {
        var reached = 1u;
        for (var step = 0; step < 3 && (reached >> tail.Length & 1) == 0; step++)
        {
            var further = 0u;
            for (var from = 0; from < tail.Length; from++)
            {
                if ((reached >> from & 1) == 0) continue;
                for (var to = from + 1; to <= tail.Length && to <= from + 4; to++)
                {
                    if (ParticleLookup.Contains(tail[from..to])) further |= 1u << to;
                }
            }

            reached |= further;
        }

        return (reached >> tail.Length & 1) != 0;
    }

    private static ReadOnlySpan<char> HangulRun(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= LongestTail && Hangul.IsSyllable(text[end])) end++;
        return text[start..end];
    }

    private static bool BeginsWithLetter(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
}
