using System.Buffers;
using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>Whether a record tells who bears a name: <c>홍길동 A사 대표</c>, <c>홍길동(A사 이사)</c>, <c>위원장 홍길동</c>.</summary>
internal sealed class NameIntroduction(string text)
{
    private const int MaxWords = 4;
    private const int MaxLength = 40;

    /// <summary>No meeting has so many speakers: a hostile list of names must not have the text searched for each.</summary>
    private const int MostNames = 200;

    private static readonly SearchValues<char> Ends = SearchValues.Create(",:;()\n");

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool Stands(SourceSpan label)
    {
        var name = NameOf(label.Of(text));
        if (_known.TryGetValue(name, out var stands)) return stands;
        return _known.Count < MostNames && (_known[name] = IsIntroduced(name));
    }

    private bool IsIntroduced(string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (at > 0 && Hangul.IsSyllable(text[at - 1])) continue;
            if (IsFollowedByRole(text.AsSpan(at + name.Length, Math.Min(MaxLength, text.Length - at - name.Length))) || IsPrecededByRole(at)) return true;
        }

        return false;
    }

    private static string NameOf(string label) => label.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? label[..open].TrimEnd() : label;

    private static bool IsFollowedByRole(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return false;
        var bracketed = rest.TrimStart(' ') is ['(', ..];
        if (!bracketed && rest[0] != ' ') return false;
        rest = rest.TrimStart(' ');
        if (bracketed) return rest.IndexOf(')') is > 1 and var close && SpeakerTitles.IsKoreanRole(rest[1..close]);
        var end = rest.IndexOfAny(Ends);
        if (end >= 0) rest = rest[..end];
        var words = 0;
        foreach (var word in rest.Split(' '))
        {
            if (words++ >= MaxWords) return false;
            var bare = rest[word].TrimEnd("은는이가·.");
            if (SpeakerTitles.IsKoreanRole(rest[word]) || SpeakerTitles.IsKoreanRole(bare)) return true;
        }

        return false;
    }

    private bool IsPrecededByRole(int at)
    {
        if (at < 2 || text[at - 1] != ' ') return false;
        var start = at - 1;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !(text[start - 1] is '○' or '◯' or '〇' or '●' or '◎' or ',')) start--;
        return SpeakerTitles.IsKoreanRole(text.AsSpan(start, at - 1 - start));
    }
}
