using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Meetings;

/// <summary>What those who prepare a meeting should know of its guests: only what stands on record before it.</summary>
/// <param name="Today">The day that decides what is overdue.</param>
public sealed record Brief(Meeting Meeting, DateOnly Today, IReadOnlyList<InvitedBrief> Invited)
{
    /// <summary>The records that tell of the meeting itself.</summary>
    public IReadOnlyList<RecordSummary> Sources { get; init; } = [];

    /// <summary>Sentences of a model for its head; empty without one.</summary>
    public IReadOnlyList<string> Phrased { get; init; } = [];

    /// <summary>With sentences at its head, where there is a model for them: of what was promised to the invited and what they raised by name, never of what was said together.</summary>
    /// <param name="asker">Who waits for it; null when nobody does.</param>
    public async Task<Brief> PhrasedAsync(TopLines? lines, Language language, Asker? asker, CancellationToken cancellationToken) => lines is null
        ? this
        : this with
        {
            Phrased = await lines.PhraseAsync(
                "brief", Meeting.Date?.ToString() ?? "", language,
                [.. Invited.SelectMany(i => i.Commitments.Where(c => !c.ByInvited).Select(c => c.Commitment)), .. Invited.SelectMany(i => i.Concerns.Select(c => c.Entry.Raised))], asker, cancellationToken),
        };
}

/// <param name="Name">The organisation as the invitation prints it; of somebody without one, name and role.</param>
/// <param name="Organisation">Canonical name when the catalogue knows it, else as printed; null for somebody without one.</param>
/// <param name="People">Name and role, as printed.</param>
/// <param name="PersonNames">The same without roles.</param>
public sealed record Invited(string Name, string? Organisation, IReadOnlyList<string> People, IReadOnlyList<string> PersonNames);

/// <param name="Concerns">What the invited raised themselves, by name; the newest first, unless there are more than are looked at.</param>
/// <param name="Together">What participants said together while the invited was present. Never the invited's own words.</param>
/// <param name="SameName">Said by people of the same name whose house is another or is not told: nobody knows whether they are the same.</param>
/// <param name="Commitments">Made in reply to the invited's own concerns, or by the invited.</param>
/// <param name="LastContact">The last meeting held at which the organisation was present or host, or at which the person spoke.</param>
public sealed record InvitedBrief(
    Invited Who, IReadOnlyList<RaisedBefore> Concerns, IReadOnlyList<RaisedBefore> Together, IReadOnlyList<RaisedBefore> SameName,
    IReadOnlyList<Owed> Commitments, Meeting? LastContact)
{
    /// <summary>How many more stand on record than were looked at. Where it is not 0, what fits the topics of the meeting comes first.</summary>
    public int MoreConcerns { get; init; }

    /// <summary>The same of what was said together.</summary>
    public int MoreTogether { get; init; }

    /// <summary>The same of what people of the same name said for nobody or for another house.</summary>
    public int MoreSameName { get; init; }

    /// <summary>The same of the guest's own commitments. Of those made to the guest only the answers to what was looked at are known.</summary>
    public int MoreMade { get; init; }

    public bool IsEmpty => Concerns.Count + Together.Count + SameName.Count + Commitments.Count == 0 && LastContact is null;
}

/// <param name="AlsoTold">The same thing said once at one meeting, as other records tell it.</param>
public sealed record RaisedBefore(LedgerEntry Entry, IReadOnlyList<StoredStatement> AlsoTold);

/// <param name="ByInvited">The invited made it, rather than somebody in reply to them.</param>
public sealed record Owed(StoredStatement Commitment, CommitmentState State, bool ByInvited);

/// <summary>What the calendar makes of a commitment. Whether it was kept, only records can tell.</summary>
public enum CommitmentState
{
    /// <summary>No day is named.</summary>
    Open,

    /// <summary>Its day is still to come, or is today.</summary>
    Due,

    /// <summary>Its day is past.</summary>
    Overdue,

    /// <summary>Told as decided or done, without a day to come.</summary>
    Decided,
}

public static class CommitmentStates
{
    public static CommitmentState Of(Statement commitment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return commitment switch
        {
            { Due.By: { } by } when by >= today => CommitmentState.Due,
            { Strength: ReplyStrength.Decided } => CommitmentState.Decided,
            { Due.By: not null } => CommitmentState.Overdue,
            _ => CommitmentState.Open,
        };
    }
}
