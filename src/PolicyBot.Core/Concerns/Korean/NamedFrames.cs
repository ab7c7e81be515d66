using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reports whose content is a noun: 세제 지원을 건의했다, 전력난을 우려했다, 필요성을 강조했다, A 등의 의견이 개진됐다.</summary>
internal static class NamedFrames
{
    private const int Gap = 4;

    private static readonly string[] Told = ["했다", "했고", "했으며", "했지만", "했으나", "했는데", "하고", "하며", "하면서", "하면서도", "하자", "했습니다", "했음", "함", "하였다", "하기도", "랐다", "랐고", "라며", "라고", "했다는", "원했다", "원하며", "요구"];

    private static readonly string[] AfterAdnominal = ["반면", "데", "가운데", "뒤", "후", "데이어", "만큼"];

    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal) { "이를", "그것을", "이것을", "이같이", "이렇게", "뜻을", "말을", "의견을", "입장을", "우려를", "건의를", "요구를", "요청을", "목소리를", "도움을", "협조를", "관심을", "참여를", "당부를", "인사를", "이야기를", "얘기를", "발언을", "질문을", "답변을", "설명을", "제안을", "기대를", "불만을", "고충을", "애로를", "어려움을", "호소를", "중요성을" };

    public static Frame? Read(IReadOnlyList<Word> words, int i)
    {
        if (words[i].Quote is not null) return null;
        return Necessity(words, i) ?? Cleft(words, i) ?? Wished(words, i) ?? Headed(words, i) ?? Answered(words, i) ?? Singled(words, i) ?? Object(words, i) ?? Passive(words, i) ?? WithNoun(words, i);
    }

    /// <summary>Whether the verb tells a finished act, rather than a plan, an aim or a property of something else.</summary>
    public static bool IsTold(IReadOnlyList<Word> words, int verb)
    {
        var text = words[verb].Text;
        if (Complements.Match(words[verb], null) is not null) return false;
        if (Array.Exists(Told, t => text.EndsWith(t, StringComparison.Ordinal)) || Tail.EndsInPast(text)) return true;
        return text.EndsWith('한') && verb + 1 < words.Count && Array.Exists(AfterAdnominal, a => words[verb + 1].Text.StartsWith(a, StringComparison.Ordinal)) && !words[verb + 1].Text.StartsWith("데다", StringComparison.Ordinal);
    }

    private static Frame? Object(IReadOnlyList<Word> words, int i)
    {
        if (ReportingVerbs.Read(words, i) is not { } verb || verb.Force is Force.Neutral or Force.Position or Force.Answer or Force.Question or Force.Courtesy || !IsTold(words, verb.Last)) return null;
        if (verb.Force == Force.Request && i > 1 && (words[i - 1].Text.EndsWith('길') || words[i - 1].Text.EndsWith("기를", StringComparison.Ordinal)) && words[i - 1].Text.Length > 1)
            return Frames.Base(words, i - 1, words[i - 1].EndOf(words[i - 1].Text.Length - (words[i - 1].Text.EndsWith("기를", StringComparison.Ordinal) ? 1 : 0)), FrameKind.Named, i, verb.Last, verb.Force);
        for (var at = i - 1; at >= Math.Max(0, i - Gap); at--)
        {
            if (words[at].Quote is not null && words[at].Text.Length == 0) return null;
            var (length, role) = Particles.Strip(words[at].Text);
            if (role is Particles.Role.Object or Particles.Role.Also && length > 0 && !Pointing.Contains(words[at].Text) && !IsSelf(words[at].Text[..length]) && !(verb.Force == Force.Concern && (OrganisationShapes.Is(words[at].Text[..length]) || words[at].Text[..length] is "정부" or "당국")))
                return Content(words, at, length) is { } end ? Frames.Base(words, end.Word, end.End, FrameKind.Named, i, verb.Last, verb.Force) : null;
            if (role is Particles.Role.Topic or Particles.Role.Subject) return null;
        }

        return null;
    }

    /// <summary>"인력난을 가장 큰 걸림돌로 꼽았다", "통관 지연을 애로사항으로 들었다".</summary>
    private static Frame? Singled(IReadOnlyList<Word> words, int i)
    {
        if (i < 1 || i + 1 >= words.Count || Array.Find(Hardships, h => words[i].Text == h) is not { } hardship) return null;
        var verb = words[i + 1].Text;
        if (!Array.Exists(Singling, s => verb.StartsWith(s, StringComparison.Ordinal)) || !(verb.EndsWith('다') || verb.EndsWith('고') || verb.EndsWith('며'))) return null;
        for (var at = i - 1; at >= Math.Max(0, i - Gap); at--)
        {
            var (length, role) = Particles.Strip(words[at].Text);
            if (role is Particles.Role.Topic or Particles.Role.Subject || words[at].Quote is not null) return null;
            if (role == Particles.Role.Object && ReportingNouns.Read(words[at].Text) is null && Complements.Match(words[at], null) is null) return Frames.Base(words, at, words[at].EndOf(length), FrameKind.Named, i, i + 1, hardship is "과제로" ? Force.Plea : Force.Concern);
        }

        return null;
    }

    private static readonly string[] Hardships = ["애로로", "애로사항으로", "걸림돌로", "문제로", "문제점으로", "어려움으로", "한계로", "장벽으로", "부담으로", "고충으로", "걱정거리로", "과제로"];

    private static readonly string[] Singling = ["꼽", "지목", "들었", "지적", "거론", "언급"];

    private static bool IsSelf(string stem) => stem is "익명" or "자신" or "서로" or "기업" or "참석자";

    /// <summary>Leaves 등, 문제, 필요성 and 에 대한 우려 out of the content.</summary>
    private static (int Word, int End)? Content(IReadOnlyList<Word> words, int at, int length)
    {
        var stem = words[at].Text[..length];
        if (stem == "등" && at > 0) return (at - 1, words[at - 1].End);
        if (stem is "필요성" or "필요" && at > 0) return (at - 1, words[at - 1].End);
        if (stem.EndsWith('등') && length > 2) return (at, words[at].EndOf(length - 1));
        if (ReportingNouns.Read(stem) is not null && at > 1 && words[at - 1].Text is "대한" && Particles.Strip(words[at - 2].Text) is { Role: Particles.Role.To } of) return (at - 2, words[at - 2].EndOf(of.Length));
        return (at, words[at].EndOf(length));
    }

    /// <summary>"D단체의 심의 과정 전면 공개 요구에 대해", "유출 우려에 대해".</summary>
    private static Frame? Answered(IReadOnlyList<Word> words, int i)
    {
        if (i < 2 || words[i - 1].Quote is not null || Array.Find(Answers, a => words[i].Text == a + "에" || words[i].Text == a + "에는") is not { } noun) return null;
        if (words[i - 1].CommaAfter || Particles.Strip(words[i - 1].Text).Role is not (Particles.Role.None or Particles.Role.Of) || NounPhrases.EndsPhrase(words[i - 1].Text)) return null;
        var isAbout = i + 1 < words.Count && words[i + 1].Text.StartsWith('대');
        return Frames.Base(words, i - 1, words[i - 1].EndOf(Particles.Strip(words[i - 1].Text).Length), FrameKind.Answered, i, isAbout ? i + 1 : i, ReportingNouns.Read(noun)!.Value.Force);
    }

    private static readonly string[] Answers = ["요구", "요청", "건의", "제안", "촉구", "우려", "지적", "하소연", "불만", "호소"];

    /// <summary>규제 샌드박스 필요성을 강조했다; 도입 필요성이 제기됐다.</summary>
    private static Frame? Necessity(IReadOnlyList<Word> words, int i)
    {
        if (i == 0 || !words[i].Text.StartsWith("필요성", StringComparison.Ordinal) || i + 1 >= words.Count) return null;
        var verb = i + 1;
        while (verb < words.Count - 1 && verb < i + 3 && ReportingVerbs.Read(words, verb) is null && !ReportingNouns.IsPassive(words[verb].Text)) verb++;
        if (!words[verb].Text.EndsWith('다') && !words[verb].Text.EndsWith('고') && !words[verb].Text.EndsWith('며') || Frames.IsNested(words, verb)) return null;
        var passive = words[i].Text is "필요성이" or "필요성도" && ReportingNouns.IsPassive(words[verb].Text);
        if (!passive && ReportingVerbs.Read(words, verb) is null) return null;
        var before = Particles.Strip(words[i - 1].Text);
        return Frames.Base(words, i - 1, words[i - 1].EndOf(before.Role == Particles.Role.Of ? before.Length : words[i - 1].Text.Length), passive ? FrameKind.NamedPassive : FrameKind.Named, i, verb, Force.Request);
    }

    /// <summary>품질 인증의 일원화를 요청한 곳은 B협회다.</summary>
    private static Frame? Cleft(IReadOnlyList<Word> words, int i)
    {
        // "감축을 반대한 것은 아니라고 덧붙였다": what was not done.
        if (i + 2 < words.Count && words.Skip(i + 2).Any(w => w.Text.StartsWith("아니", StringComparison.Ordinal) || w.Text.StartsWith("아닌", StringComparison.Ordinal) || w.Text.StartsWith("아닙", StringComparison.Ordinal))) return null;
        if (i == 0 || i + 2 >= words.Count || !words[i].Text.EndsWith('한') || words[i + 1].Text is not ("곳은" or "쪽은" or "것은" or "이는" or "사람은" or "건" or "기업은" or "단체는" or "기관은")) return null;
        if (ReportingVerbs.Read(words, i) is not { Force: Force.Request or Force.Concern or Force.Plea } verb || !Particles.IsObject(words[i - 1].Text)) return null;
        return Frames.Base(words, i - 1, words[i - 1].EndOf(Particles.Strip(words[i - 1].Text).Length), FrameKind.Cleft, i, words.Count - 1, verb.Force);
    }

    /// <summary>"표 이사장이 원한 것은 농사용 요금에 준하는 단가였다": what was asked stands behind the verb.</summary>
    private static Frame? Wished(IReadOnlyList<Word> words, int i)
    {
        if (i == 0 || i + 2 >= words.Count || !(words[i].Text.EndsWith('한') || words[i].Text.EndsWith('은') || words[i].Text.EndsWith('란')) || words[i + 1].Text is not ("것은" or "것도" or "건" or "바는" or "점은" or "대목은" or "부분은")) return null;
        if (ReportingVerbs.Read(words, i) is not { Force: Force.Request or Force.Concern or Force.Plea } verb || words[^1].Quote is not null) return null;
        var last = words[^1].Text;
        var ending = Array.Find(["이었다", "였다", "이다", "다"], e => last.Length > e.Length && last.EndsWith(e, StringComparison.Ordinal));
        if (ending is null || Complements.Match(words[^2], words[^1]) is not null || ReportingNouns.Read(last) is not null || last is "것이었다" or "것이다" or "점이다" or "점이었다") return null;
        return Frames.Base(words, words.Count - 1, words[^1].EndOf(last.Length - ending.Length), FrameKind.Named, i, words.Count - 1, verb.Force) with { First = i + 2 };
    }

    private static readonly string[] Troubles = ["걱정은", "우려는", "고민은", "애로는", "애로사항은", "고충은", "불만은", "하소연은", "걱정거리는", "골칫거리는", "걸림돌은"];

    private static readonly string[] Wishes = ["바람은", "요구는", "건의는", "요청은", "숙원은", "주문은", "희망은", "소망은"];

    /// <summary>"농민들의 가장 큰 걱정은 물 부족이었다": the noun tells the kind, its owner the speaker.</summary>
    private static Frame? Headed(IReadOnlyList<Word> words, int i)
    {
        var (trouble, wish) = (Array.Exists(Troubles, t => words[i].Text == t), Array.Exists(Wishes, w => words[i].Text == w));
        if (!(trouble || wish) || i == 0 || i + 1 >= words.Count || words[^1].Quote is not null || words.Skip(i + 1).Any(w => w.Quote is not null)) return null;
        if (!words.Take(i).Any(w => Particles.Strip(w.Text).Role == Particles.Role.Of)) return null;
        var last = words[^1].Text;
        var ending = Array.Find(["이었다", "였다", "이다", "다"], e => last.Length > e.Length && last.EndsWith(e, StringComparison.Ordinal));
        if (ending is null || (ending == "다" && !last.EndsWith("난다", StringComparison.Ordinal) && Tail.EndsInPast(last)) || last is "것이었다" or "것이다" or "점이다" or "점이었다" or "없다" or "없었다" or "크다" or "컸다" or "많다" or "여전하다" or "그대로다" or "마찬가지다" || GroupPhrases.IsCount(last[..^ending.Length]) || last[..^ending.Length] is "둘" or "셋" or "넷" or "다섯") return null;
        if (words.Count > i + 2 && Complements.Match(words[^2], words[^1]) is not null || ReportingNouns.Read(last) is not null) return null;
        return Frames.Base(words, words.Count - 1, words[^1].EndOf(last.Length - ending.Length), FrameKind.Named, i, words.Count - 1, trouble ? Force.Concern : Force.Request) with { First = i + 1 };
    }

    /// <summary>"A, B 등 다양한 의견이 개진됐다", "A가 애로로 거론됐다", "전력 부족 문제가 제기됐다".</summary>
    private static Frame? Passive(IReadOnlyList<Word> words, int i)
    {
        if (i < 2 || !ReportingNouns.IsPassive(words[i].Text) || ReportingNouns.IsTimeless(words[i].Text) || Complements.Match(words[i], null) is not null || !words[i].Text.EndsWith('다') && !words[i].Text.EndsWith('고') && !words[i].Text.EndsWith('며')) return null;
        for (var at = i - 1; at >= Math.Max(1, i - Gap); at--)
        {
            var text = words[at].Text;
            var (length, role) = Particles.Strip(text);
            if (text is "애로로" or "애로사항으로" or "걸림돌로" or "문제로" or "어려움으로" or "문제점으로" or "한계로" or "과제로") return Subject(words, at - 1, i, text is "과제로" ? Force.Plea : Force.Concern);
            if (role is not (Particles.Role.Subject or Particles.Role.Also)) continue;
            if (ReportingNouns.Read(text) is not { } noun) return text.StartsWith("문제", StringComparison.Ordinal) && words[i].Text.StartsWith("제기", StringComparison.Ordinal) ? Subject(words, at, i, Force.Concern) : null;
            return Listed(words, at, i, noun.Force);
        }

        return null;
    }

    private static Frame? Subject(IReadOnlyList<Word> words, int at, int verb, Force force)
    {
        var (length, role) = Particles.Strip(words[at].Text);
        return at > 0 && role is Particles.Role.Subject or Particles.Role.Also ? Frames.Base(words, at, words[at].EndOf(length), FrameKind.NamedPassive, verb, verb, force) : null;
    }

    /// <summary>The list before 등 (다양한) (업계의) 건의가.</summary>
    private static Frame? Listed(IReadOnlyList<Word> words, int noun, int verb, Force force)
    {
        for (var at = noun - 1; at >= Math.Max(1, noun - Gap); at--)
        {
            var text = words[at].Text;
            if (text is "등" or "등의" or "등에") return Frames.Base(words, at - 1, words[at - 1].End, FrameKind.NamedPassive, noun, verb, force);
            if (text is "대한" && Particles.Strip(words[at - 1].Text) is { Role: Particles.Role.To } of) return Frames.Base(words, at - 1, words[at - 1].EndOf(of.Length), FrameKind.NamedPassive, noun, verb, force);
        }

        return null;
    }

    private static bool IsPast(char last) => Hangul.IsSyllable(last) && Hangul.FinalIndex(last) == 20;

    /// <summary>업계 건의는 매칭 비율 인하였다.</summary>
    private static Frame? WithNoun(IReadOnlyList<Word> words, int i)
    {
        if (i == 0 || i + 1 >= words.Count || words[i].Text is not ("건의는" or "요구는" or "요청은" or "건의사항은" or "요구사항은" or "우려는" or "애로는" or "불만은" or "고충은" or "제안은" or "바람은")) return null;
        var last = words[^1].Text;
        var ending = Array.Find(["이었다", "였다", "이다", "다"], e => last.Length > e.Length && last.EndsWith(e, StringComparison.Ordinal));
        if (ending is null || IsPast(last[^(ending.Length + 1)]) || last.EndsWith("했다", StringComparison.Ordinal) || last.EndsWith("됐다", StringComparison.Ordinal) || last.EndsWith("있다", StringComparison.Ordinal) || last.EndsWith("없다", StringComparison.Ordinal) || last.EndsWith("졌다", StringComparison.Ordinal)) return null;
        var force = ReportingNouns.Read(words[i].Text)?.Force ?? Force.Request;
        return Frames.Base(words, words.Count - 1, words[^1].EndOf(last.Length - ending.Length), FrameKind.Owned, i, words.Count - 1, force);
    }
}
