namespace PolicyBot.Concerns.Korean;

/// <summary>Finds the reports of a sentence from left to right; a report inside another one belongs to its content.</summary>
internal static class Frames
{
    private const int Window = 7;

    public static IReadOnlyList<Frame> Find(IReadOnlyList<Word> words)
    {
        List<Frame> found = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (At(words, i) is not { } frame) continue;
            if (Gapped(words, frame, found.Count > 0 ? found[^1].Last + 1 : 0) is { } first) found.Add(first);
            found.Add(frame);
            i = Math.Max(i, frame.Last);
        }

        return Inherit(words, found);
    }

    /// <summary>"A사는 접속 지연을, B사는 인력난을 호소했다": one verb for both.</summary>
    private static Frame? Gapped(IReadOnlyList<Word> words, Frame frame, int start)
    {
        if (frame.Kind != FrameKind.Named) return null;
        for (var i = frame.Comp - 1; i > start; i--)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (!words[i].CommaAfter || role != Particles.Role.Object || words[i].Quote is not null) continue;
            var hasNext = Enumerable.Range(i + 1, frame.Comp - i - 1).Any(n => Particles.Strip(words[n].Text).Role is Particles.Role.Topic or Particles.Role.Subject);
            return hasNext ? Base(words, i, words[i].EndOf(length), FrameKind.Named, i, i, frame.Force) : null;
        }

        return null;
    }

    /// <summary>"…다는 의견이, …다는 의견이 나왔다": the first has the verb of the second.</summary>
    private static List<Frame> Inherit(IReadOnlyList<Word> words, List<Frame> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i] is { Kind: FrameKind.Heard, Force: Force.Denied }) found[i] = found[i] with { Kind = found[i + 1].Kind, Force = ReportingNouns.Read(words[found[i].Cue].Text)?.Force ?? found[i + 1].Force };
        }

        return found;
    }

    private static Frame? At(IReadOnlyList<Word> words, int i)
    {
        var next = i + 1 < words.Count ? words[i + 1] : null;
        if (Complements.Match(words[i], next) is { } match)
        {
            return match.Form switch
            {
                Complements.Form.Verb => Spoken(words, i, match.End),
                Complements.Form.Chain => Base(words, i, match.End, FrameKind.Chained, i, i, Force.Neutral),
                _ => NounFrames.Read(words, i, match.End),
            };
        }

        return Loose(words, i) ?? NamedFrames.Read(words, i);
    }

    public static Frame Base(IReadOnlyList<Word> words, int comp, int end, FrameKind kind, int cue, int last, Force force) =>
        new() { Kind = kind, Comp = comp, End = end, Quote = words[comp].Quote, Cue = cue, Last = last, Force = force };

    private static Frame? Spoken(IReadOnlyList<Word> words, int i, int end)
    {
        if (i + 1 < words.Count && ReportingVerbs.IsDo(words[i + 1].Text) && !IsOne(words, i + 1)) return Base(words, i, end, FrameKind.Spoken, i + 1, i + 1, Force.Neutral);
        for (var at = i + 1; at < Math.Min(words.Count, i + Window); at++)
        {
            if (ReportingVerbs.Read(words, at) is { } verb)
            {
                // "활동가라고 밝힌 한 참석자": who he is, not what he says.
                if (words[i].Quote is null && words[at].Text is "밝힌" or "소개한" && words[i].Text.EndsWith("라고", StringComparison.Ordinal)) return null;
                return IsNested(words, verb.Last) ? null : Base(words, i, end, FrameKind.Spoken, at, verb.Last, verb.Force);
            }

            if (Complements.Match(words[at], null) is { } other) return other.Form == Complements.Form.Verb && words[i].CommaAfter && HasSubject(words, i + 1, at) ? Base(words, i, end, FrameKind.Spoken, i, i, Force.Neutral) : null;
        }

        return i + 2 == words.Count && words[i + 1].Quote is null && words[i + 1].Text.EndsWith('다') && Tail.EndsInPast(words[i + 1].Text) && !Array.Exists(Naming, n => words[i + 1].Text.StartsWith(n, StringComparison.Ordinal)) ? Base(words, i, end, FrameKind.Spoken, i + 1, i + 1, Force.Neutral) : null;
    }

    /// <summary>"…라고 불렀다", "…다고 알려졌다" report nothing; any other past verb behind -다고 at the end of a sentence does.</summary>
    private static readonly string[] Naming = ["공시", "집계", "추산", "추정", "예상", "계산", "기록", "신고", "불렀", "불렸", "알려", "전해", "이름", "적혀", "쓰여", "써", "나와", "되어", "돼", "여겨졌", "보였", "보았", "봤", "느꼈", "생각", "믿", "결론", "판명", "드러", "확인됐", "인정됐", "평가됐", "지적됐"];

    /// <summary>"…다고 한 참석자가 말했다": 한 is one, not said.</summary>
    private static bool IsOne(IReadOnlyList<Word> words, int i) =>
        words[i].Text == "한" && i + 2 < words.Count && Particles.Strip(words[i + 1].Text) is { Role: Particles.Role.Subject or Particles.Role.Topic } noun && GroupPhrases.IsUnknownOne(words[i + 1].Text[..noun.Length]) && ReportingVerbs.Read(words, i + 2) is not null;

    /// <summary>"A사는 관세가 문제라고, B사는 유가가 문제라고 말했다": one verb for both.</summary>
    private static bool HasSubject(IReadOnlyList<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Particles.Strip(words[i].Text) is { Role: Particles.Role.Topic, Length: > 1 }) return true;
        }

        return false;
    }

    /// <summary>The reporting verb is itself reported: "어렵다고 하소연했다고 전했다".</summary>
    public static bool IsNested(IReadOnlyList<Word> words, int verb) =>
        words[verb].Quote is null && Complements.Match(words[verb], verb + 1 < words.Count ? words[verb + 1] : null) is { Form: not Complements.Form.Chain };

    /// <summary>벌어질까 걱정했다, 처리하도록 당부했다, 막힌 물류가 풀렸으면 했다.</summary>
    private static Frame? Loose(IReadOnlyList<Word> words, int i)
    {
        var text = words[i].Text;
        var isFear = text.EndsWith('까') || (text is "봐" or "봐서" && i > 0 && words[i - 1].Text.EndsWith('까')) || text.EndsWith("까봐", StringComparison.Ordinal);
        var isAim = text.EndsWith("도록", StringComparison.Ordinal);
        if (!isFear && !isAim) return null;
        if (ReportingVerbs.Read(words, i + 1) is not { } verb || IsNested(words, verb.Last)) return null;
        if (isFear ? verb.Force != Force.Concern : verb.Force != Force.Request) return null;
        return NamedFrames.IsTold(words, verb.Last) ? Base(words, i, words[i].End, FrameKind.Spoken, i + 1, verb.Last, verb.Force) : null;
    }
}
