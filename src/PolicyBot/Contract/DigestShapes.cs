using PolicyBot.Digests;
using PolicyBot.Text.Personal;

namespace PolicyBot.Contract;

/// <param name="Slot">The local day; with a subscription before it, the key under which a digest is sent once.</param>
/// <param name="Basis">By which days old is told from new: <c>import</c>, or <c>publication</c> where nothing had come in by then.</param>
/// <param name="LeftOut">Records of which nothing is told: without a day of publication, or published by then and imported later.</param>
internal sealed record DigestShape(
    string Slot, IReadOnlyList<RaisedShape> NewConcerns, IReadOnlyList<StatementShape> NewReplies, IReadOnlyList<CommitmentShape> CommitmentsDue,
    IReadOnlyList<RaisedShape> Unanswered, IReadOnlyList<MeetingShape> Meetings, string Text, string Basis, int? LeftOut)
{
    public static DigestShape Of(Digest d, string text) => new(
        d.Request.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        [.. d.NewConcerns.Select(c => new RaisedShape(c.Entry, c.AlsoTold))],
        [.. d.NewReplies.Select(StatementShape.Of)],
        [.. d.CommitmentsDue.Select(c => new CommitmentShape(c.Commitment, c.State, c.ByInvited))],
        [.. d.Unanswered.Select(c => new RaisedShape(c.Entry, c.AlsoTold))],
        [.. d.Meetings.Select(m => MeetingShape.Of(m, d.Request.Day))],
        PersonalData.Mask(text),
        d.Basis.ByPublication ? "publication" : "import",
        d.Basis.LeftOut > 0 ? d.Basis.LeftOut : null);
}
