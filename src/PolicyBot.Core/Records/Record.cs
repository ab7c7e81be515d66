using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>One stored document. <see cref="Text"/> is verbatim: for text files the whole decoded file, front matter included.</summary>
public sealed record Record
{
    public required RecordId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Day of publication in Asia/Seoul; relative dates count from it. Null when the document does not say.</summary>
    public DateOnly? Published { get; init; }

    public required Language Language { get; init; }

    public required string Text { get; init; }

    /// <summary>Where the document came from, as it says itself: usually web addresses.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public Grade Grade { get; init; } = Grade.Sensitive;

    /// <summary>Whether the document itself names its grade; not kept in the store.</summary>
    public bool IsGraded { get; init; }

    /// <summary>Whom alone it is for, in lower case; null for everybody whom its grade allows.</summary>
    public string? Group { get; init; }

    /// <summary>Front-matter keys that mean nothing to the program, kept as they were.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>What each stretch of the text is; in order, without overlaps, gaps allowed (white space, mark-up).</summary>
    public required IReadOnlyList<TextPart> Parts { get; init; }

    /// <summary>Null for plain texts, which have no pages.</summary>
    public TextPlaces? Places { get; init; }
}

/// <summary>Korea's N2SF grades. A record without one counts as sensitive.</summary>
public enum Grade
{
    Open,
    Sensitive,
    Classified,
}
