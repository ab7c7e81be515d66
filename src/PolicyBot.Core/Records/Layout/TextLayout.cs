using System.Buffers;
using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>Tells body from headings, captions, frames and turns, line by line.</summary>
internal sealed class TextLayout
{
    private const int MinWrapped = 40;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_|:~ ─━═");

    private readonly string text;
    private readonly List<TextLine> lines;
    private readonly Dictionary<int, TurnMark> turns;
    private readonly IReadOnlyDictionary<int, TextPartKind> known;
    private readonly List<TextPart> parts = [];
    private SourceSpan? speaker;
    private SourceSpan? speech;
    private bool tail;

    private TextLayout(string text, int start, IReadOnlyDictionary<int, TextPartKind>? known)
    {
        this.text = text;
        this.known = known ?? new Dictionary<int, TextPartKind>();
        lines = TextLine.Split(text, start);
        turns = Transcript.FindTurns(text, lines);
    }

    /// <param name="known">Kinds that the mark-up tells, by the offset at which their line begins.</param>
    public static IReadOnlyList<TextPart> Read(string text, int start = 0, IReadOnlyDictionary<int, TextPartKind>? known = null) =>
        new TextLayout(text, start, known).Read();

    private List<TextPart> Read()
    {
        var titles = TitleBlock.Count(text, lines, turns);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || IsRule(lines[i].Of(text))) continue;
            if (i < titles && KindOf(i) == TextPartKind.Body) Add(TextPartKind.Heading, lines[i].Span);
            else i = ReadLine(i);
        }

        EndTurn();
        return parts;
    }

    /// <summary>Returns the index of the last line it took.</summary>
    private int ReadLine(int index)
    {
        if (!tail && turns.TryGetValue(index, out var turn))
        {
            EndTurn();
            speaker = turn.Speaker;
            speech = new SourceSpan(turn.Speech, lines[index].Span.End).Trim(text);
            return index;
        }

        var kind = KindOf(index);
        // Somebody else begins to speak, though nobody can tell who: not the one before.
        if (kind == TextPartKind.Body && text[lines[index].Span.Start] is '○' or '◯' or '〇') EndTurn();
        if (kind == TextPartKind.Body && speaker is not null) ContinueTurn(lines[index].Span);
        else if (kind == TextPartKind.Body) return AddParagraph(index);
        else AddFrame(kind, index);
        if (kind == TextPartKind.MeetingHeader) return AddHeaderList(index);
        return index;
    }

    private TextPartKind KindOf(int index)
    {
        var line = lines[index].Of(text);
        tail |= BoilerplateLine.BeginsTail(line);
        if (tail) return TextPartKind.Boilerplate;
        if (known.TryGetValue(lines[index].Span.Start, out var kind)) return kind;
        if (CaptionLine.Is(line)) return TextPartKind.Caption;
        if (MeetingHeaderLine.Is(text, lines[index])) return TextPartKind.MeetingHeader;
        if (BoilerplateLine.Is(line)) return TextPartKind.Boilerplate;
        return HeadingLine.Is(text, lines, index) ? TextPartKind.Heading : TextPartKind.Body;
    }

    /// <summary>A stage direction or a by-line interrupts a turn; a heading or a header ends it.</summary>
    private void AddFrame(TextPartKind kind, int index)
    {
        var goesOn = kind is TextPartKind.Boilerplate or TextPartKind.Caption && !tail ? speaker : null;
        EndTurn();
        Add(kind, lines[index].Span);
        speaker = goesOn;
    }

    private int AddHeaderList(int index)
    {
        if (!MeetingHeaderLine.IsOpen(text, lines[index])) return index;
        while (index + 1 < lines.Count && !lines[index + 1].IsBlank && !turns.ContainsKey(index + 1) && KindOf(index + 1) == TextPartKind.Body)
            Add(TextPartKind.MeetingHeader, lines[++index].Span);
        return index;
    }

    private int AddParagraph(int index)
    {
        var (start, end) = lines[index].Span;
        var last = index;
        while (IsWrapped(last)) end = lines[++last].Span.End;
        start = ClockTime.Skip(text, start, end) is var clock && clock < end ? clock : start;
        var own = ListMark.Skip(text, start, end) is var marked && marked < end ? marked : start;
        var words = PressFrame.SkipDateline(text, own, end);
        if (words > own) Add(TextPartKind.Boilerplate, new(own, words));
        var byline = PressFrame.FindByline(text, words, end);
        Add(TextPartKind.Body, new(words, byline));
        if (byline < end) Add(TextPartKind.Boilerplate, new(byline, end));
        return last;
    }

    /// <summary>Whether the sentence was broken because the line was full, as in mail and old text files.</summary>
    private bool IsWrapped(int index)
    {
        if (index + 1 >= lines.Count || lines[index + 1].IsBlank || turns.ContainsKey(index + 1)) return false;
        var next = lines[index + 1];
        var line = lines[index].Of(text);
        if (HeadingLine.EndsAsSentence(line) && line[^1] != ',') return false;
        var marked = ListMark.Skip(text, next.Span.Start, next.Span.End) > next.Span.Start || text[next.Span.Start] is '▲' or '△' or '※' or '⇒' or '→' or '>' or '|';
        if (marked || KindOf(index + 1) != TextPartKind.Body) return false;
        return line.Length >= MinWrapped || (next.IsIndented && ListMark.Skip(text, lines[index].Span.Start, lines[index].Span.End) > lines[index].Span.Start);
    }

    private void ContinueTurn(SourceSpan line) => speech = speech is { Length: > 0 } begun ? new(begun.Start, line.End) : line;

    private void EndTurn()
    {
        if (speaker is { } label && speech is { Length: > 0 } words) parts.Add(new(TextPartKind.Turn, words, label));
        (speaker, speech) = (null, null);
    }

    private void Add(TextPartKind kind, SourceSpan span)
    {
        var trimmed = span.Trim(text);
        if (trimmed.Length > 0) parts.Add(new(kind, trimmed));
    }

    /// <summary>Thematic breaks and the line under a table's head.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 3 && line.IndexOfAnyExcept(RuleMarks) < 0;
}
