using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>The organisations and people that staff maintain in <c>config/organisations.yaml</c>: canonical names, aliases with years, kinds, offices.</summary>
public sealed class Organisations
{
    private readonly PhraseTrie<OrganisationName> _names = new();

    internal Organisations(IReadOnlyList<Organisation> all, IReadOnlyList<Person> people, IEnumerable<OrganisationName> names)
    {
        (All, People) = (all, people);
        foreach (var name in names) _names.Add(name.Folded, name);
    }

    public static Organisations Empty { get; } = new([], [], []);

    public IReadOnlyList<Organisation> All { get; }

    public IReadOnlyList<Person> People { get; }

    /// <summary>Tells this catalogue from an earlier or later one: what was understood by another may be understood otherwise now.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Reads the file. Throws <see cref="CatalogueException"/>, naming file and line, for any fault.</summary>
    public static Organisations Load(string path) => OrganisationFile.Load(path);

    /// <summary>The organisation that goes by this name or alias on that day; null when none or more than one does.</summary>
    public Organisation? Find(string name, DateOnly? on)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = Phrase.Fold(name);
        foreach (var form in (string[])["㈜", "(주)", "주식회사", "the"])
        {
            if (folded.Length > form.Length && folded.StartsWith(form, StringComparison.Ordinal) && Resolve(_names.Find(folded[form.Length..]), on) is { } found) return found;
        }

        return folded.Length == 0 ? null : Resolve(_names.Find(folded), on);
    }

    /// <summary>Who held which office: everything known of a person on that day.</summary>
    public IReadOnlyList<Person> FindPeople(string name, DateOnly? on) =>
        [.. People.Where(p => p.Name == name && (on is not { } day || ((p.From is null || p.From <= day) && (p.To is null || day <= p.To))))];

    /// <summary>Known names in a stretch of text, in its order. The longest wins at each place, no two claim the same characters, and none stands inside a longer word.</summary>
    public IReadOnlyList<OrganisationMention> FindIn(string text, SourceSpan within, DateOnly? on)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<OrganisationMention> mentions = [];
        List<(int End, ulong Spaces, OrganisationName[] Names)> candidates = [];
        for (var start = within.Start; start < within.End; start++)
        {
            _names.FindAt(text.AsSpan(0, within.End), start, candidates);
            if (candidates.Count == 0 || !NameBoundaries.BeginsWord(text, start)) continue;
            if (Longest(text, start, candidates) is not { } longest) continue;

            // A name that means two organisations that day means neither; still no shorter name may claim its characters.
            if (Resolve(longest.Names, on) is { } organisation) mentions.Add(new(organisation, new(start, longest.End)));
            start = longest.End - 1;
        }

        return mentions;
    }

    private static (int End, IReadOnlyList<OrganisationName> Names)? Longest(
        string text, int start, List<(int End, ulong Spaces, OrganisationName[] Names)> candidates)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var (end, spaces, names) = candidates[i];
            List<OrganisationName> fitting = [.. names.Where(n => (spaces & ~n.Spaces) == 0 && FitsCase(n, text, start, end))];
            if (fitting.Count == 0 || !NameBoundaries.EndsWord(text, end)) continue;
            if (fitting.Any(n => n.CommonWord) && !NameBoundaries.HasNameContext(text, start, end)) continue;
            return (end, fitting);
        }

        return null;
    }

    /// <summary>A Latin name begins with a capital where it is written with one; 'meta' and 'line' are words.</summary>
    private static bool FitsCase(OrganisationName name, string text, int start, int end)
    {
        if (char.IsAsciiLetterUpper(name.Written[0]) && char.IsAsciiLetterLower(Phrase.Narrow(text[start]))) return false;
        if (!name.ExactCase) return true;
        for (var i = start; i < end; i++)
        {
            if (char.IsAsciiLetterLower(Phrase.Narrow(text[i]))) return false;
        }

        return true;
    }

    private static Organisation? Resolve(IReadOnlyList<OrganisationName> names, DateOnly? on)
    {
        if (on is { } day && names.Where(n => n.HoldsOn(day)).Select(n => n.Organisation).Distinct().ToList() is { Count: > 0 } then)
            return then is [var one] ? one : null;

        // 기재부 in a text written after its end can still mean nothing else, unless staff gave this very name its days.
        return names.Select(n => n.Organisation).Distinct().ToList() is [var only] && (on is null || !names.Any(n => n.OwnDates)) ? only : null;
    }
}
