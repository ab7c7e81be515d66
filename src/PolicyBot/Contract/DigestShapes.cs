using PolicyBot.Digests;
using PolicyBot.Text.Personal;

namespace PolicyBot.Contract;

/// <param name="Slot">The local day; with a subscription before it, the key under which a digest is sent once.</param>
internal sealed record DigestShape(
    string Slot, IReadOnlyList<RaisedShape> NewConcerns, IReadOnlyList<StatementShape> NewReplies, IReadOnlyList<CommitmentShape> CommitmentsDue,
    IReadOnlyList<RaisedShape> Unanswered, IReadOnlyList<MeetingShape> Meetings, string Text)
{
    public static DigestShape Of(Digest d, string text) => new(
        d.Request.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        [.. d.NewConcerns.Select(c => new RaisedShape(c.Entry, c.AlsoTold))],
        [.. d.NewReplies.Select(StatementShape.Of)],
        [.. d.CommitmentsDue.Select(c => new CommitmentShape(c.Commitment, c.State, c.ByInvited))],
        [.. d.Unanswered.Select(c => new RaisedShape(c.Entry, c.AlsoTold))],
        [.. d.Meetings.Select(m => MeetingShape.Of(m, d.Request.Day))],
        PersonalData.Mask(text));
}
