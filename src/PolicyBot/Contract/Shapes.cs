using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot.Contract;

/// <summary>What scripts read: names and shapes here are promises and change only by addition. What a shape always has is written as null when unknown; the rest is left out.</summary>
internal sealed record PartyShape(string? Person, string? Role, string? Organisation);

internal sealed record MeetingShape(
    string Id, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Date, string? Time, string TimeZone, string? Place, IReadOnlyList<PartyShape> Hosts,
    IReadOnlyList<PartyShape> Participants, MeetingStatus Status, string? Series, IReadOnlyList<string> RecordIds, bool? Unconfirmed, string? MovedFrom)
{
    /// <summary>An announced meeting keeps its status; <see cref="Unconfirmed"/> stands beside it once its day is past.</summary>
    public static MeetingShape Of(Meeting m, DateOnly today) => new(
        m.Id.Value, m.Title, m.Date?.ToString(), m.Time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), m.TimeZone, m.Place,
        [.. m.Hosts.Select(Party)], [.. m.Participants.Select(Party)], m.Status, m.Series, [.. m.RecordIds.Select(r => r.Value)], m.IsUnconfirmed(today) ? true : null, m.MovedFrom?.ToString());

    private static PartyShape Party(Party p) => new(p.Person, p.Role, p.Organisation);
}

internal sealed record AttributionShape(AttributionLevel Level, IReadOnlyList<string> Names, IReadOnlyList<string> Present)
{
    public static AttributionShape Of(Attribution a) => new(a.Level, a.Names, a.Present);
}

internal sealed record DueShape(string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? By);

internal record StatementShape(
    string Id, StatementKind Kind, string Text, int Start, int End, string RecordId, string? MeetingId, AttributionShape Attribution,
    IReadOnlyList<string> Topics, ReplyStrength? Strength, DueShape? Due, IReadOnlyList<string> RepliesTo)
{
    protected StatementShape(Statement s, string text)
        : this(
            s.Id.Value, s.Kind, PersonalData.Mask(text), s.Span.Start, s.Span.End, s.RecordId.Value, s.MeetingId?.Value, AttributionShape.Of(s.Attribution),
            s.Topics, s.Strength, s.Due is { } due ? new(due.Text, due.By) : null, [.. s.RepliesTo.Select(r => r.Value)])
    {
    }

    public static StatementShape Of(StoredStatement s) => Of(s.Statement, s.Text);

    public static StatementShape Of(Statement s, string text) => new(s, text);
}

/// <summary>A statement's own properties and, beside them, what became of it.</summary>
internal record ConcernShape : StatementShape
{
    protected ConcernShape(LedgerEntry entry)
        : base(entry.Raised.Statement, entry.Raised.Text)
    {
        Replies = [.. entry.Replies.Select(Of)];
        Status = entry.Status;
        TimesRaised = entry.Raised.Raised?.Times ?? 1;
        FirstRaised = entry.Raised.Raised?.First;
        LastRaised = entry.Raised.Raised?.Last;
    }

    public IReadOnlyList<StatementShape> Replies { get; }

    public LedgerStatus Status { get; }

