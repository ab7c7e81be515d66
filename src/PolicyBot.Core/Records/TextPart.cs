using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>What a stretch of a record is. Only <see cref="TextPartKind.Body"/> and <see cref="TextPartKind.Turn"/> may hold statements.</summary>
/// <param name="Speaker">For a turn: the label as written, without its mark or colon, such as <c>위원장 전우치</c> or <c>Hon. Mr. Copperfield (Minister)</c>.</param>
public sealed record TextPart(TextPartKind Kind, SourceSpan Span, SourceSpan? Speaker = null);

public enum TextPartKind
{
    /// <summary>A YAML block at the top of a Markdown file.</summary>
    FrontMatter,

    /// <summary>The document's own title line, a subtitle, or a section heading.</summary>
    Heading,

    /// <summary>Date, place, attendance and agenda lines at the top of minutes: they feed the meeting, never statements.</summary>
    MeetingHeader,

    /// <summary>A paragraph, list item or table row of running text.</summary>
    Body,

    /// <summary>What one speaker of a transcript said; the span excludes the label and any time stamp.</summary>
    Turn,

    /// <summary>A picture's caption: proves presence and a date, never speech.</summary>
    Caption,

    /// <summary>One event of a calendar, or one meeting that somebody entered, with its lines: a meeting, never statements.</summary>
    Event,

    /// <summary>By-lines, datelines, copyright, embargo and contact lines, related articles, stage directions.</summary>
    Boilerplate,
}
