using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads Korean press articles, minutes and outlines.</summary>
internal sealed class KoreanStatements(Organisations organisations)
{
    private const int MostItems = 50;

    /// <param name="parts">Those that may hold statements; the record's other parts only lend names and headings.</param>
    public IReadOnlyList<DraftStatement> Read(Record record, IReadOnlyList<TextPart> parts, IReadOnlyList<Meeting> meetings, DateOnly? today)
    {
        if (parts.Count == 0) return [];
        var (text, due) = (record.Text, new DueReader(today));
        var (bodies, people) = Names(record, meetings);
        var speakers = new SpeakerReader(text, people, bodies);
        var press = new PressReader(text, new(text, speakers), new Hosts(meetings), due, new Carry());
        var outline = new OutlineReader(text, speakers, due);
        var turns = new TurnReader(text, new(text, speakers, bodies), due);

        HashSet<TextPart> wanted = [.. parts];
        for (var i = 0; i < record.Parts.Count; i++)
        {
            var part = record.Parts[i];
            if (part.Kind == TextPartKind.Heading || OutlineReader.Opens(part.Span.Of(text))) outline.Enter(part.Span.Of(text), part.Span, record.Parts.Skip(i + 1).TakeWhile(p => p.Kind != TextPartKind.Heading).Take(MostItems).Select(p => p.Span));
            else if (!wanted.Contains(part)) continue;
            else if (part.Kind == TextPartKind.Turn) turns.Read(part);
            else if (!outline.Read(part.Span)) ReadProse(press, text, part.Span);
        }

        return [.. press.Drafts, .. outline.Drafts, .. turns.Drafts];
    }

    private static void ReadProse(PressReader press, string text, SourceSpan part)
    {
        foreach (var sentence in KoreanSentences.Split(text, part)) press.Read(sentence);
    }

    private (Bodies Bodies, People People) Names(Record record, IReadOnlyList<Meeting> meetings)
    {
        List<IReadOnlyList<Word>> sentences =
        [
            .. record.Parts.Where(p => p.Kind != TextPartKind.FrontMatter)
                .SelectMany(p => KoreanSentences.Split(record.Text, p.Span))
                .Select(s => Words.Of(record.Text, s))
                .Where(w => w.Count > 0),
        ];
        var bodies = new Bodies(record, organisations, sentences, meetings);
        var people = new People(bodies);
        foreach (var words in sentences) NoticePeople(record.Text, words, people, bodies);
        return (bodies, people);
    }

    private static void NoticePeople(string text, IReadOnlyList<Word> words, People people, Bodies bodies)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text.Length == 0) continue;
            var length = Particles.Strip(words[i].Text).Length;
            if (PersonPhrase.Read(text, words, i, length, bodies) is { HasFullName: true } phrase) people.Notice(phrase);
            else if (PersonPhrase.Bracketed(text, words, i) is { } bracketed) people.Notice(bracketed);
            else if (PersonPhrase.Headed(text, words, i, bodies) is { } headed) people.Notice(headed);
        }
    }
}
