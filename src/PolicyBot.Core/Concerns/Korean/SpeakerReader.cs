namespace PolicyBot.Concerns.Korean;

/// <summary>Reads the speaker that a noun phrase names.</summary>
internal sealed class SpeakerReader(string text, People people, Bodies bodies)
{
    private static readonly string[] OfficialGroups = ["부처", "정부", "당국", "공무원", "정부측"];

    public sealed record Mention(int First, int Last, Speaker Speaker, bool IsPronoun = false);

    /// <summary>The phrase that ends with the first <paramref name="length"/> letters of a word; null when it names nobody.</summary>
    public Mention? Read(IReadOnlyList<Word> words, int last, int length, int first = 0)
    {
        if (length <= 0 || words[last].Quote is not null) return null;
        var stem = words[last].Text[..length];
        if (GroupPhrases.IsPronoun(stem)) return new(last, last, Speaker.Nobody, IsPronoun: true);

        return ReadSide(words, last, stem, first)
            ?? ReadOneOfMany(words, last, stem, first)
            ?? ReadGroup(words, last, stem, first)
            ?? ReadVague(words, last, stem, first)
            ?? ReadJoint(words, last, stem, first);
    }

    /// <summary>A사 측, 협회측, B부 관계자: the organisation speaks, nobody in it is known.</summary>
    private Mention? ReadSide(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        if (stem is "측" or "쪽" or "관계자" or "당국자" or "담당자" or "측근" or "실무자" or "고위관계자" or "고위 관계자" && last > first)
        {
            var before = last - 1;
            if (words[before].Text is "고위" or "핵심" or "실무" or "담당" && before > first) before--;
            if (ReadBody(words, before, words[before].Text.Length) is { } body && !IsPointed(words, body.First, first)) return body with { Last = last };
            if (IsNewName(words[before].Text) && !IsPointed(words, before, first)) return new(before, last, new(AttributionLevel.Organisation, [words[before].Text], Side.Stakeholder));
            if (stem is "측" or "쪽") return Read(words, before, words[before].Text.Length, first) is { } whose ? whose with { Last = last } : null;
        }

        if (stem.Length > 2 && stem.EndsWith('측')) return ReadBody(words, last, stem.Length - 1) ?? ReadGroup(words, last, stem[..^1], first);
        return null;
    }

    /// <summary>"참석자 중 한 명", "기업 대표 가운데 1명": one of them, and unknown.</summary>
    private Mention? ReadOneOfMany(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        var of = stem switch
        {
            "명" or "사람" or "분" or "곳" when last > first && words[last - 1].Text is "한" or "1" => last - 2,
            "한명" or "1명" or "한사람" or "한분" or "한곳" or "1곳" or "하나" => last - 1,
            _ => -1,
        };
        if (of <= first || words[of].Text is not ("중" or "중에" or "가운데" or "가운데서")) return null;
        var start = NounPhrases.Start(words, of - 1, first);
        return new(start, last, Speaker.Unknown(Phrase(words, start, last, stem), SideOfUnknown(words, start, last, stem)));
    }

    private Mention? ReadGroup(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        if (stem is "등" && last > first)
            return Read(words, last - 1, words[last - 1].Text.Length, first) is { } m ? new(m.First, last, Speaker.Group("", m.Speaker.Side)) : new(last, last, Speaker.Group(""));
        if (!GroupPhrases.IsGroup(words, last, stem)) return null;
        if (stem is "이들" or "그들" or "저희" or "양측") return new(last, last, Speaker.Group(stem));

        var start = NounPhrases.Start(words, last, first);
        if (start < last && GroupPhrases.IsCount(words[start].Text) && words[start].Text.Length > 1 && start > first) start++;
        var phrase = text[words[start].Start..words[last].EndOf(stem.Length)];
        var side = OfficialGroups.Any(o => phrase.Contains(o, StringComparison.Ordinal)) || bodies.SideOf(words[start].Text) == Side.Government && start < last ? Side.Government : Side.Stakeholder;
        return new(start, last, Speaker.Group(phrase, side));
    }

    /// <summary>"한 참석자", "이 회사", "익명을 요구한 한 스타트업 대표", "업계 관계자", "A씨".</summary>
    private Mention? ReadVague(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        var start = NounPhrases.Start(words, last, first);
        var pointer = Enumerable.Range(start, last - start).Where(i => GroupPhrases.IsPointer(words[i].Text)).Select(i => (int?)i).LastOrDefault();
        if (pointer is { } p && people.Resolve(words[p].Text, stem) is null && IsRoleOrOne(words, last, stem))
        {
            if (p > start && words[p - 1].Text is "또") p--;
            return new(p, last, Speaker.Unknown(Phrase(words, p, last, stem), SideOfUnknown(words, p, last, stem)));
        }

        if (!GroupPhrases.IsUnknownOne(stem) || PersonPhrase.Read(text, words, last, stem.Length, bodies) is { Name: not null } or { Organisation: not null }) return null;
        if (Titles.EndOf(stem) == stem && people.Unique(stem) is not null) return null;
        if (bodies.Fullest(stem) != stem) return null;
        return new(start, last, Speaker.Unknown(Phrase(words, start, last, stem), SideOfUnknown(words, start, last, stem)));
    }

