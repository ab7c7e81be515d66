namespace PolicyBot.Concerns.English;

/// <summary>Under which heading of an outline a line stands.</summary>
internal enum Heading
{
    None,
    Requests,
    Concerns,
    Replies,
    Action,
    Notes,
}
