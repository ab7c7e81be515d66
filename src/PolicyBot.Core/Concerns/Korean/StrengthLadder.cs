namespace PolicyBot.Concerns.Korean;

/// <summary>Grades an answer by its main verb, the last one. Adverbs and deadlines never raise it; in doubt the lower step.</summary>
internal static class StrengthLadder
{
    private const int IdiomReach = 14;

    /// <summary>The step of what was said; null when it answers nothing.</summary>
    /// <param name="content">The words of the answer alone.</param>
    /// <param name="told">Whether the reporter tells the act himself ("의결했다"), so that only acts count, not every fact.</param>
    public static ReplyStrength? Grade(string content, bool told = false)
    {
        var tail = Tail.Of(content);
        var last = VerbPhrase.Of(content);
        if (Refused(tail) && !IsOthersHardship(content, tail)) return ReplyStrength.Declined;
        if (Tail.EndsWithAny(tail, AnswerWords.Facts)) return ReplyStrength.Explained;
        if (Tail.EndsWithAny(tail, AnswerWords.Agreed)) return ReplyStrength.WillPursue;

        var step = Verb(last, tail, told);
        if (step is ReplyStrength.Decided && IsOld(content)) return ReplyStrength.Explained;
        return step ?? (IsOld(content) ? ReplyStrength.Explained : null);
    }

    private static bool Refused(string tail) =>
        Tail.EndsWithAny(tail, AnswerWords.Refusals) || (tail.EndsWith("지않겠다", StringComparison.Ordinal) && Tail.ContainsAny(tail, AnswerWords.Wanted));

    private static readonly string[] Hard = ["쉽지않다", "쉽지는않다", "쉽지않은상황", "쉽지않은상황이다", "어렵다", "어려운상황", "어려운상황이다", "어려운실정이다", "힘들다"];

    /// <summary>What the official himself would do, or was asked to.</summary>
    private static readonly string[] Wanted = ["요구", "요청", "건의", "제안", "바라", "바란", "원하", "희망", "주장", "지적", "제기", "말씀", "수용", "받아들", "들어주", "허용", "동의", "도입", "철회", "유예", "지원", "검토", "반영"];

    /// <summary>"중소기업이 사람을 구하기가 쉽지 않다": whose trouble it is stands before it; nobody is refused anything.</summary>
    private static bool IsOthersHardship(string content, string tail)
    {
        if (!Tail.EndsWithAny(tail, Hard)) return false;
        var words = content.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = Array.FindIndex(words, IsOther);
        return own >= 0 && !Array.Exists(words[(own + 1)..], w => Particles.Strip(w).Role == Particles.Role.Topic || Array.Exists(Wanted, v => w.StartsWith(v, StringComparison.Ordinal)));
    }

    private static bool IsOther(string word)
    {
        var (length, role) = Particles.Strip(word);
        var stem = word[..length];
        return role switch
        {
            Particles.Role.Subject => GroupPhrases.IsCommon(stem) || stem.EndsWith("업계", StringComparison.Ordinal) || stem.EndsWith("기업", StringComparison.Ordinal) || stem.EndsWith("업체", StringComparison.Ordinal) || (stem.EndsWith('들') && stem.Length > 2),
            Particles.Role.Place => stem is "현장" or "업계" or "산업현장",
            _ => false,
        };
    }

    private static bool IsOld(string content) => content.Contains("이미 ", StringComparison.Ordinal) || content.StartsWith("이미", StringComparison.Ordinal);

