using PolicyBot.Concerns.English;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Meetings;

/// <summary>Whether statements of one name can be told to be of one person: by the house that each record gives the name.</summary>
internal static class Namesakes
{
    public static bool AreOne(IEnumerable<StoredStatement> statements, string person, Organisations organisations) =>
        statements.SelectMany(s => s.Statement.Attribution.Names.Select(n => House(n, person, organisations, s.Record.Published))).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal).Count() <= 1;

    /// <summary>"성춘향 가나클라우드 대표" is of 가나클라우드, "성춘향 대표" of nowhere that is told.</summary>
    private static string House(string name, string person, Organisations organisations, DateOnly? on)
    {
        if (organisations.FindIn(name, new(0, name.Length), on) is [var known, ..]) return SpeakerNames.Fold(known.Organisation.Name);
        var rest = name.Replace(person, " ", StringComparison.Ordinal);
        if (!name.Any(Hangul.IsSyllable)) return Houses.In(rest).LastOrDefault() is { } house ? SpeakerNames.Fold(house) : "";
        return string.Concat(rest.Split([' ', ',', '·', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Titles.Korean.Contains(w))).ToLowerInvariant();
    }
}
