using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>What one language's rules found; topics, meeting, id and reply links are added to it for both languages alike.</summary>
internal sealed record DraftStatement
{
    public required StatementKind Kind { get; init; }

    /// <summary>The content alone, as in <see cref="Statement.Span"/>.</summary>
    public required SourceSpan Span { get; init; }

    public AttributionLevel Level { get; init; }

    /// <summary>As written at their fullest in the record; each must stand in the record's text.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public ReplyStrength? Strength { get; init; }

    public Due? Due { get; init; }

    /// <summary>The sentence or turn around the content: gives topics when the content itself names none.</summary>
    public required SourceSpan Context { get; init; }

    /// <summary>Counts scenes: a reply only answers what was said in its own scene (another meeting, after the meeting).</summary>
    public int Scene { get; init; }

    /// <summary>Which concerns and requests a reply answers. Nothing else has one.</summary>
    public ReplyAim Aim { get; init; }

    /// <summary>Who answers: one government speaker does not close an official's own request.</summary>
    public bool ByGovernment { get; init; }
}

internal enum ReplyAim
{
    /// <summary>The nearest earlier concerns and requests of its topic; found by the shared rules.</summary>
    Topic,

    /// <summary>"이에 대해", "in response", the answer of the next turn: what was said just before.</summary>
    Previous,

    /// <summary>Every concern and request of the scene: "현장 의견을 반영하겠다".</summary>
    Everything,

    /// <summary>Told to stand alone (other meeting, no ask before it).</summary>
    Nothing,
}
