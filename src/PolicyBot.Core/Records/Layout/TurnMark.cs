using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>The start of a line as a possible beginning of a turn.</summary>
/// <param name="Speech">Where the words begin, behind label, mark and colon.</param>
/// <param name="Certain">The mark of Korean minutes glued to a role, or a time stamp before a label: unlikely in running text.</param>
internal sealed record TurnMark(SourceSpan Speaker, int Speech, LabelWeight Weight, bool Certain)
{
    /// <summary>Reads what could be a turn's head; whether it is one, the rest of the text decides.</summary>
    public static TurnMark? Read(string text, TextLine line)
    {
        if (line.IsBlank) return null;
        var (start, end) = line.Span;
        if (text[start] is '○' or '◯' or '〇' or '●' or '◎') return ReadCircled(text, start + 1, end);
        var label = ClockTime.Skip(text, start, end);
        var timed = label > start;
        if (!timed) label = SkipDash(text, start, end);
        return ReadColon(text, label, end, timed)
            ?? (timed ? ReadTimed(text, label, end) : ReadRecorded(text, label, end));
    }

    private static TurnMark? ReadCircled(string text, int start, int end)
    {
        var glued = start < end && !char.IsWhiteSpace(text[start]);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        if (ReadColon(text, start, end, glued) is { Weight: LabelWeight.Strong } labelled) return labelled;
        if (KoreanMinutesLabel.Read(text, start, end, namedAfterRole: true) is { } label) return new(label, SkipSpace(text, label.End, end), glued ? LabelWeight.Strong : LabelWeight.Weak, glued);
        return ReadColon(text, start, end, timed: false) is { } bare && SpeakerLabel.IsFullName(bare.Speaker.Of(text)) ? bare with { IsCircled = true } : null;
    }

    /// <summary><c>○홍길동:</c>: in an outline the same mark stands before a matter, so that the record must introduce the name elsewhere.</summary>
    public bool IsCircled { get; init; }

    /// <summary><c>14:05 A사 대표 시험 성적서가</c>: behind a time stamp the name stands before the role, or not at all.</summary>
    private static TurnMark? ReadTimed(string text, int start, int end)
    {
        if (KoreanMinutesLabel.Read(text, start, end, namedAfterRole: false) is not { } label) return null;
        return new(label, SkipSpace(text, label.End, end), LabelWeight.Strong, true);
    }

    /// <summary><c>참석자 1 00:12</c> alone on a line, as dictation services write it.</summary>
    private static TurnMark? ReadRecorded(string text, int start, int end)
    {
        var clock = end;
        while (clock > start && !char.IsWhiteSpace(text[clock - 1])) clock--;
        if (clock <= start + 1 || end - start > SpeakerLabel.MaxLength || !ClockTime.Is(text, clock, end)) return null;
        var label = new SourceSpan(start, clock).Trim(text);
        var weight = SpeakerLabel.Weigh(label.Of(text));
        return weight == LabelWeight.None ? null : new(label, end, weight, true);
    }

    private static TurnMark? ReadColon(string text, int start, int end, bool timed)
    {
        var window = text.AsSpan(start, Math.Min(end - start, SpeakerLabel.MaxLength + 20));
        var at = FindColon(window);
        if (at < 1) return null;
        var colon = start + at;
        var hangul = Hangul.IsHangul(text[colon - 1]) || text[colon - 1] == ')';
        var open = colon + 1 >= end || char.IsWhiteSpace(text[colon + 1]) || text[colon + 1] == '*' || (hangul && text[colon + 1] != '/');
        if (!open) return null;
        var label = TrimLabel(text, new(start, colon));
        var weight = label.Length == 0 ? LabelWeight.None : SpeakerLabel.Weigh(label.Of(text));
        return weight == LabelWeight.None ? null : new(label, SkipEmphasis(text, colon + 1, end), weight, timed);
    }

    /// <summary>The first colon outside brackets that is not part of a clock time.</summary>
    private static int FindColon(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '(' or '[') depth++;
            else if (line[i] is ')' or ']') depth--;
            else if (line[i] is ':' or '：' && depth <= 0)
            {
                var clock = i > 0 && i + 1 < line.Length && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]);
                if (!clock) return i;
            }
        }

        return -1;
    }

    /// <summary>Takes Markdown's bold marks and a time stamp in brackets off the label's ends.</summary>
    private static SourceSpan TrimLabel(string text, SourceSpan label)
    {
        var (start, end) = label.Trim(text);
        while (start < end && text[start] is '*' or '_') start++;
        while (end > start && text[end - 1] is '*' or '_') end--;
        if (end - start > 4 && text[end - 1] is ')' or ']')
        {
            var open = text.LastIndexOfAny(['(', '['], end - 1, end - start);
            if (open > start && ClockTime.Is(text, open + 1, end - 1)) end = open;
        }

        return new SourceSpan(start, end).Trim(text);
    }

    private static int SkipDash(string text, int start, int end) =>
        start + 1 < end && text[start] is '-' or '*' or '•' && text[start + 1] == ' ' ? SkipSpace(text, start + 1, end) : start;

    private static int SkipEmphasis(string text, int at, int end)
    {
        while (at < end && text[at] == '*') at++;
        return SkipSpace(text, at, end);
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
