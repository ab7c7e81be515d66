namespace PolicyBot.Concerns.Korean;

/// <summary>…다는 + noun: 우려를 전했다, 의견이 나왔다, 요청에, 주장이다.</summary>
internal static class NounFrames
{
    private const int Reach = 6;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "게", "것이", "것은", "것도", "점이", "점은", "점도", "데", "등", "등의", "식의", "취지의", "내용의", "업계", "현장", "일부", "여러", "많은", "새", "기존", "같은", "이런", "그런", "산업계", "학계", "자조", "섞인", "거센", "공통된", "다양한", "한결같은", "잇단", "강한", "높은", "날선", "원론적", "원칙적", "형식적", "모호한", "짧은", "똑같은", "기존의", "오랜", "일관된", "거듭된", "간절한", "절박한", "절실한", "뼈아픈", "볼멘", "솔직한", "대체적인", "지배적인", "원론적인", "신중한", "부정적인", "긍정적인", "상반된", "비슷한", "똑같은", "엇갈린", "잇따른", "작은", "큰", "가장", "주된", "구체적인", "분명한", "확고한", "단호한", "조심스러운",
    };

    private static readonly string[] Hearing = ["들었", "듣고", "들은", "듣는", "청취", "받았", "받고", "받아", "수렴", "접수", "접했", "경청", "전달받", "전해들"];

    public static Frame? Read(IReadOnlyList<Word> words, int i, int end)
    {
        for (var at = i + 1; at < Math.Min(words.Count, i + Reach); at++)
        {
            if (words[at].Quote is not null) return null;
            if (ReportingNouns.Read(words[at].Text) is { } noun) return OfNoun(words, i, end, at, noun.Force, noun.Ending);
            if (!IsFiller(words[at].Text) && !OwnerFollows(words, at)) return null;
        }

        return null;
    }

    /// <summary>"…다는 성춘향 B사 대표의 지적에".</summary>
    private static bool OwnerFollows(IReadOnlyList<Word> words, int at)
    {
        for (var i = at; i < Math.Min(words.Count - 1, at + 4); i++)
        {
            if (words[i].CommaAfter || words[i].Quote is not null || NounPhrases.EndsPhrase(words[i].Text)) return false;
            if (Particles.Strip(words[i].Text).Role == Particles.Role.Of) return ReportingNouns.Read(words[i + 1].Text) is not null;
        }

        return false;
    }

    /// <summary>"B협회의 오랜 요구": between the owner and the noun.</summary>
    public static bool IsAdjective(string word) => Fillers.Contains(word) && Particles.Strip(word).Role == Particles.Role.None;

    private static bool IsFiller(string word) => Fillers.Contains(word) || Particles.Strip(word).Role == Particles.Role.Of;

    private static Frame? OfNoun(IReadOnlyList<Word> words, int i, int end, int at, Force force, string rest)
    {
        rest = rest.StartsWith("사항", StringComparison.Ordinal) ? rest[2..] : rest;
        if (rest.StartsWith("이다", StringComparison.Ordinal) || rest is "다" or "이었다" or "였다" or "임" or "입니다" or "이고" or "이며")
            return Frames.Base(words, i, end, FrameKind.Owned, at, at, force);
        if (rest is "에" or "에는" or "에도") return Frames.Base(words, i, end, FrameKind.Answered, at, Reluctant(words, at) ?? Answer(words, at), force) with { Response = Reluctant(words, at) is null ? null : ReplyStrength.Declined };
        if (rest is "을" or "를" or "은" or "는" or "이" or "가" or "도" && force is Force.Request or Force.Plea or Force.Concern && Responded(words, at) is { } done) return Frames.Base(words, i, end, FrameKind.Answered, at, done.Last, force) with { Response = done.Step };
        if (rest is "과" or "와") return Frames.Base(words, i, end, FrameKind.Active, at, at, force);
        if (rest is "이라고" or "이라며" or "라고") return null;
        return Verb(words, i, end, at, force, rest);
    }

    /// <summary>"…요청에 대해(서는)", "…지적에 대한 답으로".</summary>
    private static int Answer(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Text is "대해" or "대해서" or "대해서는" or "대하여" or "대해선" or "관해" or "관해서는" or "답해" or "응해" or "맞서" ? at + 1 : at;

    private static readonly string[] Refusing = ["거절", "거부", "물리쳤", "물리치", "반려", "묵살", "외면", "일축", "기각", "뿌리쳤", "불수용", "받아들이지않", "수용하지않", "들어주지않", "반영하지않", "받아주지않", "채택하지않", "인정하지않", "받아들여지지않", "수용되지않", "반영되지않", "거절됐", "거부됐", "반려됐", "무산됐", "기각됐", "묵살됐", "관철되지않", "채택되지않", "관철시키지못"];

    private static readonly string[] Accepting = ["받아들여", "수용해", "받아들였", "받아들이기로", "수용했", "수용하기로", "들어줬", "들어주기로", "반영하기로", "반영했", "수락", "채택했", "채택하기로", "승인했", "받아들여졌", "수용됐", "채택됐"];

    /// <summary>"…라는 요구를 받아들이지 않았다", "…라는 건의를 수용했다".</summary>
    private static (int Last, ReplyStrength Step)? Responded(IReadOnlyList<Word> words, int at)
    {
        for (var v = at + 1; v < Math.Min(words.Count, at + 4); v++)
        {
            if (words[v].Quote is not null) return null;
            var last = v + 1 < words.Count && (words[v].Text.EndsWith('지') || words[v].Text.EndsWith("기로", StringComparison.Ordinal)) ? v + 1 : v;
            var verb = string.Concat(words.Skip(v).Take(last - v + 1).Select(w => w.Text));
            if (Array.Exists(Refusing, r => verb.StartsWith(r, StringComparison.Ordinal))) return (last, ReplyStrength.Declined);
            if (Array.Exists(Accepting, a => verb.StartsWith(a, StringComparison.Ordinal))) return (last, ReplyStrength.WillPursue);
        }

        return null;
    }

    /// <summary>"…라는 요구에 난색을 표했다".</summary>
    private static int? Reluctant(IReadOnlyList<Word> words, int at)
    {
        for (var v = at + 1; v < Math.Min(words.Count, at + 3); v++)
        {
            if (words[v].Text.StartsWith("난색", StringComparison.Ordinal) || words[v].Text.StartsWith("손사래", StringComparison.Ordinal) || (words[v].Text == "고개를" && v + 1 < words.Count && words[v + 1].Text.Contains('저', StringComparison.Ordinal))) return Math.Min(v + 1, words.Count - 1);
        }

        return null;
    }

    private static Frame? Verb(IReadOnlyList<Word> words, int i, int end, int at, Force force, string rest)
    {
        for (var v = at + 1; v < Math.Min(words.Count, at + Reach - 1); v++)
        {
            var text = words[v].Text;
            if (Complements.Match(words[v], v + 1 < words.Count ? words[v + 1] : null) is { Form: not Complements.Form.Chain } other)
            {
                if (other.Form == Complements.Form.Noun && words[at].CommaAfter) break;
                return null;
            }

            if (ReportingNouns.IsPassive(text)) return Denied(words, v) ? Frames.Base(words, i, end, FrameKind.Passive, at, v, Force.Denied) : Passive(words, i, end, at, v, force);
            if (text.StartsWith('없') || text.StartsWith('않')) return Frames.Base(words, i, end, FrameKind.Passive, at, v, Force.Denied);
            if (rest is not ("을" or "를" or "도" or "")) continue;
            if (Array.Exists(Hearing, h => text.StartsWith(h, StringComparison.Ordinal))) return Frames.Base(words, i, end, FrameKind.Heard, at, v, force);
            if (IsVerb(text)) return Denied(words, v) ? Frames.Base(words, i, end, FrameKind.Active, at, v, Force.Denied) : Frames.Base(words, i, end, FrameKind.Active, at, v, Sharpen(words, v, force));
        }

        return words[at].CommaAfter && rest is "이" or "가" or "도" or "" ? Frames.Base(words, i, end, FrameKind.Heard, at, at, Force.Denied) : null;
    }

    private static Frame? Passive(IReadOnlyList<Word> words, int i, int end, int at, int v, Force force) =>
        ReportingNouns.IsTimeless(words[v].Text) && v == words.Count - 1 ? null : Frames.Base(words, i, end, FrameKind.Passive, at, v, force);

    /// <summary>제기되지 않았다, 나오지는 않았다.</summary>
    private static bool Denied(IReadOnlyList<Word> words, int v) =>
        words[v].Text.Contains("지않", StringComparison.Ordinal) || (words[v].Text.EndsWith('지') || words[v].Text.EndsWith("지는", StringComparison.Ordinal) || words[v].Text.EndsWith("지도", StringComparison.Ordinal)) && v + 1 < words.Count && words[v + 1].Text.StartsWith('않');

    private static Force Sharpen(IReadOnlyList<Word> words, int v, Force force) =>
        force == Force.Neutral && ReportingVerbs.Read(words, v) is { } verb && verb.Force is Force.Concern or Force.Request or Force.Plea ? verb.Force : force;

    private static bool IsVerb(string text) =>
        text.EndsWith('다') || text.EndsWith('고') || text.EndsWith('며') || text.EndsWith("면서", StringComparison.Ordinal) || text.EndsWith("면서도", StringComparison.Ordinal) || text.EndsWith("지만", StringComparison.Ordinal) || text.EndsWith("으나", StringComparison.Ordinal) || text.EndsWith('자') || text.EndsWith("는데", StringComparison.Ordinal) || text.EndsWith('지') || text.EndsWith("지는", StringComparison.Ordinal);
}
