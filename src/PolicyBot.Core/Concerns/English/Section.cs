using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>A stretch of the record cut into sentences: running text, or what one label of a transcript said.</summary>
internal sealed record Section(SourceSpan Span, SourceSpan? Label, IReadOnlyList<List<EnglishToken>> Sentences);