    private static ReplyStrength? Verb(string last, string tail, bool told)
    {
        if (Tail.ContainsAny(last, AnswerWords.Heard)) return ReplyStrength.Heard;
        if (IsGoingOn(tail)) return GoingOn(last, tail);
        if (IsWill(tail)) return Will(last, tail);
        if (tail.EndsWith("기로했다", StringComparison.Ordinal) || tail.EndsWith("기로결정했다", StringComparison.Ordinal) || tail.EndsWith("기로", StringComparison.Ordinal) || tail.EndsWith("기로합의했다", StringComparison.Ordinal) || tail.EndsWith("기로확정했다", StringComparison.Ordinal) || tail.EndsWith("기로뜻을모았다", StringComparison.Ordinal)) return Resolved(last, tail);
        if (IsPlan(tail)) return Tail.ContainsAny(last, AnswerWords.Review) ? ReplyStrength.WillReview : ReplyStrength.WillPursue;
        if (Tail.EndsWithAny(tail, AnswerWords.Enacted)) return ReplyStrength.Decided;
        if (Tail.EndsWithAny(tail, AnswerWords.InForce)) return ReplyStrength.Decided;
        if (Tail.EndsWithAny(tail, AnswerWords.Commissioned)) return ReplyStrength.Preparing;
        return Tense(last, tail, told);
    }

    private static ReplyStrength? Tense(string last, string tail, bool told)
    {
        if (Tail.EndsWithAny(tail, AnswerWords.Pursues)) return ReplyStrength.WillPursue;
        if (Tail.EndsWithAny(tail, AnswerWords.PresentReview) || Tail.EndsWithAny(tail, AnswerWords.NounReview)) return ReplyStrength.WillReview;
        if (Tail.EndsWithAny(tail, AnswerWords.NounPursue)) return ReplyStrength.WillPursue;
        if (IsPast(tail) && Tail.ContainsAny(last, AnswerWords.Acts)) return ReplyStrength.Decided;
        return !told && IsPast(tail) && Tail.ContainsAny(last, AnswerWords.Review) ? ReplyStrength.WillReview : null;
    }

    private static ReplyStrength? GoingOn(string last, string tail)
    {
        if (Tail.ContainsAny(last, AnswerWords.Review) || Tail.ContainsAny(tail.Length > IdiomReach ? tail[^IdiomReach..] : tail, AnswerWords.ReviewIdioms)) return ReplyStrength.WillReview;
        return Tail.ContainsAny(last, AnswerWords.Making) ? ReplyStrength.Preparing : ReplyStrength.Explained;
    }

    private static ReplyStrength Will(string last, string tail)
    {
        if (Tail.EndsWithAny(tail, AnswerWords.Trying)) return ReplyStrength.WillReview;
        if (tail.EndsWith("준비하겠다", StringComparison.Ordinal)) return ReplyStrength.Preparing;
        if (tail.Contains("검토", StringComparison.Ordinal) && Tail.ContainsAny(last, ["회신", "답변", "답을", "알려", "알리", "말씀"])) return ReplyStrength.WillReview;
        return IsTalk(last, tail) ? ReplyStrength.WillReview : ReplyStrength.WillPursue;
    }

    private static bool IsTalk(string last, string tail) => Tail.ContainsAny(last, AnswerWords.Review) || Tail.ContainsAny(tail.Length > IdiomReach ? tail[^IdiomReach..] : tail, AnswerWords.TalkIdioms);

    /// <summary>-기로 했다 takes the step of its own verb.</summary>
    private static ReplyStrength Resolved(string last, string tail)
    {
        if (IsTalk(last, tail)) return ReplyStrength.WillReview;
        return Tail.ContainsAny(last, AnswerWords.Soft) ? ReplyStrength.WillPursue : ReplyStrength.Decided;
    }

    private static bool IsGoingOn(string tail) => Tail.EndsWithAny(tail, AnswerWords.Progress);

    private static bool IsWill(string tail) => Tail.EndsWithAny(tail, AnswerWords.Will);

    private static bool IsPlan(string tail) => Tail.EndsWithAny(tail, AnswerWords.Plans);

    private static bool IsPast(string tail) => tail.Length > 1 && tail[^1] == '다' && Text.Hangul.IsSyllable(tail[^2]) && Text.Hangul.FinalIndex(tail[^2]) == 20 && tail[^2] is not ('있' or '겠');
}
