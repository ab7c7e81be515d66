using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>The store of records and of what was understood of them: the truth from which the index is derived.</summary>
public interface IArchive : IAsyncDisposable
{
    /// <summary>Stores records with everything read from them in a single transaction: all of them whole after any crash, or none there at all.</summary>
    Task<IReadOnlyList<PutResult>> PutAsync(IReadOnlyList<ReadRecord> batch, CancellationToken cancellationToken);

    /// <summary>Stores a curator's decision and lets the ledger follow it at once; null when it was made, else why it cannot be. Later readings of the record follow it too.</summary>
    Task<string?> CorrectAsync(StatementId statement, Attribution? attribution, string by, string? reason, Clearance clearance, CancellationToken cancellationToken);

    /// <summary>What curators decided on statements of this record, the oldest first.</summary>
    Task<IReadOnlyList<Correction>> ListCorrectionsAsync(RecordId id, Clearance clearance, CancellationToken cancellationToken);

    /// <summary>Which of these contents (<see cref="ContentHash"/>) are in force by any id, whatever their grade: what was understood by the same rules need not be read again.</summary>
    Task<IReadOnlyDictionary<string, KnownContent>> FindContentsAsync(IReadOnlyList<string> contentHashes, CancellationToken cancellationToken);

    /// <summary>Records that were understood by other rules or catalogues than <paramref name="understanding"/>, in the order of their first import.</summary>
    Task<IReadOnlyList<RecordId>> ListUnderstoodOtherwiseAsync(string understanding, CancellationToken cancellationToken);

    /// <summary>These records without what they tell; unknown ones and those that the clearance hides are left out.</summary>
    Task<IReadOnlyList<Record>> FindRecordsAsync(IReadOnlyList<RecordId> ids, Clearance clearance, CancellationToken cancellationToken);

    /// <summary>The newest record in force that was read from each of these paths.</summary>
    Task<IReadOnlyDictionary<string, RecordId>> FindAtPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken);

    /// <summary>What files of these contents (<see cref="ReadFile.Content"/>) were read as by this build; those that it never read are left out.</summary>
    Task<IReadOnlyList<ReadFile>> FindReadFilesAsync(string build, IReadOnlyList<string> contents, CancellationToken cancellationToken);

    /// <summary>What other builds read is forgotten.</summary>
    Task SaveReadFilesAsync(string build, IReadOnlyList<ReadFile> files, CancellationToken cancellationToken);

    Task<StoredRecord?> FindRecordAsync(RecordId id, Clearance clearance, CancellationToken cancellationToken);

    /// <summary>Where pages, slides or paragraphs begin, of those records that have such.</summary>
    Task<IReadOnlyDictionary<RecordId, TextPlaces>> FindPlacesAsync(IReadOnlyList<RecordId> ids, Clearance clearance, CancellationToken cancellationToken);

    Task<IReadOnlyList<RecordSummary>> ListRecordsAsync(Clearance clearance, CancellationToken cancellationToken);

    /// <summary>When each record came in and when it last changed, as far as the clearance lets it be seen.</summary>
    Task<IReadOnlyList<RecordArrival>> ListArrivalsAsync(Clearance clearance, CancellationToken cancellationToken);

    /// <summary>The text of the version that was in force just before then; null when there was none.</summary>
    Task<string?> FindTextBeforeAsync(RecordId id, DateTimeOffset before, Clearance clearance, CancellationToken cancellationToken);

    /// <summary>How many records, and the first and last day they speak of: what an honest "not found" has to say.</summary>
    Task<ArchiveExtent> MeasureAsync(Clearance clearance, CancellationToken cancellationToken);

    /// <summary>Statements that meet every filter, the newest meeting first.</summary>
    Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(StatementFilter filter, CancellationToken cancellationToken);

    /// <summary>What meets each of several filters, which share clearance and counting: a statement that meets many is read once.</summary>
    Task<IReadOnlyList<IReadOnlyList<StoredStatement>>> FindStatementsOfEachAsync(IReadOnlyList<StatementFilter> filters, CancellationToken cancellationToken);

    /// <summary>How much meets every filter, however much that is: the limit does not count.</summary>
    Task<ToldCount> CountToldAsync(StatementFilter filter, CancellationToken cancellationToken);

    /// <summary>How often these concerns were raised, by <see cref="StoredStatement.ConcernKey"/>.</summary>
    Task<IReadOnlyDictionary<string, Recurrence>> CountRaisedAsync(IReadOnlyList<string> concernKeys, Clearance clearance, CancellationToken cancellationToken);

    Task<IReadOnlyList<Meeting>> FindMeetingsAsync(MeetingFilter filter, CancellationToken cancellationToken);

    /// <summary>What the rules and a second reader see differently, the newest record first.</summary>
    Task<IReadOnlyList<StoredDisagreement>> ListDisagreementsAsync(Clearance clearance, int most, CancellationToken cancellationToken);

    Task<ArchiveSequence> ReadSequenceAsync(CancellationToken cancellationToken);

    /// <summary>Ends when something may have changed since the last call, here or in another process that tells. For one waiter.</summary>
    Task WaitForChangeAsync(CancellationToken cancellationToken);

    /// <summary>Records changed after <paramref name="sequence"/>, oldest change first; a removed one comes with its id alone.</summary>
    IAsyncEnumerable<RecordChange> ReadChangesAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>Folders and feeds that were ever looked at.</summary>
    Task<IReadOnlyList<WatchedPlace>> ListPlacesAsync(CancellationToken cancellationToken);

    /// <summary>What that place held when it was looked at last; the latest news last.</summary>
    Task<IReadOnlyList<SeenDocument>> ListSeenAsync(string place, CancellationToken cancellationToken);

    /// <param name="forgotten">Paths under which nothing lies any more that has to be told.</param>
    Task SavePlaceAsync(WatchedPlace place, IReadOnlyList<SeenDocument> seen, IReadOnlyList<string> forgotten, CancellationToken cancellationToken);
}

