using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>What the bot says, free of any platform's markup: renderers escape every text in it.</summary>
public sealed record Reply
{
    public required Language Language { get; init; }

    public string? Heading { get; init; }

    /// <summary>The short answer; line breaks are kept.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<ReplyPoint> Points { get; init; } = [];

    public ReplyTable? Table { get; init; }

    /// <summary>Lines behind the points: "3 more on record".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<ReplyCitation> Citations { get; init; } = [];

    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    public ReplyMenu? Menu { get; init; }

    /// <summary>Questions that one press asks.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>Whether a model phrased it.</summary>
    public bool IsByModel { get; init; }

    /// <summary>One small line at the end: how the answer was made.</summary>
    public string? Footer { get; init; }
}

/// <summary>What one party said at one place, word for word.</summary>
/// <param name="Speaker">At the level that the record supports, in words: "the participants together".</param>
/// <param name="Where">Meeting and day.</param>
/// <param name="Lines">Quotes with their numbers, then replies and remarks, each a line.</param>
public sealed record ReplyPoint(string Speaker, string? Where, IReadOnlyList<string> Lines);

/// <param name="Rows">Each as long as the columns.</param>
public sealed record ReplyTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The proof behind the numbers in square brackets.</summary>
/// <param name="Numbers">All that stand in this record.</param>
/// <param name="Author">Who published it, when known.</param>
/// <param name="Url">https, of the record itself; anything else is not shown as a link.</param>
/// <param name="Quotes">Words that the answer's text does not quote already.</param>
public sealed record ReplyCitation(IReadOnlyList<int> Numbers, string Title, string? Author, DateOnly? Date, string RecordId, string? Url, IReadOnlyList<string> Quotes)
{
    /// <summary>Page, slide or paragraph: <c>p. 3</c>.</summary>
    public string? Place { get; init; }
}

/// <param name="Id">Comes back as <see cref="ChatMessage.Action"/>; at most 90 characters. When it begins with the name of a <see cref="FormDefinition"/> and a colon, the press opens that form.</param>
public sealed record ReplyButton(string Id, string Label, ButtonStyle Style = ButtonStyle.Plain);

public enum ButtonStyle
{
    Plain,
    Primary,
    Danger,
}

/// <summary>A choice of one: comes back as a press with the choice under "value".</summary>
public sealed record ReplyMenu(string Id, string Placeholder, IReadOnlyList<Suggestion> Choices);

public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string Description);

/// <summary>Something to choose: what is shown, and what it stands for.</summary>
public sealed record Suggestion(string Label, string Value);
