using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Speakers that no list and no other sentence of the record knows: told from the shape of their names, so that their words go to nobody else.</summary>
internal static class Strangers
{
    /// <summary>A sentence that opens with a topic nobody knows ("루미나는 …라고 했다") must not go to the speaker before. It may be a firm, a product or what is talked about: nobody is named.</summary>
    public static SpeakerSearch.Turn? Opening(IReadOnlyList<Word> words, int start, Frame frame, Carry carry, bool isAsk)
    {
        if (start > 0) return null;
        var first = Adjuncts.Skip(words, start, frame.Comp);
        if (first >= frame.Comp || words[first].Quote is not null) return null;
        if ((SomePeople(words, first, frame) ?? Pair(words, first, frame) ?? SomeOne(words, first, frame)) is { } people) return people;
        if (words.Skip(first).Take(Math.Min(6, frame.Comp - first)).Any(w => w.Quote is null && CameUp.Contains(w.Text))) return new(Speaker.Nobody with { Side = Side.Stakeholder }, Adjuncts.Skip(words, start, frame.Comp), false);
        var (length, role) = Particles.Strip(words[first].Text);
        var stem = words[first].Text[..length];
        // "변학도(농민)는": brackets behind a name tell who it is.
        if (role is Particles.Role.Topic or Particles.Role.Subject && words[first].Bracket is not null && PersonNames.Is(stem))
            return length > 2 ? new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), true) : new(Speaker.Nobody with { Side = Side.Stakeholder }, first, false);
        // "일각에서는 …고 비판했다", "해외에서는 “…”고 본다": somebody, and not whoever was named before. At a meeting it may still be him.
        if (role == Particles.Role.Place && (Array.Exists(Quarters, q => stem == q) || (IsOfPlace(words[first].Text) && IsQuoted(words, first + 1, frame.Comp) && !Array.Exists(Venues, v => stem.EndsWith(v, StringComparison.Ordinal)))))
            return new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), false);
        if (words[first].Text is "누군가" or "누군가는" or "누군가가") return new(Speaker.Unknown("누군가"), Adjuncts.Skip(words, first + 1, frame.Comp), false);
        if (carry.IsMarked || role != Particles.Role.Topic) return null;
        if (frame.Kind == FrameKind.Named && length > 1 && !PersonNames.IsCommon(stem) && !Array.Exists(Things, t => stem.EndsWith(t)) && !OrganisationShapes.IsCommon(stem) && Particles.Strip(words[Math.Min(frame.Comp, words.Count - 1)].Text).Role is Particles.Role.Object or Particles.Role.Also && first < frame.Comp) return new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), false);
        if (length == 2 && Particles.HaveObject(words, first + 1, frame.Comp) && !PersonNames.IsCommon(stem) && !Array.Exists(Things, t => stem.EndsWith(t))) return new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), false);
        // "야당은 “…”고 했다": the topic right before a quotation speaks it, whoever that is.
        if (length == 2 && IsQuoted(words, first + 1, frame.Comp) && !Array.Exists(Things, t => stem.EndsWith(t)) && !Array.Exists(ThingEndings, t => stem == t) && !Array.Exists(Times, t => stem == t)) return new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), false);
        // "대성감속기는": a thing by its ending, yet it may be a firm of that name. The words may be the last speaker's or its own: then nobody's.
        if (length > 3 && Array.Exists(Things, t => stem.EndsWith(t)) && IsNameLike(stem) && !OrganisationShapes.IsCommon(stem)) return new(Speaker.Nobody with { Side = Side.Stakeholder }, first, false);
        if (length < 3 || Array.Exists(Things, t => stem.EndsWith(t)) || PersonNames.IsCommon(stem) || OrganisationShapes.IsCommon(stem)) return null;
        return new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), IsNameLike(stem));
    }

    /// <summary>Up to a quotation stands nobody else: "이 문제에 대해 “…”".</summary>
    public static bool IsQuoted(IReadOnlyList<Word> words, int at, int end)
    {
        for (var i = at; i <= Math.Min(end, Math.Min(at + 5, words.Count - 1)); i++)
        {
            if (words[i].Quote is not null) return true;
            if (Particles.Strip(words[i].Text).Role is Particles.Role.Topic or Particles.Role.Subject) return false;
        }

        return false;
    }

    /// <summary>"A사는 …고 했고 하늘마루는 …고 했다": the second clause opens with somebody nobody knows, so it is not A사 any more.</summary>
    public static SpeakerSearch.Turn? Newcomer(IReadOnlyList<Word> words, int start, Frame frame, bool isAsk)
    {
        if (start == 0 || Complements.Match(words[start - 1], null) is { Form: Complements.Form.Chain }) return null;
        var first = Adjuncts.Skip(words, start, frame.Comp);
        if (first < frame.Comp && Array.Exists(Kin, k => words[first].Text == k)) first++;
        if (first >= frame.Comp || words[first].Quote is not null || Particles.Strip(words[first].Text) is not { Role: Particles.Role.Topic, Length: > 1 } topic) return null;
        var stem = words[first].Text[..topic.Length];
        if (Array.Exists(Things, t => stem.EndsWith(t)) || PersonNames.IsCommon(stem) || OrganisationShapes.IsCommon(stem)) return null;
        return (stem.Length > 2 && IsNameLike(stem)) || words[start - 1].CommaAfter && words[start - 1].Text.EndsWith('고') && stem.Length > 1 || (isAsk && Particles.HaveObject(words, first + 1, frame.Comp)) ? new(Speaker.Unknown(stem), Adjuncts.Skip(words, first + 1, frame.Comp), false) : null;
    }

    private static readonly string[] Kin = ["모회사인", "자회사인", "계열사인", "관계사인", "경쟁사인", "협력사인"];

    private static readonly string[] KindNouns = ["스타트업", "벤처기업", "전문기업", "제조업체", "개발사", "운영사", "제조사"];

    /// <summary>"굴착기 조종사들은": people, even where no list knows their trade; they are not the speaker before.</summary>
    private static SpeakerSearch.Turn? SomePeople(IReadOnlyList<Word> words, int first, Frame frame)
    {
        for (var i = first; i < Math.Min(frame.Comp, first + 4); i++)
        {
            if (words[i].Quote is not null) return null;
            var (length, role) = Particles.Strip(words[i].Text);
            if (role == Particles.Role.Topic && i > first && Array.Exists(KindNouns, k => words[i - 1].Text == k)) return new(Speaker.Unknown(words[i].Text[..length]), Adjuncts.Skip(words, i + 1, frame.Comp), false);
            var stem = words[i].Text[..length];
            if (role == Particles.Role.Topic && i > first && length > 2 && (Titles.EndOf(stem) == stem || IsNamed(words, i, stem))) return new(Speaker.Unknown(string.Join(' ', words.Skip(first).Take(i - first).Select(w => w.Text).Append(stem))), Adjuncts.Skip(words, i + 1, frame.Comp), IsNamed(words, i, stem));
            if (role == Particles.Role.Topic && length > 2 && words[i].Text[length - 1] == '들' && !Array.Exists(Things, t => words[i].Text[length - 2] == t)) return new(Speaker.Unknown(words[i].Text[..length]), Adjuncts.Skip(words, i + 1, frame.Comp), false);
            // "유튜브 채널 온새미는 “…”고": a name of several words, or behind what it is.
            if (role == Particles.Role.Topic && i > first && length > 1 && IsQuoted(words, i + 1, frame.Comp) && !PersonNames.IsCommon(stem) && !Array.Exists(Things, t => stem.EndsWith(t)) && !Array.Exists(ThingEndings, t => stem.EndsWith(t, StringComparison.Ordinal)))
                return new(Speaker.Unknown(stem), Adjuncts.Skip(words, i + 1, frame.Comp), false);
            if (role is not (Particles.Role.None or Particles.Role.Of)) return null;
        }

        return null;
    }

    /// <summary>"다라수산과 바른식품은 …고 했다": two whom nobody knows. They may be things too; the speaker before they are not.</summary>
    private static SpeakerSearch.Turn? Pair(IReadOnlyList<Word> words, int first, Frame frame)
    {
        if (first + 1 >= frame.Comp || words[first + 1].Quote is not null || Particles.Strip(words[first].Text) is not { Role: Particles.Role.With } joined || Particles.Strip(words[first + 1].Text) is not { Role: Particles.Role.Topic } topic) return null;
        var (one, other) = (words[first].Text[..joined.Length], words[first + 1].Text[..topic.Length]);
        if (other.Length < 3 || !(IsFirmLike(one) || IsFirmLike(other))) return null;
        // With only one of them like a firm, the words may be theirs or the last speaker's: then nobody's.
        return IsFirmLike(one) && IsFirmLike(other) ? new(Speaker.Unknown($"{words[first].Text} {other}"), Adjuncts.Skip(words, first + 2, frame.Comp), true) : new(Speaker.Nobody with { Side = Side.Stakeholder }, first, false);
    }

    /// <summary>By the trade in its name, so that "배터리와 태양광은 보조금이 없다" stays what is talked about; 뿌리산업 and 중견기업 are fields and kinds.</summary>
    private static bool IsFirmLike(string stem) => Array.Find(Trades, t => stem.EndsWith(t, StringComparison.Ordinal)) is { } trade && stem.Length > trade.Length + 1 && stem[..^trade.Length] is var own && !PersonNames.IsCommon(own) && !OrganisationShapes.IsCommon(stem);

    private static readonly string[] Trades = ["수산", "식품", "정밀", "물산", "상사", "유통", "농산", "축산", "제약", "실업", "섬유", "목재", "금속", "전자", "건설", "화학", "테크"];

    /// <summary>"익명을 요구한 한 창업가는", "국립연구원 홍길동 연구관은": somebody, by the pointer or the name before, though no list knows what he is.</summary>
    private static SpeakerSearch.Turn? SomeOne(IReadOnlyList<Word> words, int first, Frame frame)
    {
        for (var i = first; i < Math.Min(frame.Comp, first + 6); i++)
        {
            if (words[i].Quote is not null) return null;
            var (length, role) = Particles.Strip(words[i].Text);
            if (role != Particles.Role.Topic) continue;
            if (i == first) return null;
            if (length < 2) continue;
            var stem = words[i].Text[..length];
            var isPointed = words[i - 1].Text is "한" or "어느" or "어떤" && Array.Exists(Persons, p => stem.EndsWith(p)) && !GroupPhrases.IsNotHuman(stem) && !IsDone(words, i - 1, first);
            var isNamed = length > 2 && words[i - 1] is { Text.Length: 3, CommaAfter: false } name && Surnames.Is(name.Text[0]) && PersonNames.Is(name.Text) && Array.Exists(Posts, p => stem.EndsWith(p));
            // 않은, 밝힌: what leads up to him may end like a topic.
            if (!isPointed && !isNamed) continue;
            var from = isPointed ? i - 1 : NounPhrases.Start(words, i, first);
            return new(Speaker.Unknown(string.Join(' ', words.Skip(from).Take(i - from).Select(w => w.Text).Append(stem))), Adjuncts.Skip(words, i + 1, frame.Comp), true);
        }

        return null;
    }

    /// <summary>"정부가 한 조사는": who or what stands before makes 한 a verb.</summary>
    private static bool IsDone(IReadOnlyList<Word> words, int at, int first) =>
        words[at].Text == "한" && at > first && words[at - 1] is { Quote: null, CommaAfter: false } before && Particles.Strip(before.Text).Role is Particles.Role.Subject or Particles.Role.Object;

    /// <summary>What the word for a person may end in where 한 or 어느 points at it.</summary>
    private static readonly char[] Persons = [.. "가자인원생주민장사수"];

    /// <summary>What a post may end in behind somebody's name.</summary>
    private static readonly char[] Posts = [.. "관장원사가자인수역보"];

    /// <summary>"A사 대표 임꺽정은", "A사 이사인 임꺽정은": a name behind its title.</summary>
    private static bool IsNamed(IReadOnlyList<Word> words, int at, string stem) =>
        stem.Length == 3 && PersonNames.Is(stem) && words[at - 1].Text is var title && (Titles.EndOf(title) ?? (title.EndsWith('인') ? Titles.EndOf(title[..^1]) : null)) is not null;

    /// <summary>A brand that no list knows: neither people, nor a compound of common words.</summary>
    public static bool IsNameLike(string stem) =>
        stem.Any(char.IsAsciiLetterUpper)
        || (!Array.Exists(People, p => stem.EndsWith(p, StringComparison.Ordinal)) && !PersonNames.IsCommon(stem[^2..]) && !PersonNames.IsCommon(stem[..2]) && !Array.Exists(ThingEndings, t => stem.EndsWith(t, StringComparison.Ordinal)));

    private static readonly string[] People = ["들", "업계", "업체", "기업", "회사", "곳", "명", "측", "자", "인", "원", "생", "가", "민", "진", "단", "팀", "층", "님", "꾼", "객", "주", "농가", "학교", "집", "씨", "대표", "업주", "사람", "분"];

    private static readonly string[] ThingEndings = ["시설", "사업", "설비", "공장", "시장", "현장", "지역", "단지", "창구", "서류", "부품", "재료", "원료", "요건", "규정", "조항", "이번", "당장", "결국", "우리", "저희", "올해", "내년", "지금", "현재", "여기", "이곳", "그곳", "무엇보다", "아직", "이제", "앞으로", "경우"];

    private static readonly string[] Quarters = ["일각", "일부", "한쪽", "다른한쪽", "정치권", "시중", "온라인", "인터넷", "여론", "안팎", "주변", "외부", "밖"];

    private static readonly string[] Venues = ["자리", "간담회", "회의", "토론회", "설명회", "행사", "포럼", "세미나", "공청회", "회견", "현장", "방문", "발표", "연설", "인사말", "축사", "모두발언", "질의", "곳", "글", "자료", "보고서", "인터뷰", "통화"];

    private static bool IsOfPlace(string word) => word.EndsWith("에서는", StringComparison.Ordinal) || word.EndsWith("에선", StringComparison.Ordinal);

    /// <summary>"이 자리에서 나온 의견은 “…”는 것이었다": whose it is, nobody says.</summary>
    private static readonly string[] CameUp = ["나온", "제기된", "나왔던", "오간", "쏟아진", "거론된", "개진된", "터져나온"];

    private static readonly string[] Times = ["오늘", "어제", "그제", "내일", "작년", "최근", "당시", "평소", "요즘", "처음", "나중", "다음", "그간", "그동안", "이날", "당일", "매년", "매번"];

    private static readonly char[] Things = [.. "제준책법비금세화성력률율권점간용급류수액값무것망량난형식률도안료업기품물설터버로질건의"];
}