    private static bool IsRoleOrOne(IReadOnlyList<Word> words, int last, string stem) =>
        GroupPhrases.IsUnknownOne(stem) || Titles.EndOf(stem) is not null || OrganisationShapes.Is(stem) || stem is "위원" || (last > 0 && GroupPhrases.IsCommon(words[last - 1].Text));

    private Side SideOfUnknown(IReadOnlyList<Word> words, int start, int last, string stem) =>
        Enumerable.Range(start, last - start).Any(i => bodies.SideOf(words[i].Text) == Side.Government) || (Titles.EndOf(stem) is { } title && Titles.SideOf(title, last - start > 1, false) == Side.Government)
            || stem is "당국자" or "공무원"
            ? Side.Government
            : Side.Stakeholder;

    /// <summary>"A사와 B사", "홍길동 A사 대표와 심청 B사 이사": both; three or more, or a marked list: the participants.</summary>
    private Mention? ReadJoint(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        if (ReadOne(words, last, stem, first) is not { } head) return null;
        List<Speaker> all = [head.Speaker];
        var start = head.First;
        var isList = words[start].IsListed;
        while (start > first && PartnerBefore(words, start, first) is { } partner)
        {
            all.Insert(0, partner.Speaker);
            start = partner.First;
            isList |= words[start].IsListed;
        }

        if (isList || all.Count > 2) return new(start, last, Speaker.Group("", head.Speaker.Side));
        if (all.Count == 1) return head;
        return new(start, last, new(all.Min(s => s.Level), [.. all.SelectMany(s => s.Names).Distinct()], head.Speaker.Side));
    }

    private Mention? PartnerBefore(IReadOnlyList<Word> words, int start, int first)
    {
        var before = words[start - 1];
        var (length, role) = Particles.Strip(before.Text);
        if (role != Particles.Role.With && !before.CommaAfter) return null;
        if (role is not (Particles.Role.With or Particles.Role.None)) return null;
        return ReadOne(words, start - 1, before.Text[..length], first) is { Speaker.IsNamed: true } partner ? partner : null;
    }

    private Mention? ReadOne(IReadOnlyList<Word> words, int last, string stem, int first) =>
        ReadPerson(words, last, stem, first) ?? ReadBody(words, last, stem.Length, first);

    private Mention? ReadPerson(IReadOnlyList<Word> words, int last, string stem, int first)
    {
        if (PersonPhrase.Read(text, words, last, stem.Length, bodies) is not { } phrase) return people.OfName(stem) is { } named ? new(last, last, named) : null;
        if (phrase.First < first) phrase = phrase with { First = first };
        var speaker = people.SpeakerOf(phrase);
        return speaker is null ? null : new(phrase.First, last, speaker);
    }

    private Mention? ReadBody(IReadOnlyList<Word> words, int last, int length, int first = 0)
    {
        if (bodies.Read(words, last, length) is not { } body) return null;
        // "통영 수협은" in a record of 가람수협: the word before makes it another one.
        if (Bodies.IsGeneric(body.Name) && NounPhrases.Start(words, body.First, first) is var start && start < body.First)
            return new(start, last, Speaker.Unknown(Phrase(words, start, last, words[last].Text[..length])));
        return new(body.First, body.Last, new(AttributionLevel.Organisation, [bodies.Fullest(body.Name)], bodies.SideOf(body.Name)));
    }

    /// <summary>Only a name stands before 측 and 관계자, unless the word is a common one (회사 측, 업계 관계자).</summary>
    private static bool IsNewName(string word) =>
        word.Length > 1 && !PersonNames.IsCommon(word) && !GroupPhrases.IsCommon(word) && !OrganisationShapes.IsCommon(word) && !NounPhrases.EndsPhrase(word) && Titles.EndOf(word) is null
        && Particles.Strip(word).Role is Particles.Role.None or Particles.Role.Subject or Particles.Role.Also && !word.EndsWith('들') && !word.EndsWith("업계", StringComparison.Ordinal);

    private static bool IsPointed(IReadOnlyList<Word> words, int at, int first) => at > first && GroupPhrases.IsPointer(words[at - 1].Text);

    private string Phrase(IReadOnlyList<Word> words, int start, int last, string stem) => text[words[start].Start..words[last].EndOf(stem.Length)];
}
