using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <summary>The records that tell of a meeting, as an answer cites them.</summary>
public static class MeetingSources
{
    /// <param name="most">A meeting told by many outlets needs no more.</param>
    public static async Task<IReadOnlyList<RecordSummary>> ReadAsync(IArchive archive, Meeting meeting, Clearance clearance, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(meeting);
        List<RecordSummary> sources = [];
        foreach (var id in meeting.RecordIds.Take(most))
            if (await archive.FindRecordAsync(id, clearance, cancellationToken) is { Record: var r }) sources.Add(new(r.Id, r.Title, r.Published, r.Grade, r.Sources is [var source, ..] ? source : null) { Group = r.Group });
        return sources;
    }
}