    public int TimesRaised { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? FirstRaised { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastRaised { get; }

    public static ConcernShape Of(LedgerEntry entry) => new(entry);
}

internal sealed record ConcernsShape(IReadOnlyList<ConcernShape> Concerns);

internal sealed record MeetingsShape(IReadOnlyList<MeetingShape> Meetings);

internal sealed record ExtractedRecordShape(string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Published, string Language, string Text);

internal sealed record ExtractShape(ExtractedRecordShape Record, IReadOnlyList<MeetingShape> Meetings, IReadOnlyList<StatementShape> Statements);

internal sealed record VersionShape(int Version, DateTimeOffset Imported, string Path);

internal sealed record RecordShape(
    string Id, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Published, string Language, Grade Grade,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Source, IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, string> Metadata, string Text, IReadOnlyList<VersionShape> Versions)
{
    public static RecordShape Of(StoredRecord stored)
    {
        var r = stored.Record;
        return new(r.Id.Value, r.Title, r.Published, r.Language.Code(), r.Grade, r.Sources is [var first, ..] ? first : null, r.Sources, r.Metadata, r.Text,
            [.. stored.Versions.Select(v => new VersionShape(v.Version, v.Imported, v.Path))]);
    }
}

internal sealed record RecordDetailShape(RecordShape Record, IReadOnlyList<MeetingShape> Meetings, IReadOnlyList<StatementShape> Statements)
{
    /// <summary>The earlier record whose words this one repeats, and those that repeat it.</summary>
    public IReadOnlyList<RepetitionShape>? Repeats { get; init; }

    public IReadOnlyList<RepetitionShape>? RepeatedBy { get; init; }
}

/// <param name="Share">Per cent of the shorter text that stands in the longer one.</param>
internal sealed record RepetitionShape(string Id, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Published, int Share)
{
    /// <summary>Null for none.</summary>
    public static IReadOnlyList<RepetitionShape>? Of(IEnumerable<Repetition> repeats) =>
        repeats.Select(r => new RepetitionShape(r.Id.Value, r.Title, r.Published, r.Share)).ToList() is { Count: > 0 } shapes ? shapes : null;
}

internal sealed record RecordRowShape(
    string Id, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Published, Grade Grade, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Source);

internal sealed record RecordsShape(IReadOnlyList<RecordRowShape> Records);

internal sealed record PassageShape(string RecordId, string PassageId, float Score, int Start, int End, string Text);

internal sealed record PassagesShape(IReadOnlyList<PassageShape> Passages);

internal sealed record PointShape(string Text, AttributionShape Attribution, string? MeetingId, string? Date, IReadOnlyList<int> Citations, StatementKind? Kind, ReplyStrength? Strength);

internal sealed record CitationShape(int N, string RecordId, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Date, int Start, int End, string Quote, string? Url,
    int? Page, int? Paragraph)
{
    /// <summary>A slide or a sheet is a page too.</summary>
    public static CitationShape Of(Citation c) => new(
        c.N, c.RecordId.Value, c.Title, c.Date, c.Start, c.End, c.Quote, c.Url,
        c.Place is { Unit: not PlaceUnit.Paragraph } page ? page.Number : null, c.Place is { Unit: PlaceUnit.Paragraph } paragraph ? paragraph.Number : null);
}

internal sealed record SearchedShape(
    int Records, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? From, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? To);

internal sealed record AnswerShape(
    JsonElement? Id, string Question, AnswerStatus Status, string Language, string Text, IReadOnlyList<PointShape> Points,
    IReadOnlyList<CitationShape> Citations, SearchedShape Searched, AnswerSource By, long TookMs)
{
    public static AnswerShape Of(Answer a, JsonElement? id) => new(
        id, a.Question, a.Status, a.Language.Code(), a.Text,
        [.. a.Points.Select(p => new PointShape(p.Text, AttributionShape.Of(p.Attribution), p.MeetingId?.Value, p.Date?.ToString(), p.Citations, p.Kind, p.Strength))],
        [.. a.Citations.Select(CitationShape.Of)],
        new(a.Searched.Records, a.Searched.From, a.Searched.To), a.By, a.TookMs);
}

/// <param name="Id">Whatever the caller counts by, a text or a number; it comes back unchanged.</param>
internal sealed record QuestionLine(JsonElement? Id, string? Question);

/// <param name="Missing">What the platforms still want, with <c>--connect</c>.</param>
internal sealed record CheckShape(bool Ok, IReadOnlyList<string> Faults, IReadOnlyDictionary<string, string> Features, IReadOnlyList<string>? Missing = null, IReadOnlyList<string>? Notes = null);

internal sealed record MovedTableShape(string Table, int Rows, string Hash);

internal sealed record MoveShape(IReadOnlyList<MovedTableShape> Tables);

internal sealed record ReadyShape(bool Ready, string? Reason);

/// <summary>One line of the log as JSON.</summary>
internal sealed record LogShape(DateTimeOffset Time, string Level, string Category, string Message, string? Fault);

/// <param name="MissedDigests">Of the last day, each with its reason.</param>
internal sealed record HealthShape(bool Ok, IReadOnlyDictionary<string, string> Platforms, IReadOnlyList<string>? MissedDigests = null);

internal sealed record MissedDigestShape(string Subscription, DateOnly Day, DateTimeOffset Due, string Reason);

internal sealed record DeadLetterShape(string Key, string Lane, DateTimeOffset At, string Reason);

internal sealed record ChatShape(DateTimeOffset? LastTakenIn, IReadOnlyList<DeadLetterShape> DeadLetters);

internal sealed record RejectedShape(string Path, string Reason);

/// <param name="Version">Of a record that was stored, counted from 1.</param>
internal sealed record ImportedRecordShape(string Id, string Path, string Title, int Meetings, int Statements, int? Version = null);

internal sealed record ImportShape(int Imported, int Unchanged, int Updated, IReadOnlyList<RejectedShape> Rejected, IReadOnlyList<ImportedRecordShape> Records);

/// <summary>A line of progress: what is named here is on the disk.</summary>
internal sealed record ImportProgressShape(int FilesDone, int Files, IReadOnlyList<ImportedRecordShape> Stored);

/// <param name="Looked">Null when no worker has looked there yet.</param>
/// <param name="Last">What came of the last document.</param>
internal sealed record PlaceShape(string Address, DateTimeOffset? Looked, string? Fault, int Documents, PlaceResultShape? Last, IReadOnlyList<RejectedShape> Refused);

internal sealed record PlaceResultShape(string Path, IntakeOutcome Outcome, string? Detail, string? RecordId, int? Version, DateTimeOffset At);

internal sealed record IndexStatusShape(int Passages, long Sequence, bool Current);

internal sealed record SchemaShape(int Archive, int Chat);

/// <param name="Holds">What it does alone.</param>
internal sealed record WorkerShape(long Number, string Name, string Version, int ClockAheadMs, IReadOnlyList<string> Holds);

internal sealed record StatusShape(
    string Version, string Folder, int Records, DateOnly? From, DateOnly? To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? LastImport, IndexStatusShape Index,
    IReadOnlyDictionary<string, string> Connections, IReadOnlyDictionary<string, int> Queues, IReadOnlyDictionary<string, int> Digests)
{
    /// <summary>Sqlite or Postgres.</summary>
    public required string Provider { get; init; }

    public required SchemaShape Schema { get; init; }

    /// <summary>Those that live, where several share the store.</summary>
    public IReadOnlyList<WorkerShape> Workers { get; init; } = [];

    /// <summary>Records understood by other rules or catalogues than today's.</summary>
    public int Outdated { get; init; }

    /// <summary>What the rules and a model read differently, the newest records first; null when nothing.</summary>
    public IReadOnlyList<DisagreementShape>? ToReview { get; init; }

    /// <summary>Null without embeddings.</summary>
    public VectorsShape? Embeddings { get; init; }

    /// <summary>Null when no worker ever ran here.</summary>
    public ChatShape? Chat { get; init; }

    /// <summary>When the next digest of any subscription is due.</summary>
    public DateTimeOffset? NextDigest { get; init; }

    /// <summary>Of the last seven days: due, and not delivered. Null when there is none.</summary>
    public IReadOnlyList<MissedDigestShape>? MissedDigests { get; init; }

    /// <summary>Watched folders; null when none is set.</summary>
    public IReadOnlyList<PlaceShape>? Watch { get; init; }

    /// <summary>Null when none is set.</summary>
    public IReadOnlyList<PlaceShape>? Feeds { get; init; }

    /// <summary>Subscribed calendars, of those on servers the host alone; null when none is set.</summary>
    public IReadOnlyList<PlaceShape>? Calendars { get; init; }
}

internal sealed record DisagreementShape(string RecordId, int Start, int End, string Text, ReadAs Proposed, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ReadAs? Ruled)
{
    public static DisagreementShape Of(StoredDisagreement one) =>
        new(one.Record.Id.Value, one.Disagreement.Span.Start, one.Disagreement.Span.End, one.Words, one.Disagreement.Proposed, one.Disagreement.Ruled);
}

/// <param name="Fault">Why they are not being brought up to the archive; null when they are.</param>
internal sealed record VectorsShape(string Name, int Dimension, int Passages, bool Current, string? Fault);

/// <param name="BrokenAt">Null for a whole chain.</param>
internal sealed record AuditShape(long Rows, long Removed, string Head, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? BrokenAt);
