using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>One way of writing an organisation's name, with the days on which it means that organisation.</summary>
/// <param name="OwnDates">The days are given for this way of writing, not for the organisation as a whole.</param>
/// <param name="CommonWord">Also an ordinary word, such as 토스: a name only beside a title, a list mark or 측.</param>
internal sealed record OrganisationName(string Written, Organisation Organisation, DateOnly? From, DateOnly? To, bool OwnDates, bool CommonWord)
{
    public const int LongestFolded = 63;

    /// <summary>Without spaces and in lower case, as names are compared.</summary>
    public string Folded { get; } = Fold(Written);

    /// <summary>Bit n: a space may stand after the first n characters of the folded name.</summary>
    public ulong Spaces { get; } = SpacesIn(Written);

    /// <summary>Short capitals such as KT or NIA are names only as such; "nia" is not.</summary>
    public bool ExactCase { get; } = Written.Length <= 5 && Written.All(char.IsAsciiLetterUpper);

    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);

    public bool Meets(OrganisationName other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);

    public static string Fold(string name) => string.Create(name.Count(c => !char.IsWhiteSpace(c)), name, (folded, written) =>
    {
        var n = 0;
        foreach (var c in written)
        {
            if (!char.IsWhiteSpace(c)) folded[n++] = Fold(c);
        }
    });

    public static char Fold(char c) => char.ToLowerInvariant(Narrow(c));

    /// <summary>Full-width letters (ＫＴ) as ordinary ones.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    /// <summary>Where it is written with one, between Latin and Hangul (KT 클라우드), and between the syllables of a long name (한국 전력 공사).</summary>
    private static ulong SpacesIn(string written)
    {
        ulong spaces = 0;
        var (n, previous, isLong) = (0, '\0', written.Count(Hangul.IsSyllable) >= 5);
        foreach (var c in written)
        {
            if (char.IsWhiteSpace(c))
            {
                spaces |= 1UL << Math.Min(n, LongestFolded);
                continue;
            }

            var (hangul, before) = (Hangul.IsSyllable(c), Hangul.IsSyllable(previous));
            if (n > 0 && (hangul != before || (isLong && hangul))) spaces |= 1UL << Math.Min(n, LongestFolded);
            (n, previous) = (n + 1, c);
        }

        return spaces;
    }
}
