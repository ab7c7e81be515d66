using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>A text with the statements that a careful person finds in it.</summary>
/// <param name="Trap">The difficulty it stands for, such as <c>attendance</c>; figures are given for each.</param>
public sealed record GoldExample(
    string Id, Language Language, string Trap, DateOnly? Published, string Text, IReadOnlyList<GoldStatement> Statements);

/// <summary>A labelled statement.</summary>
/// <param name="RepliesTo">Places in the list of the same example.</param>
public sealed record GoldStatement(
    StatementKind Kind,
    SourceSpan Span,
    AttributionLevel Level,
    IReadOnlyList<string> Names,
    string? Topic,
    ReplyStrength? Strength,
    IReadOnlyList<int> RepliesTo,
    Due? Due);

/// <summary>A row of a labelled file that cannot be used. The message names file and line and says what to change.</summary>
public sealed class GoldFileException(string message) : Exception(message);
