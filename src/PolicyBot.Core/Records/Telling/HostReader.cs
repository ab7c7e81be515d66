using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Finds who invited: the subject of 열었다, 만났다, 찾았다; "A와 B가 공동 주최"; 주재. Who only speaks or sits at a meeting is no host.</summary>
internal sealed class HostReader(string text, PartyReader parties, Organisations organisations, DateOnly? on)
{
    private static readonly string[] Ministries = ["부", "처", "청", "위원회", "위", "원", "시", "도", "국회", "정부", "분과", "실", "국"];

    public IReadOnlyList<Party> Find(SourceSpan sentence, int from)
    {
        if (!text.AsSpan(sentence.Start, sentence.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable)) return FindEnglish(sentence);
        if (FindNamed(sentence) is { Count: > 0 } named) return named;
        if (FindPartner(sentence) is { } partner) return [partner];
        if (!IsHostsAct(sentence, from, out var invites)) return [];
        var amid = Amid(sentence) is not null;
        foreach (var subject in Subjects(sentence, amid ? "은는" : "은는이가"))
        {
            var hosts = Split(subject).Select(parties.Read).OfType<Party>().ToList();
            if (hosts.Count > 0 && (invites || hosts.Exists(IsGovernment))) return hosts;
        }

        return [];
    }

    /// <summary>과기정통부의 AI 간담회가 연기됐다: nobody acts, so the public body that stands before the meeting's name is taken, or whose meeting the words say it is.</summary>
    public IReadOnlyList<Party> FindOwner(SourceSpan within, SourceSpan noun)
    {
        var name = MeetingName.FindCalled(text, within, noun) ?? noun.Of(text);
        var start = noun.End - name.Length;
        var before = text[within.Start..start].TrimEnd();
        var owner = organisations.FindIn(text, new(within.Start, noun.Start), on).LastOrDefault(m => m.Span.Start == start || IsOwner(before, within.Start, m.Span));
        if (owner is { Organisation.Kind: OrganisationKind.Government or OrganisationKind.LocalGovernment or OrganisationKind.Assembly or OrganisationKind.PublicBody }) return [new(null, null, owner.Span.Of(text))];
        // 반도체협회의 AI 간담회: no list knows it, yet it is nobody else's.
        var said = before.EndsWith('의') ? before[(before.LastIndexOf(' ') + 1)..^1] : "";
        return Array.Exists(Owning, said.EndsWith) && parties.Read(said) is { } party ? [party] : [];
    }

    private static readonly string[] Owning = ["협회", "학회", "조합", "수협", "농협", "축협", "신협", "중앙회", "상공회의소", "연맹", "연합회", "협의회", "위원회", "재단", "공사", "공단", "연구원", "진흥원", "대학교", "노조", "은행"];

    private static bool IsOwner(string before, int from, SourceSpan name) =>
        name.End - from <= before.Length && before[(name.End - from)..] is "" or "의" or "'s" or "’s";

    /// <summary>The first act told decides: at a meeting that "열린" is told of, the subject may be a guest.</summary>
    private bool IsHostsAct(SourceSpan sentence, int from, out bool invites)
    {
        var start = Math.Clamp(from, sentence.Start, sentence.End);
        var host = MeetingWords.First(text, start, sentence.End, MeetingWords.Hosting) ?? int.MaxValue;
        var meet = MeetingWords.First(text, start, sentence.End, MeetingWords.Meeting) ?? int.MaxValue;
        var place = MeetingWords.First(text, start, sentence.End, MeetingWords.TakingPlace) ?? int.MaxValue;
        var behind = Math.Max(start, Amid(sentence) ?? start);
        var attends = text.IndexOf("참석", behind, sentence.End - behind, StringComparison.Ordinal);
        invites = host < meet;
        var first = Math.Min(host, meet);
        if (first == int.MaxValue || (attends >= 0 && attends < first)) return false;
        // 예정했던 토론회를 미뤘다, 예정된 토론회를 취소했다, 열린 회의에서: a plan or a place before the act is no other act when the host's verb closes the sentence.
        return first <= place || invites && (MeetingWords.First(text, place, sentence.End, MeetingWords.Moved) ?? MeetingWords.First(text, place, sentence.End, MeetingWords.Called)) is not null;
    }

    /// <summary>Behind "A사와 B사가 참석한 가운데": others came, and who acts is the topic of the sentence.</summary>
    private int? Amid(SourceSpan sentence)
    {
        foreach (var amid in (string[])["참석한 가운데", "참여한 가운데", "배석한 가운데", "함께한 가운데", "모인 가운데"])
        {
            if (text.IndexOf(amid, sentence.Start, sentence.Length, StringComparison.Ordinal) is >= 0 and var at) return at + amid.Length;
        }

        return null;
    }

