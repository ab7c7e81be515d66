using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads English press articles, minutes and transcripts.</summary>
internal sealed class EnglishStatements(Organisations organisations)
{
    public IReadOnlyList<DraftStatement> Read(Record record, IReadOnlyList<TextPart> parts, DateOnly? today)
    {
        if (parts.Count == 0) return [];
        var names = new NameReader(record.Text, organisations, record.Published);
        var sections = new SectionReader(record.Text, names).Read(parts);
        var cast = new CastReader(record.Text, names).Read(sections.SelectMany(s => s.Sentences));
        return new RecordWalk(record, names, cast, today).Read(sections);
    }
}
