using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>A second reader of records, whose readings are proposals: the rules decide.</summary>
public interface IProposer
{
    /// <summary>What it would take for statements; none when it cannot read.</summary>
    Task<IReadOnlyList<ProposedStatement>> ProposeAsync(Record record, CancellationToken cancellationToken);
}

/// <param name="Quote">The content, word for word as it says.</param>
/// <param name="Speaker">As the record is said to write it; empty for nobody.</param>
public sealed record ProposedStatement(string Quote, StatementKind Kind, AttributionLevel Level, string Speaker);

/// <summary>What the rules and the second reader see differently: for a person to look at. The rules' reading stands meanwhile.</summary>
/// <param name="Span">The words in question.</param>
/// <param name="Ruled">Null where the rules read no statement.</param>
public sealed record Disagreement(SourceSpan Span, ReadAs Proposed, ReadAs? Ruled);

public sealed record ReadAs(StatementKind Kind, AttributionLevel Level, IReadOnlyList<string> Names);

/// <summary>What a record says, and what remains to be looked at.</summary>
public sealed record ReadStatements(IReadOnlyList<Statement> Statements, IReadOnlyList<Disagreement> Disagreements);