    /// <summary>"B협회 주최로", "홍길동 차관 주재로", "정책관(주재)".</summary>
    private List<Party> FindNamed(SourceSpan sentence)
    {
        foreach (var mark in (string[])[" 공동 주최", " 주최", " 주재로", " 주재 ", "(주재)", "이 주재", "가 주재", " 주관으로"])
        {
            var at = text.IndexOf(mark, sentence.Start, sentence.Length, StringComparison.Ordinal);
            if (at <= sentence.Start) continue;
            var phrase = KoreanPhrase.Back(text, sentence.Start, at);
            if (phrase is { } p && Split(p.TrimEnd('이', '가', '은', '는')).Select(parties.Read).OfType<Party>().ToList() is { Count: > 0 } found) return found;
        }

        return [];
    }

    /// <summary>"홍길동 차관과 기업들의 간담회": the official named first met the others.</summary>
    private Party? FindPartner(SourceSpan sentence)
    {
        if (MeetingWords.FindNoun(text, sentence.Start, sentence.End) is not { } noun || !text.AsSpan(0, noun.Start).EndsWith("의 ", StringComparison.Ordinal)) return null;
        for (var i = noun.Start - 1; i > Math.Max(sentence.Start, noun.Start - 40); i--)
        {
            if (text[i] != ' ' || text[i - 1] is not ('과' or '와')) continue;
            return KoreanPhrase.Back(text, sentence.Start, i - 1) is { } phrase && parties.Read(phrase) is { } party && IsGovernment(party) ? party : null;
        }

        return null;
    }

    private IEnumerable<string> Subjects(SourceSpan sentence, string particles)
    {
        for (var i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (text[i] is not (' ' or ',') || !particles.Contains(text[i - 1], StringComparison.Ordinal)) continue;
            if (KoreanPhrase.Back(text, sentence.Start, i - 1, joined: true) is { } phrase && Fits(phrase, text[i - 1])) yield return phrase;
        }
    }

    /// <summary>은 and 이 follow a final consonant, 는 and 가 a vowel: anything else is part of a word.</summary>
    private static bool Fits(string phrase, char particle)
    {
        var last = phrase[^1];
        return !Hangul.IsSyllable(last) || Hangul.HasFinal(last) == particle is '은' or '이';
    }

    /// <summary>A협회와 B협회, C부: each one a host.</summary>
    private static string[] Split(string phrase) => phrase.Split(["와 ", "과 ", ", "], StringSplitOptions.RemoveEmptyEntries);

    private bool IsGovernment(Party party)
    {
        if (party.Role is { } role) return Roles.IsOfficial(role);
        if (party.Organisation is not { } name) return false;
        if (organisations.Find(name, on) is { } known) return known.Kind is OrganisationKind.Government or OrganisationKind.LocalGovernment or OrganisationKind.Assembly or OrganisationKind.PublicBody;
        return Ministries.Any(m => name.EndsWith(m, StringComparison.Ordinal)) && name.Length > 2;
    }

    private List<Party> FindEnglish(SourceSpan sentence)
    {
        var host = MeetingWords.First(text, sentence.Start, sentence.End, [.. MeetingWords.Hosting, .. MeetingWords.Meeting]);
        if (host is not { } at || at <= sentence.Start) return [];
        if (text[sentence.Start..at].Contains(" when ", StringComparison.Ordinal) || text.AsSpan(0, at).EndsWith("was ", StringComparison.Ordinal)) return [];
        var dates = DateLanguage.Find(text, new(sentence.Start, at), new DateContext(null));
        var start = dates.Count > 0 && dates[^1].Span.Start < sentence.Start + 12 ? dates[^1].Span.End : sentence.Start;
        var subject = text[start..at].Split([", ", "-- ", "— "], StringSplitOptions.None)[^1].Trim();
        foreach (var lead in (string[])[" that ", " day ", " year "]) if (subject.LastIndexOf(lead, StringComparison.Ordinal) is >= 0 and var cut) subject = subject[(cut + lead.Length)..];
        foreach (var tail in (string[])[" will", " is", " are", " has", " have"]) if (subject.EndsWith(tail, StringComparison.Ordinal)) subject = subject[..^tail.Length];
        if (subject.Length is < 2 or > 60 || MeetingWords.FindNoun(subject, 0, subject.Length) is not null) return [];
        return parties.Read(subject) is { } party ? [party] : [];
    }
}
