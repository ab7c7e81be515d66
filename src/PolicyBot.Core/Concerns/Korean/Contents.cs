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
        if (frame.Quote is { } quote && (first >= frame.Comp || words[frame.Comp].Quote is not null)) return [new(AfterParaphrase(text, Inner(text, quote)))];
        first = AfterPraise(words, first, frame);
        if (first > frame.Comp) return [];
        var whole = new SourceSpan(words[first].Start, frame.End).Trim(text);
        if (DependentNouns.Any(d => whole.Of(text).StartsWith(d, StringComparison.Ordinal))) return [];
        if (whole.Length < 2 || (frame.Kind == FrameKind.Named && Empty.Contains(whole.Of(text)))) return [];
        return frame.Kind switch
        {
            FrameKind.Named or FrameKind.NamedPassive or FrameKind.Cleft or FrameKind.Owned when frame.Cue < frame.Comp => [new(whole)],
            FrameKind.Named or FrameKind.NamedPassive => Nouns(words, first, frame, whole),
            FrameKind.Passive or FrameKind.Active or FrameKind.Owned or FrameKind.Heard => Sentences(words, first, frame, whole) is { Count: > 1 } told ? told : Joined(text, words, first, frame) ?? [new(whole)],
            FrameKind.Spoken or FrameKind.Chained => Sentences(words, first, frame, whole) is { Count: > 1 } sentences ? sentences : Joined(text, words, first, frame) ?? Needs(words, first, frame, whole),
            _ => [new(whole)],
        };
    }

    /// <summary>"…달라고 한 데 따른 조치": what goes on like this is no content of its own.</summary>
    private static readonly string[] DependentNouns = ["데 ", "것 ", "바 ", "뒤 ", "탓 ", "만큼 "];

    private static readonly string[] Praising = ["환영", "반기", "반갑", "고맙", "감사", "긍정적", "다행", "공감"];

    /// <summary>"도입을 환영하지만 예산이 걱정": what counts comes after the turn.</summary>
    private static int AfterPraise(IReadOnlyList<Word> words, int first, Frame frame)
    {
        if (frame.Kind is not (FrameKind.Spoken or FrameKind.Chained)) return first;
        for (var i = first; i < frame.Comp; i++)
        {
            if (words[i].Quote is null && (words[i].Text.EndsWith("지만", StringComparison.Ordinal) || words[i].Text.EndsWith("으나", StringComparison.Ordinal) || words[i].Text.EndsWith("면서도", StringComparison.Ordinal)) && Array.Exists(Praising, p => words[i].Text.StartsWith(p, StringComparison.Ordinal))) return i + 1;
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

    private static readonly string[] Paraphrased = ["하셨는데", "하셨지만", "말씀하셨는데", "말씀하셨지만", "하시는데", "하시지만", "하셨으나", "했는데", "주장하시는데", "지적하셨는데"];

    /// <summary>“‘2년 걸린다’고 하셨는데, 실제로는 평균 7개월”: the first half is another's, repeated to be corrected.</summary>
    private static SourceSpan AfterParaphrase(string text, SourceSpan quote)
    {
        var words = Words.Of(text, quote);
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (Array.Exists(Paraphrased, p => words[i].Text == p) && Complements.Match(words[i - 1], null) is { Form: Complements.Form.Verb }) return new(words[i + 1].Start, quote.End);
        }

        return quote;
    }

    /// <summary>“두 번 받으라니요. 한 번으로 합쳐 주세요.”: each sentence of a quotation is one of its own; null where it is one.</summary>
    public static IReadOnlyList<SourceSpan>? Sentences(string text, SourceSpan quote)
    {
        if (quote.Start == 0 || text[quote.Start - 1] is not ('“' or '"' or '”') || !Tail.ContainsAny(quote.Of(text), [". ", "? ", "! "])) return null;
        List<SourceSpan> sentences = [.. KoreanSentences.Split(text, quote).Select(s => s with { End = s.Start + s.Of(text).TrimEnd('.', '?', '!', ' ').Length }).Where(s => s.Length > 3)];
        return sentences.Count > 1 ? sentences : null;
    }

    /// <summary>"잘 들었으며 요금은 살펴볼 것", "전면 개방은 시기상조지만 일부는 추진하겠다": two answers where they are of two steps; null where it is one.</summary>
    public static (SourceSpan First, SourceSpan Second)? Answers(string text, SourceSpan content)
    {
        var words = Words.Of(text, content);
        for (var i = 1; i + 2 < words.Count; i++)
        {
            if (words[i].Quote is not null || Finite(words[i].Text) is not { } ending) continue;
            var end = words[i].EndOf(words[i].Text.Length - ending.Length);
            var (first, second) = (new SourceSpan(content.Start, end), new SourceSpan(words[i + 1].Start, content.End));
            if (StrengthLadder.Grade(first.Of(text) + "다") is { } one && StrengthLadder.Grade(second.Of(text)) is { } other && one != other) return (first, second);
        }

        return null;
    }

    /// <summary>The ending that joins a whole clause to the next: 들었으며, 하겠지만, 시기상조지만.</summary>
    private static string? Finite(string word)
    {
        var ending = Array.Find(["으며", "지만", "으나", "고", "며"], e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal));
        if (ending is null || word.EndsWith("다고", StringComparison.Ordinal) || word.EndsWith("라고", StringComparison.Ordinal)) return null;
        var stem = word[..^ending.Length];
        return Hangul.IsSyllable(stem[^1]) && Hangul.FinalIndex(stem[^1]) == 20 || Array.Exists(["어렵", "곤란하", "불가하", "불가능하", "없", "상조", "상조이", "이르", "가능하", "있"], s => stem.EndsWith(s, StringComparison.Ordinal)) ? ending : null;
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

    /// <summary>"인력을 늘리고 서류를 줄여 달라": two asks, each with a thing of its own.</summary>
    private static List<Piece>? Joined(string text, IReadOnlyList<Word> words, int first, Frame frame)
    {
        if (frame.Quote is not null || !AskEndings.Is(Tail.Of(text[words[first].Start..frame.End]))) return null;
        List<Piece> pieces = [];
        var start = first;
        for (var i = first + 1; i + 2 < frame.Comp; i++)
        {
            if (words[i].Quote is not null) return null;
            if (!JoinsActs(words[i].Text) || !Particles.HaveObject(words, start, i) || !Particles.HaveObject(words, i + 1, frame.Comp)) continue;
            pieces.Add(new(new(words[start].Start, words[i].End), Force.Request));
            start = i + 1;
        }

        return pieces.Count == 0 ? null : [.. pieces, new(new(words[start].Start, frame.End))];
    }

    private static bool JoinsActs(string word) =>
        word.Length > 1 && (word.EndsWith('고') || (word.EndsWith('며') && !word.EndsWith("으며", StringComparison.Ordinal))) && (Particles.Strip(word).Role == Particles.Role.None || word.EndsWith("하고", StringComparison.Ordinal)) && !NounPhrases.IsNoun(word)
        && !Array.Exists(["다고", "라고", "자고", "다며", "라며", "말고", "있고", "없고", "두고", "놓고", "들고", "통하고"], e => word.EndsWith(e, StringComparison.Ordinal)) && !Tail.EndsInPast(word);

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
