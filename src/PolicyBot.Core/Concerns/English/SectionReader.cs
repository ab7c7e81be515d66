using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Cuts parts into sections. A line of running text that opens with a speaker's label is a turn as well.</summary>
internal sealed class SectionReader(string text, NameReader names)
{
    private const int LongestLabel = 90;

    public List<Section> Read(IReadOnlyList<TextPart> parts)
    {
        List<Section> sections = [];
        foreach (var part in parts)
        {
            if (part is { Kind: TextPartKind.Turn, Speaker: { } speaker }) sections.Add(Of(part.Span, speaker));
            else sections.AddRange(Lines(part.Span));
        }

        return sections;
    }

    private IEnumerable<Section> Lines(SourceSpan span)
    {
        var start = span.Start;
        for (var at = span.Start; at < span.End;)
        {
            var end = text.IndexOf('\n', at, span.End - at);
            if (end < 0) end = span.End;
            if (Turn(new(at, end)) is { } turn)
            {
                if (!string.IsNullOrWhiteSpace(text[start..at])) yield return Of(new(start, at), null);
                foreach (var one in Inner(turn)) yield return one;
                start = end;
            }

            at = end + 1;
        }

        if (start < span.End && !string.IsNullOrWhiteSpace(text[start..span.End])) yield return Of(new(start, span.End), null);
    }

    /// <summary>"Tidewater: sheds lose power. Ministry: will raise it.": the second label is a turn of its own.</summary>
    private IEnumerable<Section> Inner(Section turn)
    {
        var start = turn.Span.Start;
        foreach (var sentence in EnglishSentences.Of(text, turn.Span))
        {
            if (sentence.Start <= turn.Span.Start || Turn(sentence) is not { } inner) continue;
            yield return Of(new SourceSpan(start, sentence.Start).Trim(text), turn.Label);
            (start, turn) = (inner.Span.Start, inner with { Span = new(inner.Span.Start, turn.Span.End) });
        }

        yield return Of(new(start, turn.Span.End), turn.Label);
    }

    private Section Of(SourceSpan span, SourceSpan? label) =>
        new(span, label, [.. EnglishSentences.Of(text, span).Select(s => EnglishTokens.Of(text, s)).Where(t => t.Count > 0)]);

    /// <summary>"Ms. Eyre (North Moor): …", "[00:03:15] Speaker 1: …".</summary>
    private Section? Turn(SourceSpan line)
    {
        var start = SkipTime(line.Trim(text));
        var colon = text.IndexOf(':', start.Start, Math.Min(start.Length, LongestLabel));
        if (colon <= start.Start || colon + 1 >= start.End || !char.IsWhiteSpace(text[colon + 1])) return null;
        var label = new SourceSpan(start.Start, colon).Trim(text);
        return IsSpeaker(label) ? Of(new SourceSpan(colon + 1, line.End).Trim(text), label) : null;
    }

    private SourceSpan SkipTime(SourceSpan line)
    {
        var i = line.Start;
        if (i >= line.End || text[i] is not ('[' or '(') && !char.IsDigit(text[i])) return line;
        while (i < line.End && (char.IsDigit(text[i]) || text[i] is '[' or ']' or '(' or ')' or ':' or '.' or ',' or ' ' or '-' or '~')) i++;
        return text.AsSpan(line.Start, i - line.Start).Contains(':') ? new(i, line.End) : line;
    }

    private bool IsSpeaker(SourceSpan label)
    {
        var tokens = EnglishTokens.Of(text, label);
        if (tokens.Count is 0 or > 14 || !tokens[0].Capital) return false;
        if (tokens.Count == 1 && TurnLexicon.QuestionMarks.Contains(tokens[0].Lower)) return true;
        if (PredicateReader.Next(tokens, 1, tokens.Count) is not null) return false;
        if (TurnLexicon.Anonymous.Contains(tokens[0].Lower) || (tokens.Count > 1 && tokens[0].Is("the") && TurnLexicon.Roles.Contains(tokens[1].Lower))) return true;
        if (TurnLexicon.Roles.Contains(tokens[0].Lower) || tokens.Take(4).TakeWhile(t => !t.Is("(")).Any(t => TurnLexicon.Presiding.Contains(t.Lower))) return true;
        if (TurnLexicon.Headings.Contains(tokens[0].Lower) || PredicateReader.Next(tokens, 0, tokens.Count) is not null) return false;
        var found = names.All(tokens, 0, tokens.Count);
        return found.Count > 0 && found[0].From == 0 && (found[0].To == tokens.Count || tokens[found[0].To].Lower is "(" or "," or "-" or "\u2013" or "\u2014");
    }
}
