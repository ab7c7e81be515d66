using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Cuts the content of a report out of its sentence; a list of asks is cut into its asks.</summary>
internal static class Contents
{
    /// <param name="Force">Set where the piece has lost the words that showed it: "A와 B가 필요하다".</param>
    public sealed record Piece(SourceSpan Span, Force? Force = null);

    /// <summary>Asked for without saying what.</summary>
    private static readonly string[] Empty = ["대책", "답", "답변", "해명", "사과", "관심", "협조", "협력", "동참", "대답", "설명", "참여", "도움", "방안", "이해", "양해"];

    private static readonly string[] NeedEndings = ["필요하다", "필요하다고", "절실하다", "절실하다고", "급하다", "급하다고", "시급하다", "시급하다고", "필요하다며", "시급하다며", "절실하다며"];

    public static IReadOnlyList<Piece> Of(string text, IReadOnlyList<Word> words, Frame frame, int first)
    {
        if (frame.Quote is { } quote && (first >= frame.Comp || words[frame.Comp].Quote is not null)) return [new(Inner(text, quote))];
        first = AfterPraise(words, first, frame);
        if (first > frame.Comp) return [];
        var whole = new SourceSpan(words[first].Start, frame.End).Trim(text);
        if (whole.Length < 2 || (frame.Kind == FrameKind.Named && Empty.Contains(whole.Of(text)))) return [];
        return frame.Kind switch
        {
            FrameKind.Named or FrameKind.NamedPassive or FrameKind.Cleft or FrameKind.Owned when frame.Cue < frame.Comp => [new(whole)],
            FrameKind.Named or FrameKind.NamedPassive => Nouns(words, first, frame, whole),
            FrameKind.Passive or FrameKind.Active => Sentences(words, first, frame, whole),
            FrameKind.Spoken or FrameKind.Chained => Sentences(words, first, frame, whole) is { Count: > 1 } sentences ? sentences : Needs(words, first, frame, whole),
            _ => [new(whole)],
        };
    }

    private static readonly string[] Praising = ["환영", "반기", "반갑", "고맙", "감사", "긍정적", "다행", "공감"];

    /// <summary>"도입을 환영하지만 예산이 걱정": what counts comes after the turn.</summary>
    private static int AfterPraise(IReadOnlyList<Word> words, int first, Frame frame)
    {
        if (frame.Kind is not (FrameKind.Spoken or FrameKind.Chained)) return first;
        for (var i = first; i < frame.Comp; i++)
        {
            if (words[i].Quote is null && (words[i].Text.EndsWith("지만", StringComparison.Ordinal) || words[i].Text.EndsWith("으나", StringComparison.Ordinal)) && Array.Exists(Praising, p => words[i].Text.StartsWith(p, StringComparison.Ordinal))) return i + 1;
        }

        return first;
    }

    /// <summary>“회원사가 ‘서류만 쓰다 한 해가 간다’고 하소연했다”: the complaint is the inner one.</summary>
    private static SourceSpan Inner(string text, SourceSpan quote)
    {
        var words = Words.Of(text, quote);
        var inner = words.FirstOrDefault(w => w.Quote is not null);
        if (inner is null || inner.Text is not ("고" or "라고" or "이라고") || words[^1] == inner) return quote;
        var verb = ReportingVerbs.Read(words, IndexOf(words, inner) + 1);
        return verb is { Force: Force.Concern or Force.Plea } && verb.Value.Last == words.Count - 1 ? inner.Quote!.Value : quote;
    }

    private static int IndexOf(IReadOnlyList<Word> words, Word word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ReferenceEquals(words[i], word)) return i;
        }

        return words.Count;
    }

    /// <summary>"A, B, C 등": one ask each, as long as every piece is a noun.</summary>
    private static List<Piece> Nouns(IReadOnlyList<Word> words, int first, Frame frame, SourceSpan whole)
    {
        List<Piece> pieces = [];
        var start = first;
        for (var i = first; i < frame.Comp; i++)
        {
            if (!words[i].CommaAfter && !words[i + 1].IsListed) continue;
            if (words[i].Quote is not null || IsClause(words[i].Text)) return [new(whole)];
            pieces.Add(new(new(words[start].Start, words[i].End)));
            start = i + 1;
        }

        return pieces.Count == 0 ? [new(whole)] : [.. pieces, new(new(words[start].Start, frame.End))];
    }

    private static bool IsClause(string word) => word.EndsWith('고') && word.Length > 2 || word.EndsWith('며') || word.EndsWith("면서", StringComparison.Ordinal) || word.EndsWith("지만", StringComparison.Ordinal) || word.EndsWith('해') && word.Length > 2 || word.EndsWith("는데", StringComparison.Ordinal) || Particles.Strip(word).Role is Particles.Role.Topic or Particles.Role.Place;

    /// <summary>"…복잡하다, …크다는 하소연": each sentence is a complaint of its own.</summary>
    private static List<Piece> Sentences(IReadOnlyList<Word> words, int first, Frame frame, SourceSpan whole)
    {
        List<Piece> pieces = [];
        var start = first;
        for (var i = first; i < frame.Comp; i++)
        {
            if (!words[i].CommaAfter || !words[i].Text.EndsWith('다') || words[i].Text.Length < 2) continue;
            pieces.Add(new(new(words[start].Start, words[i].End)));
            start = i + 1;
        }

        return pieces.Count == 0 ? [new(whole)] : [.. pieces, new(new(words[start].Start, frame.End))];
    }

    /// <summary>"A, B, C가 필요하다", "…할 시설과 …할 물량이 필요하다": the needs one by one.</summary>
    private static List<Piece> Needs(IReadOnlyList<Word> words, int first, Frame frame, SourceSpan whole)
    {
        var last = frame.Comp - 1;
        if (frame.Comp <= first + 1 || !Array.Exists(NeedEndings, n => words[frame.Comp].Text.StartsWith(n, StringComparison.Ordinal))) return [new(whole)];
        var (length, role) = Particles.Strip(words[last].Text);
        if (role is not (Particles.Role.Subject or Particles.Role.Also)) return [new(whole)];

        List<int> cuts = [];
        for (var i = first; i < last; i++)
        {
            if (Particles.Strip(words[i].Text).Role is Particles.Role.Subject or Particles.Role.Topic or Particles.Role.Place || IsClause(words[i].Text)) return [new(whole)];
            var isAnd = Particles.Strip(words[i].Text).Role == Particles.Role.With && i - first >= 2 && last - i >= 2;
            if (words[i].CommaAfter || isAnd) cuts.Add(i);
        }

        if (cuts.Count == 0) return [new(whole)];
        List<Piece> pieces = [];
        var start = first;
        foreach (var cut in cuts)
        {
            var (kept, with) = Particles.Strip(words[cut].Text);
            pieces.Add(new(new(words[start].Start, with == Particles.Role.With ? words[cut].EndOf(kept) : words[cut].End), Force.Request));
            start = cut + 1;
        }

        pieces.Add(new(new(words[start].Start, words[last].EndOf(length)), Force.Request));
        return pieces;
    }
}
