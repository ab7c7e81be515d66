using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads Korean press articles, minutes and outlines.</summary>
internal sealed class KoreanStatements(Organisations organisations)
{
    public IReadOnlyList<DraftStatement> Read(Record record, IReadOnlyList<TextPart> parts)
    {
        if (parts.Count == 0) return [];
        List<IReadOnlyList<Word>> all = [.. record.Parts.Where(p => p.Kind != TextPartKind.FrontMatter).SelectMany(p => KoreanSentences.Split(record.Text, p.Span)).Select(s => Words.Of(record.Text, s)).Where(w => w.Count > 0)];
        var bodies = new Bodies(record, organisations, all);
        var people = new People(bodies);
        foreach (var words in all) NoticePeople(record.Text, words, people, bodies);

        var speakers = new SpeakerReader(record.Text, people, bodies);
        var press = new PressReader(record.Text, new(record.Text, speakers), new DueReader(record.Published), new Carry());
        foreach (var part in parts.Where(p => p.Kind == TextPartKind.Body))
        {
            foreach (var sentence in KoreanSentences.Split(record.Text, part.Span)) press.Read(sentence);
        }

        return press.Drafts;
    }

    private static void NoticePeople(string text, IReadOnlyList<Word> words, People people, Bodies bodies)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text.Length == 0) continue;
            var length = Particles.Strip(words[i].Text).Length;
            if (PersonPhrase.Read(text, words, i, length, bodies) is { HasFullName: true } phrase) people.Notice(phrase);
        }
    }
}
