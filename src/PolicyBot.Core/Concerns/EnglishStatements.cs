using PolicyBot.Records;

namespace PolicyBot.Concerns;

/// <summary>Reads English press articles, minutes and transcripts.</summary>
internal sealed class EnglishStatements(Organisations organisations, Topics topics)
{
    public IReadOnlyList<DraftStatement> Read(Record record, IReadOnlyList<TextPart> parts)
    {
        _ = (organisations, topics, record, parts);
        return [];
    }
}
