using System.Buffers;
using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>How much the words before a colon look like the name of a speaker.</summary>
internal enum LabelWeight
{
    None,

    /// <summary>Could be a name: counts when the label comes back or others of the kind stand beside it.</summary>
    Weak,

    /// <summary>A title, an honorific, or the label of a recording's speaker.</summary>
    Strong,
}

/// <summary>Weighs labels such as <c>Hon. Mr. Copperfield (Minister)</c>, <c>B사 대표</c>, <c>화자3</c>.</summary>
internal static class SpeakerLabel
{
    public const int MaxLength = 100;

    private const int MaxWords = 7;

    private static readonly SearchValues<char> NeverInLabel = SearchValues.Create("\"“”‘「『?!;=<>@#/|·…");
    private static readonly string[] Numbered = ["speaker", "화자", "참석자", "참여자", "발언자", "participant", "unknown"];
    private static readonly string[] Linking = ["of", "the", "and", "for", "to", "de", "van", "von", "der", "la", "le", "from", "at", "in", "on"];

    public static LabelWeight Weigh(string label)
    {
        var outer = WithoutBrackets(label);
        if (outer.Length is 0 or > MaxLength || outer.AsSpan().IndexOfAny(NeverInLabel) >= 0) return LabelWeight.None;
        if (SpeakerTitles.IsNoSpeaker(outer)) return LabelWeight.None;
        if (IsNumbered(outer)) return LabelWeight.Strong;
        if (IsNameWithPost(label)) return LabelWeight.Strong;
        var words = outer.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxWords) return LabelWeight.None;
        return Languages.Detect(outer) == Language.Korean ? Korean(words) : English(words);
    }

    /// <summary>Whether the label alone has the shape of a full name, so that it may count though it stands once.</summary>
    public static bool IsFullName(string label)
    {
        var words = WithoutBrackets(label).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var one] => IsSurnamed(one) || (SpeakerTitles.IsKoreanParty(one) && Hangul.IsHangul(one[^1])),
            { Length: 2 or 3 } => words.All(w => char.IsUpper(w[0]) || Hangul.IsHangul(w[0])),
            _ => false,
        };
    }

    /// <summary><c>홍길동(A사 대표)</c>: a name, and behind it in brackets what ends in a role.</summary>
    public static bool IsNameWithPost(string label) => BehindName(label) is { Length: > 0 } post && SpeakerTitles.IsKoreanRole(post);

    /// <summary><c>홍길동(A협회)</c>.</summary>
    public static bool IsNameWithParty(string label) => BehindName(label) is { Length: > 0 } party && SpeakerTitles.IsKoreanParty(party);

    private static ReadOnlySpan<char> BehindName(string label)
    {
        var open = label.IndexOf('(', StringComparison.Ordinal);
        var bracketed = open > 0 && label[^1] == ')' && open + 2 < label.Length && label.IndexOfAny([':', '：', ')'], open) == label.Length - 1;
        return bracketed && IsSurnamed(label[..open].TrimEnd()) ? label.AsSpan(open + 1, label.Length - open - 2).TrimEnd() : [];
    }

    private static LabelWeight Korean(string[] words)
    {
        if (words.Any(w => w.Contains(',', StringComparison.Ordinal) || w.EndsWith('.'))) return LabelWeight.None;
        if (SpeakerTitles.IsKoreanRole(words[^1])) return LabelWeight.Strong;
        if (words.Length > 1 && SpeakerTitles.IsKoreanRole(words[^2]) && SpeakerTitles.IsKoreanName(words[^1])) return LabelWeight.Strong;
        var named = words.Length <= 2 && (SpeakerTitles.IsKoreanName(words[0]) || SpeakerTitles.IsKoreanName(words[^1]));
        return named || (words.Length <= 3 && SpeakerTitles.IsKoreanParty(words[^1])) ? LabelWeight.Weak : LabelWeight.None;
    }

    private static LabelWeight English(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!char.IsUpper(word[0]) && (i == 0 || (!Linking.Contains(word) && !char.IsAsciiDigit(word[0])))) return LabelWeight.None;
            if (i < words.Length - 1 && EndsSentence(word)) return LabelWeight.None;
        }

        if (words[^1].EndsWith(',')) return LabelWeight.None;
        var role = SpeakerTitles.IsEnglishRole(words[0]) || SpeakerTitles.IsEnglishRole(words[^1]);
        role |= words.Length > 1 && words[0] is "The" && SpeakerTitles.IsEnglishRole(words[1]);
        return role ? LabelWeight.Strong : LabelWeight.Weak;
    }

    /// <summary>A full stop after anything but an abbreviation or an initial.</summary>
    private static bool EndsSentence(string word) =>
        word[^1] == '.' && word.Length > 2 && !SpeakerTitles.IsEnglishRole(word) && word is not ("Jr." or "Sr." or "St." or "Rep." or "Sen." or "Gen." or "Gov." or "Inc." or "Ltd." or "Co.")
        && !word.AsSpan(0, word.Length - 1).Contains('.');

    private static bool IsNumbered(string label)
    {
        var digits = label.Length;
        while (digits > 0 && char.IsAsciiDigit(label[digits - 1])) digits--;
        var word = label[..digits].TrimEnd(' ', '_', '-', '#').ToLowerInvariant();
        return Numbered.Contains(word) && (digits < label.Length || word == "unknown");
    }

    /// <summary>A surname and a given name of two syllables.</summary>
    public static bool IsSurnamed(string word) => word.Length == 3 && SpeakerTitles.IsKoreanName(word) && (Surnames.IsUsual(word[0]) || word[0] is '부' or '사' or '목');

    /// <summary>The label without what stands in round brackets, which may nest: a riding, a company, a party.</summary>
    private static string WithoutBrackets(string label)
    {
        var depth = 0;
        var outer = new System.Text.StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (depth <= 0) outer.Append(c);
        }

        return outer.ToString().Trim();
    }
}
