using PolicyBot.Concerns.English;
using PolicyBot.Concerns.Korean;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>
/// The last gate for a name, whichever rule found it: it stands in the record, and it is made like a speaker or the record introduces it as one.
/// A bare unknown word may be a product, a place or what is talked about; then nobody is named.
/// </summary>
internal sealed class NameSupport(Record record, IReadOnlyList<Meeting> meetings, Organisations organisations)
{
    /// <summary>What stands behind a name only when it is somebody who can speak.</summary>
    private static readonly string[] KoreanFollowers = [" 측", " 쪽", "측은", "측이", " 관계자", " 대표", " 임원", " 담당자", "에 따르면", " 노조", " 회원사", "(대표 ", "(대표이사 ", "(사장 ", "(회장 "];

    private static readonly string[] KoreanLeads = ["(", "[", "▲", "▲ ", "△", "△ ", "인 "];

    /// <summary>The sentence behind an unknown name tells that it is a firm: "이 회사는".</summary>
    private static readonly string[] KoreanResumptions = ["이 회사", "이 업체", "이 기업", "이 단체", "이 스타트업", "이 기관"];

    private readonly HashSet<string> _labels = [.. record.Parts.Where(p => p.Speaker is not null).Select(p => p.Speaker!.Value.Of(record.Text).Trim())];

    private readonly HashSet<string> _present = [.. Attendance.Names(meetings)];

    // Remembered: a record of a megabyte is not searched again for a name that hundreds of statements share.
    private readonly Dictionary<(string, AttributionLevel), bool> _judged = [];

    public bool Supports(string name, AttributionLevel level)
    {
        if (!_judged.TryGetValue((name, level), out var supported)) _judged[(name, level)] = supported = Judge(name, level);
        return supported;
    }

    private bool Judge(string name, AttributionLevel level)
    {
        if (name.Length == 0 || !Stands(name)) return false;
        if (level < AttributionLevel.Organisation || _labels.Contains(name) || _present.Contains(name) || organisations.Find(name, record.Published) is not null) return true;
        return name.Any(Hangul.IsSyllable) ? IsKorean(name, level) : IsEnglish(name, level);
    }

    private bool Stands(string words) => record.Text.Contains(words, StringComparison.Ordinal);

    private bool IsKorean(string name, AttributionLevel level)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (level == AttributionLevel.Person) return words.Length > 1 || Korean.Titles.EndOf(name) is not null;
        return words.Length > 1 || name.Any(char.IsAsciiLetterUpper) || Enumerable.Range(2, Math.Max(0, name.Length - 1)).Any(n => OrganisationShapes.Is(name[..n]))
            || Array.Exists(KoreanLeads, l => Stands(l + name)) || Array.Exists(KoreanFollowers, f => Stands(name + f)) || Array.Exists(KoreanResumptions, Stands);
    }

    /// <summary>Two words, initials or a describing phrase name somebody. One bare word is a surname where it speaks like a person, else it must be introduced.</summary>
    private bool IsEnglish(string name, AttributionLevel level)
    {
        var words = name.Split([' ', '\u00A0', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 || !char.IsAsciiLetterUpper(name[0]) || name.Skip(1).Any(char.IsAsciiLetterUpper)) return true;
        var isThing = NounLexicon.PlacesAndThings.Contains(name.ToLowerInvariant());
        return (!isThing && (level == AttributionLevel.Person || GivenNames.IsBrand(name.ToLowerInvariant()))) || IsIntroduced(name);
    }

    /// <summary>"Lumen, a start-up", "(Lumen)", "Ms Roe", "Lumen's chief executive".</summary>
    private bool IsIntroduced(string name)
    {
        foreach (var (before, after) in Introductions)
        {
            if (Stands(before + name + after)) return true;
        }

        return false;
    }

    private static readonly (string Before, string After)[] Introductions =
        [("", ", a "), ("", ", an "), ("", ", the "), ("", ", which "), ("", ", who "), ("(", ")"), ("(", ","), ("Mr ", ""), ("Ms ", ""), ("Mrs ", ""), ("Dr ", ""), ("Mr. ", ""), ("Ms. ", ""), ("Mrs. ", ""), ("Dr. ", ""), ("Professor ", ""), ("of ", ", said"), ("firm ", ""), ("company ", ""), ("startup ", ""), ("start-up ", ""), ("association ", ""), ("operator ", ""), ("maker ", ""), ("chief executive of ", ""), ("head of ", "")];
}
