using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>A sentence of a record, with the part it stands in and the dates it names.</summary>
internal sealed record MeetingSentence(SourceSpan Span, TextPartKind Kind, IReadOnlyList<DateExpression> Dates)
{
    private static readonly string[] Captions = ["/사진", "[사진", "(사진", "사진=", "사진 제공", "[Photo", "(Photo"];

    /// <summary>Cuts the record into sentences. Captions tell days of their own, so that 같은 날 in the body never points into one.</summary>
    public static List<MeetingSentence> Cut(Record record, DateContext context)
    {
        List<MeetingSentence> sentences = [];
        foreach (var part in record.Parts)
        {
            if (part.Kind is not (TextPartKind.Body or TextPartKind.Caption)) continue;
            foreach (var line in Lines(record.Text, part.Span))
            {
                var caption = part.Kind == TextPartKind.Caption || Captions.Any(c => record.Text.AsSpan(line.Start, line.Length).Contains(c, StringComparison.Ordinal));
                var kind = caption ? TextPartKind.Caption : part.Kind;
                var own = caption ? new DateContext(context.Anchor) : context;
                foreach (var span in Sentences(record.Text, line)) sentences.Add(new(span, kind, DateLanguage.Find(record.Text, span, own, tense: MoveReader.Tells(record.Text, span) ? DateTense.Nearest : null)));
            }
        }

        return sentences;
    }

    private static IEnumerable<SourceSpan> Lines(string text, SourceSpan part)
    {
        var start = part.Start;
        for (var i = part.Start; i <= part.End; i++)
        {
            if (i < part.End && text[i] != '\n') continue;
            var line = new SourceSpan(start, i).Trim(text);
            if (line.Length > 0) yield return line;
            start = i + 1;
        }
    }

    private static IEnumerable<SourceSpan> Sentences(string text, SourceSpan line)
    {
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] is not ('.' or '?' or '!') || !EndsSentence(text, i, line)) continue;
            var sentence = new SourceSpan(start, i + 1).Trim(text);
            if (sentence.Length > 0) yield return sentence;
            start = i + 1;
        }

        var rest = new SourceSpan(start, line.End).Trim(text);
        if (rest.Length > 0) yield return rest;
    }

    private static bool EndsSentence(string text, int at, SourceSpan line)
    {
        if (at + 1 >= line.End) return true;
        if (text[at + 1] != ' ') return false;
        var next = at + 2 < line.End ? text[at + 2] : ' ';
        if (at > line.Start && char.IsAsciiDigit(text[at - 1])) return char.IsAsciiLetterUpper(next) || next is '[';
        // "Mr. Micawber": a short capital word before the point is a title.
        var word = at - 1;
        while (word > line.Start && char.IsAsciiLetter(text[word - 1])) word--;
        return !(at - word is > 0 and <= 4 && char.IsAsciiLetterUpper(text[word]) && (text[word..at] is "Mr" or "Ms" or "Mrs" or "Dr" or "Prof" or "Hon" || (char.IsAsciiDigit(next) && text[word..at] is "Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sep" or "Sept" or "Oct" or "Nov" or "Dec")));
    }
}