/// <summary>A record with everything that was understood of it, not yet stored.</summary>
public sealed record ReadRecord(Record Record, string Path, IReadOnlyList<Meeting> Meetings, IReadOnlyList<Statement> Statements)
{
    /// <summary>By which rules and catalogues, as <see cref="Storage.Understanding"/> tells.</summary>
    public string Understanding { get; init; } = "";

    /// <summary>For a person to look at.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];
}

/// <param name="Words">What both read, as the record has it.</param>
public sealed record StoredDisagreement(RecordSummary Record, string Words, Disagreement Disagreement);

/// <param name="Id">Where the content is stored: the id of the twin when the same content is there by another id.</param>
public sealed record PutResult(PutOutcome Outcome, RecordId Id, int Version = 1);

public enum PutOutcome
{
    Imported,

    /// <summary>The same content is there already, by this id or another.</summary>
    Unchanged,

    /// <summary>The same content by this id was understood anew, by other rules or catalogues than before: no new version.</summary>
    Reread,

    /// <summary>A new version took the place of the old one, which stays in the history.</summary>
    Updated,
}

/// <summary>The numbers of an archive's changes. Each archive begins at one of its own, so that an index made from another one is told apart.</summary>
/// <param name="Beginning">Stands before the first change.</param>
/// <param name="Newest">An index that stands at a lower number is behind.</param>
public sealed record ArchiveSequence(long Beginning, long Newest)
{
    public bool Includes(long number) => number >= Beginning && number <= Newest;
}

public sealed record KnownContent(RecordId Id, string Title, int Meetings, int Statements, string Understanding);

/// <summary>A file and the documents that it held, all of which were stored.</summary>
/// <param name="Content">Another one for any other content, and for any other way to read it.</param>
public sealed record ReadFile(string Content, IReadOnlyList<ReadDocument> Documents);

/// <param name="Place">What stands behind the file's path in that of the document.</param>
/// <param name="Id">As the file gives it.</param>
/// <param name="Hash">Its <see cref="ContentHash"/>.</param>
public sealed record ReadDocument(string Place, RecordId Id, string Hash);

