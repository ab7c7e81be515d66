using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads the labels of turns: "위원장 전우치", "○허생 위원", "A사 대표 놀부", "화자1".</summary>
internal sealed class TurnSpeakers(string text, SpeakerReader speakers, Bodies bodies)
{
    private static readonly string[] Nobodies = ["화자", "참석자", "발언자", "질문자", "청중", "방청석", "객석", "익명", "미상", "알수없음", "spk", "speaker", "Speaker", "SPEAKER", "질의자", "답변자", "토론자", "관계자"];

    private static readonly string[] Askers = ["위원", "의원", "참고인", "진술인", "증인", "간사", "청원인"];

    /// <summary>Whom a bare name means that an earlier label introduced; null where two labels disagree.</summary>
    private readonly Dictionary<string, Speaker?> _introduced = new(StringComparer.Ordinal);

    public Speaker Read(SourceSpan label)
    {
        var words = Words.Of(text, label);
        if (words is [{ Bracket: null } bare] && _introduced.TryGetValue(bare.Text, out var known)) return known ?? new(AttributionLevel.Person, [bare.Text], Side.Unknown);
        var speaker = ReadNew(words, label);
        if (speaker.Level == AttributionLevel.Person && NameIn(words) is { } name)
            _introduced[name] = _introduced.TryGetValue(name, out var earlier) && !(earlier is not null && earlier.Names.SequenceEqual(speaker.Names)) ? null : speaker;
        return speaker;
    }

    /// <summary>The person's name in a label that says more than it: "홍길동(A사 대표)", "위원장 전우치".</summary>
    private static string? NameIn(IReadOnlyList<Word> words) => words switch
    {
        [{ Bracket: not null } only] => only.Text,
        [_, .., var last] when PersonNames.Is(last.Text) => last.Text,
        _ => null,
    };

    private Speaker ReadNew(IReadOnlyList<Word> words, SourceSpan label)
    {
        if (words.Count == 0) return Speaker.Nobody;
        var written = label.Of(text).Trim();
        if (Array.Exists(Nobodies, n => words[0].Text.StartsWith(n, StringComparison.Ordinal)) && words.Count <= 2) return new(AttributionLevel.Unattributed, [written], Side.Unknown);

        if (words is [{ Bracket: { Length: > 0 } bracket } named] && PersonNames.Is(named.Text) && speakers.Read(words, 0, named.Text.Length) is null or { Speaker.Level: AttributionLevel.Person })
            return new(AttributionLevel.Person, [written], SideIn(bracket));
        var name = new SourceSpan(words[0].Start, words[^1].End).Of(text);
        if (TitleFirst(words) is { } title) return new(AttributionLevel.Person, [name], SideOf(words, title));
        if (speakers.Read(words, words.Count - 1, words[^1].Text.Length) is not { } mention)
            return PersonNames.Is(words[^1].Text) ? new(AttributionLevel.Person, [name], Side.Stakeholder) : Speaker.Unknown(written, Side.Unknown);
        if (mention.Speaker.Level == AttributionLevel.Person || Titles.EndOf(words[^1].Text) is null) return mention.Speaker with { Side = IsAsker(words) ? Side.Stakeholder : mention.Speaker.Side };
        return mention.Speaker;
    }

    /// <summary>"(A사 대표)", "(산업부)", "(전력과장)": the side of who stands before the bracket.</summary>
    private Side SideIn(SourceSpan bracket)
    {
        var inside = Words.Of(text, bracket);
        if (inside.Count == 0) return Side.Unknown;
        if (IsAsker(inside)) return Side.Stakeholder;
        var title = Titles.EndOf(inside[^1].Text);
        var owners = inside.Select((w, i) => i == inside.Count - 1 && title is not null ? w.Text[..^title.Length] : w.Text).Where(o => o.Length > 1).ToList();
        var isPublic = owners.Exists(o => bodies.SideOf(o) == Side.Government || HasMinistryAtHead(o));
        if (title is null) return isPublic ? Side.Government : Side.Stakeholder;
        return Titles.SideOf(title, !isPublic && owners.Exists(bodies.Knows), isPublic);
    }

    /// <summary>The word that holds the title when the name stands last.</summary>
    private static string? TitleFirst(IReadOnlyList<Word> words)
    {
        if (words.Count < 2 || words[^1].Text.Length is < 2 or > 4 || Titles.EndOf(words[^1].Text) == words[^1].Text) return null;
        return Titles.EndOf(words[^2].Text);
    }

    private Side SideOf(IReadOnlyList<Word> words, string title)
    {
        if (IsAsker(words)) return Side.Stakeholder;
        var owners = words.Take(words.Count - 1).Select(w => w.Text.EndsWith(title, StringComparison.Ordinal) ? w.Text[..^title.Length] : w.Text).Where(o => o.Length > 1).ToList();
        var isPublic = owners.Exists(o => bodies.SideOf(o) == Side.Government || HasMinistryAtHead(o));
        return Titles.SideOf(title, !isPublic && owners.Exists(bodies.Knows), isPublic);
    }

    /// <summary>산업통상부에너지정책(실장): ministry and office are written as one.</summary>
    private static bool HasMinistryAtHead(string owner)
    {
        for (var length = 4; length < owner.Length; length++)
        {
            if (owner[length - 1] is '부' or '처' or '청' && OrganisationShapes.IsGovernment(owner[..length])) return true;
        }

        return false;
    }

    private static bool IsAsker(IReadOnlyList<Word> words) => words.Any(w => Array.Exists(Askers, a => w.Text == a));
}
