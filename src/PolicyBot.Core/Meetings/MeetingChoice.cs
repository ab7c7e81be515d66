using PolicyBot.Records;

namespace PolicyBot.Meetings;

/// <summary>The meeting that somebody means, and the others that fit their words as well.</summary>
public sealed record MeetingChoice(Meeting Meeting, IReadOnlyList<Meeting> AlsoFit);