/// <param name="Meetings">As all visible records tell them; <see cref="Meeting.Told"/> holds the stretches of this record.</param>
/// <param name="Versions">The newest first.</param>
public sealed record StoredRecord(Record Record, IReadOnlyList<Meeting> Meetings, IReadOnlyList<StoredStatement> Statements, IReadOnlyList<RecordVersion> Versions)
{
    /// <summary>Records that tell the same with much the same words.</summary>
    public IReadOnlyList<Repetition> Repeats { get; init; } = [];
}

/// <param name="Version">Counts from 1; the highest is in force.</param>
public sealed record RecordVersion(int Version, DateTimeOffset Imported, string Path, string ContentHash);

public sealed record RecordSummary(RecordId Id, string Title, DateOnly? Published, Grade Grade, string? Source)
{
    public string? Group { get; init; }
}

public sealed record RecordArrival(RecordId Id, DateTimeOffset First, DateTimeOffset Newest, DateOnly? Published);

public sealed record ArchiveExtent(int Records, DateOnly? From, DateOnly? To)
{
    /// <summary>When a record last came in or changed.</summary>
    public DateTimeOffset? LastImport { get; init; }
}

/// <summary>A statement as an answer needs it: with its words, its record and its meeting.</summary>
/// <param name="ConcernKey">Joins concerns and requests that say the same at different meetings; null on other kinds.</param>
/// <param name="Raised">Over all records that the clearance allows: at how many meetings, first and last. Null on other kinds, and where it was not counted.</param>
public sealed record StoredStatement(Statement Statement, string Text, RecordSummary Record, Meeting? Meeting, string? ConcernKey, Recurrence? Raised)
{
    /// <summary>What happened once, however many records tell it: the meeting, else the record, or the one that it repeats.</summary>
    public string Event { get => field ?? Statement.MeetingId?.Value ?? Record.Id.Value; init; }
}

/// <summary>One meeting told by three outlets counts once.</summary>
public sealed record Recurrence(int Times, DateOnly? First, DateOnly? Last);

/// <param name="Things">What was said; told by several records it counts once.</param>
/// <param name="Events">Meetings, and records that tell of none.</param>
public sealed record ToldCount(int Things, int Events, DateOnly? First, DateOnly? Last);

public sealed record StatementFilter
{
    public IReadOnlyList<StatementKind> Kinds { get; init; } = [];

    /// <summary>Canonical names: the speaker, or the organisation of the person that speaks.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>Names of people without title, such as 홍길동.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Canonical names of those present when the participants spoke together: an extra question, never mixed with the speakers.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public MeetingId? MeetingId { get; init; }

    public IReadOnlyList<RecordId> RecordIds { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Clearance Clearance { get; init; } = Clearance.Open;

    public int Limit { get; init; } = 1000;

    /// <summary>False leaves <see cref="StoredStatement.Raised"/> out: where thousands are looked through, counting costs more than finding.</summary>
    public bool CountsRaised { get; init; } = true;
}

public sealed record MeetingFilter
{
    public MeetingId? Id { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Host or participant, canonical name.</summary>
    public string? Organisation { get; init; }

    /// <summary>Only meetings at which something was said on this topic.</summary>
    public string? Topic { get; init; }

    public MeetingStatus? Status { get; init; }

    /// <summary>Only as records tell them that were published by that day: what came out later neither adds nor changes a meeting.</summary>
    public DateOnly? PublishedBy { get; init; }

    /// <summary>Only so many of those that come last by their day.</summary>
    public int? Newest { get; init; }

    /// <summary>Also meetings whose date is not known.</summary>
    public bool IncludeUndated { get; init; } = true;

    public Clearance Clearance { get; init; } = Clearance.Open;
}

/// <param name="Record">Null when the record was removed. Its statements come without how often they were raised.</param>
public sealed record RecordChange(long Sequence, RecordId Id, StoredRecord? Record);
