using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Where a person works, and the words that tie the two: "Jane Doe, chief executive of Company A".</summary>
internal sealed record Affiliation(NameMention Person, NameMention Body, SourceSpan Words);
