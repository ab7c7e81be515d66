using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads what one speaker of minutes or a transcript says, sentence by sentence. No cue, no statement: most of a turn is talk.</summary>
internal sealed class TurnReader(string text, TurnSpeakers speakers, DueReader due)
{
    private readonly List<DraftStatement> _drafts = [];

    public IReadOnlyList<DraftStatement> Drafts => _drafts;

    public void Read(TextPart turn)
    {
        var speaker = turn.Speaker is { } label ? speakers.Read(label) : Speaker.Nobody;
        List<SourceSpan> sentences = [.. KoreanSentences.Split(text, turn.Span)];
        for (var i = 0; i < sentences.Count; i++) ReadSentence(speaker, sentences[i], i + 1 < sentences.Count ? sentences[i + 1] : null);
    }

    private static readonly string[] Own = ["저희", "우리", "저는", "제가", "우리는"];

    /// <summary>"저희는 밤에 혼자 서른 분을 봅니다. 인력이 더 있어야 합니다.": what one's own lot is, told right before the ask, is the complaint.</summary>
    private bool IsPlight(string words, Speaker speaker, SourceSpan? next) =>
        next is { } following && speaker.Side == Side.Stakeholder && Array.Exists(Own, o => words.StartsWith(o, StringComparison.Ordinal)) && Tail.Of(words).EndsWith('다') && !ConcernWords.IsPraise(Tail.Of(words))
        && Of(TurnWords.WithoutOpening(text, following).Of(text), speaker.Side) is { Kind: StatementKind.Request };

    /// <summary>"저는 농부입니다": who speaks, not what is wrong.</summary>
    private static bool IsIntroduction(string words) => words.StartsWith("저는 ", StringComparison.Ordinal) && words.IndexOf(' ', 3) < 0 && words.TrimEnd('.').EndsWith("입니다", StringComparison.Ordinal);

    private static readonly string[] Unsaid = ["말씀드린 적", "말한 적", "말씀한 적", "언급한 적", "요구한 적", "요청한 적"];

    /// <summary>"그렇게 말한 적 없습니다": what was not said.</summary>
    private static bool IsUnsaid(string words) => Array.Exists(Unsaid, u => words.Contains(u, StringComparison.Ordinal)) && words.Contains('없');

    private void ReadSentence(Speaker speaker, SourceSpan sentence, SourceSpan? next)
    {
        var content = TurnWords.WithoutOpening(text, sentence);
        while (content.Length > 2 && text[content.Start] is '“' or '"' && text[content.End - 1] is '”' or '"') content = new(content.Start + 1, content.End - 1);
        var words = content.Of(text);
        if (words.Length < 4 || TurnWords.IsBrokenOff(words) || TurnWords.IsProcedure(Tail.Of(words), words) || IsUnsaid(words) || IsIntroduction(words)) return;
        if ((Of(words, speaker.Side) ?? (IsPlight(words, speaker, next) ? new(StatementKind.Concern) : null)) is not { } found) return;
        if (found.Strength is ReplyStrength.Heard or ReplyStrength.Explained or ReplyStrength.Decided && !_drafts.Exists(d => d.Kind is StatementKind.Concern or StatementKind.Request)) return;
        content = content with { End = content.Start + words.TrimEnd('.', '!', '?', ' ', '\n').Length };
        var draft = Drafting.Make(text, content, speaker, found, sentence, 0, due);
        _drafts.Add(draft.Aim == ReplyAim.Everything || found.Kind is StatementKind.Reply or StatementKind.Commitment ? draft with { Aim = ReplyAim.Previous } : draft);
    }

    private static SpeechKinds.Found? Of(string words, Side side)
    {
        var tail = Tail.Of(words);
        if (TurnWords.IsQuestion(words, tail)) return side == Side.Government ? null : Asked(words, tail);
        if (side is Side.Government || (side is Side.Unknown && TurnWords.IsPromise(tail))) return OfOfficial(words, tail);
        if (AskEndings.Is(tail)) return new(StatementKind.Request);
        if (ConcernWords.IsTakenBack(tail) || ConcernWords.IsPraise(tail) && !ConcernWords.InTail(tail)) return null;
        if (tail.EndsWith("생각한다", StringComparison.Ordinal) || tail.EndsWith("본다", StringComparison.Ordinal)) return OfOpinion(tail);
        return ConcernWords.InTail(tail) ? new(StatementKind.Concern) : null;
    }

    /// <summary>"더 뽑아야 한다고 생각합니다": the opinion is what stands before 고.</summary>
    private static SpeechKinds.Found? OfOpinion(string tail)
    {
        var at = tail.LastIndexOf('고');
        if (at <= 0) return null;
        var inner = tail[..at];
        if (AskEndings.Is(inner)) return new(StatementKind.Request);
        return ConcernWords.InTail(inner) ? new(StatementKind.Concern) : ConcernWords.IsWeighty(inner) ? new(StatementKind.Position) : null;
    }

    private static SpeechKinds.Found? Asked(string words, string tail)
    {
        if (AskEndings.Is(tail)) return TurnWords.AsksForFacts(words) ? null : new(StatementKind.Request);
        return SpeechKinds.IsRhetorical(tail) ? new(StatementKind.Concern) : null;
    }

    private static SpeechKinds.Found? OfOfficial(string words, string tail)
    {
        if (StrengthLadder.Grade(words) is { } step) return SpeechKinds.Answer(step);
        return tail.EndsWith("우려된다", StringComparison.Ordinal) || tail.EndsWith("걱정된다", StringComparison.Ordinal) ? new(StatementKind.Position) : null;
    }
}
