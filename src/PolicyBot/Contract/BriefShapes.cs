using System.Text.Json.Serialization;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Contract;

internal sealed record BriefShape(MeetingShape Meeting, IReadOnlyList<InvitedShape> Invited, string Text)
{
    public static BriefShape Of(Brief brief, string text) => new(MeetingShape.Of(brief.Meeting, brief.Today), [.. brief.Invited.Select(InvitedShape.Of)], text);
}

/// <param name="Together">Said by the participants together while the invited was present.</param>
/// <param name="SameName">Said by somebody of the same name, who may be another person.</param>
internal sealed record InvitedShape(
    string Name, string? Organisation, IReadOnlyList<string> People, IReadOnlyList<RaisedShape> Concerns, IReadOnlyList<CommitmentShape> Commitments,
    IReadOnlyList<RaisedShape> Together, IReadOnlyList<StatementShape> SameName, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ContactShape? LastContact)
{
    public static InvitedShape Of(InvitedBrief i) => new(
        i.Who.Name, i.Who.Organisation, i.Who.People, [.. i.Concerns.Select(c => new RaisedShape(c.Entry, c.AlsoTold))],
        [.. i.Commitments.Select(c => new CommitmentShape(c.Commitment, c.State, c.ByInvited))],
        [.. i.Together.Select(c => new RaisedShape(c.Entry, c.AlsoTold))], [.. i.SameName.Select(s => StatementShape.Of(s.Entry.Raised))], ContactShape.Of(i.LastContact))
    { More = i.MoreConcerns > 0 ? i.MoreConcerns : null };

    /// <summary>How many concerns more stand on record than are listed; null when all are.</summary>
    public int? More { get; init; }
}

internal sealed record ContactShape(string MeetingId, string? Date, string Title)
{
    public static ContactShape? Of(Meeting? m) => m is null ? null : new(m.Id.Value, m.Date?.ToString(), m.Title);
}

/// <summary>A concern with when and where it was raised.</summary>
internal sealed record RaisedShape : ConcernShape
{
    public RaisedShape(Answers.LedgerEntry entry, IReadOnlyList<StoredStatement> alsoTold)
        : base(entry)
    {
        Date = entry.Raised.Meeting?.Date?.ToString() ?? entry.Raised.Record.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Meeting = entry.Raised.Meeting?.Title;
        Place = entry.Raised.Meeting?.Place;
        AlsoTold = [.. alsoTold.Select(s => s.Statement.Id.Value)];
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Date { get; }

    public string? Meeting { get; }

    public string? Place { get; }

    /// <summary>Ids of the same thing in other records of the same meeting.</summary>
    public IReadOnlyList<string> AlsoTold { get; }
}

/// <summary>A promise and what the calendar makes of it.</summary>
internal sealed record CommitmentShape : StatementShape
{
    public CommitmentShape(StoredStatement s, CommitmentState state, bool byInvited)
        : base(s.Statement, s.Text)
    {
        State = state;
        ByInvited = byInvited;
        General = Answers.Ledger.IsGeneral(s);
        Date = s.Meeting?.Date?.ToString() ?? s.Record.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public CommitmentState State { get; }

    public bool ByInvited { get; }

    /// <summary>Made to the meeting as a whole.</summary>
    public bool General { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Date { get; }
}
