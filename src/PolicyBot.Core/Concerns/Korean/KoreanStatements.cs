using PolicyBot.Records;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads Korean press articles, minutes and outlines.</summary>
internal sealed class KoreanStatements(Organisations organisations)
{
    public IReadOnlyList<DraftStatement> Read(Record record, IReadOnlyList<TextPart> parts)
    {
        _ = (organisations, record, parts);
        return [];
    }
}
