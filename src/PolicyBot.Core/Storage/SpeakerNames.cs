using PolicyBot.Concerns;
using PolicyBot.Concerns.English;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage;

/// <summary>Under which names a statement is found: organisations by their canonical name, people by their name without title.</summary>
internal static class SpeakerNames
{
    private static readonly char[] Separators = [' ', '\t', '\n', ',', '·', '(', ')', '/'];

    /// <summary>The same name in other spacing or case is the same name: 네이버 클라우드, 네이버클라우드.</summary>
    public static string Fold(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    public static IEnumerable<string> Organisations(Attribution attribution, Organisations catalogue, DateOnly? on)
    {
        if (attribution.Level is not (AttributionLevel.Organisation or AttributionLevel.Person)) return [];
        return attribution.Names.SelectMany(name => Canonical(name, catalogue, on, whole: attribution.Level == AttributionLevel.Organisation)).Distinct();
    }

    public static IEnumerable<string> Present(Attribution attribution, Organisations catalogue, DateOnly? on) =>
        attribution.Present.SelectMany(name => Canonical(name, catalogue, on, whole: false).Append(Fold(name))).Distinct();

    public static IEnumerable<string> Organisations(Party party, Organisations catalogue, DateOnly? on) =>
        party.Organisation is { Length: > 0 } name ? Canonical(name, catalogue, on, whole: true) : [];

    /// <summary>
    /// The whole name, each word of it, and each run of words: 홍길동 stands in "A사 홍길동 대표", Mary Major in "Mary Major, CEO of Company A".
    /// A search asks for a person's name, so that the titles among them are never asked for.
    /// </summary>
    public static IEnumerable<string> People(Attribution attribution) =>
        attribution.Level == AttributionLevel.Person ? attribution.Names.SelectMany(Runs).Select(Fold).Distinct() : [];

    private static IEnumerable<string> Canonical(string name, Organisations catalogue, DateOnly? on, bool whole)
    {
        var known = catalogue.FindIn(name, new(0, name.Length), on).Where(mention => HouseBounds.Speaks(name, mention.Span)).Select(mention => Fold(mention.Organisation.Name)).ToList();
        // An organisation that no catalogue lists goes by the name that the record gives it.
        if (known.Count > 0) return known;
        if (whole) return [Fold(name)];
        return (name.Any(Hangul.IsSyllable) ? Words(name) : Houses.In(HouseBounds.UntilPast(name))).Select(Fold);
    }

    private static IEnumerable<string> Words(string name)
    {
        var words = HouseBounds.UntilPast(name).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Where((_, at) => at + 1 == words.Length || !HouseBounds.IsOther(words[at + 1]));
    }

    private static IEnumerable<string> Runs(string name)
    {
        yield return name;
        var words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < Math.Min(words.Length, 16); start++)
            for (var length = 1; length <= 3 && start + length <= words.Length; length++)
                yield return string.Concat(words[start..(start + length)]);
    }
}
