using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>What a digest is to tell, and to whom.</summary>
/// <param name="Day">The local day that decides what is due and which meetings come.</param>
/// <param name="Since">The end of the digest before: what was imported from here on is new.</param>
/// <param name="Until">What was imported from here on is not there yet.</param>
public sealed record DigestRequest(DateOnly Day, DateTimeOffset Since, DateTimeOffset Until, Clearance Clearance)
{
    /// <summary>Slugs; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Canonical names of those who raised; empty for all.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>A concern without a reply is told of once it is older than this.</summary>
    public int UnansweredDays { get; init; } = 30;

    /// <summary>A whole day is looked at, perhaps one before anything came in: then a record counts as come in on the day on which it was published.</summary>
    public bool LooksBack { get; init; }

    /// <summary>How many days lie between this digest and the one before.</summary>
    public int DaysSince => Math.Max(1, (int)Math.Round((Until - Since).TotalDays));

    /// <summary>The digest of a whole local day: all that was imported on it is new.</summary>
    public static DigestRequest OfDay(DateOnly day, TimeZoneInfo zone, Clearance clearance) => new(day, Start(day, zone), Start(day.AddDays(1), zone), clearance) { LooksBack = true };

    /// <summary>Where clocks are set forward at midnight the day begins an hour later.</summary>
    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }
}

/// <param name="CommitmentsDue">Past their day or due within the week, the earliest first.</param>
/// <param name="Unanswered">Older than the limit and without a reply to this very item, the oldest first.</param>
/// <param name="Meetings">Of this day and the six that follow.</param>
public sealed record Digest(
    DigestRequest Request, IReadOnlyList<RaisedBefore> NewConcerns, IReadOnlyList<StoredStatement> NewReplies,
    IReadOnlyList<Owed> CommitmentsDue, IReadOnlyList<RaisedBefore> Unanswered, IReadOnlyList<Meeting> Meetings)
{
    public DigestBasis Basis { get; init; } = new(ByPublication: false, LeftOut: 0);

    /// <summary>How many concerns and requests were raised in each of the last weeks, the topic with most first.</summary>
    public IReadOnlyList<TopicWeeks> Weeks { get; init; } = [];

    /// <summary>Sentences of a model for its head; empty without one.</summary>
    public IReadOnlyList<string> Phrased { get; init; } = [];

    /// <summary>With sentences at its head, where there is a model for them.</summary>
    /// <param name="asker">Who waits for it; null when nobody does.</param>
    public async Task<Digest> PhrasedAsync(TopLines? lines, Language language, Asker? asker, CancellationToken cancellationToken) => lines is null || IsQuiet
        ? this
        : this with { Phrased = await lines.PhraseAsync("digest", Request.Day.ToString("O", CultureInfo.InvariantCulture), language, [.. NewReplies, .. NewConcerns.Select(c => c.Entry.Raised)], asker, cancellationToken) };

    /// <summary>Due from this day on, or fallen due since the digest before; what fell due earlier was told of then.</summary>
    public IEnumerable<Owed> FreshlyDue => CommitmentsDue.Where(c => c.Commitment.Statement.Due!.By >= Request.Day.AddDays(-Request.DaysSince));

    /// <summary>Grown older than the limit since the digest before.</summary>
    public IEnumerable<RaisedBefore> FreshlyUnanswered => Unanswered.Where(c => DayOf(c) > Request.Day.AddDays(-Request.UnansweredDays - 1 - Request.DaysSince));

    /// <summary>Whether there is anything that the digest before did not tell.</summary>
    public bool IsQuiet => NewConcerns.Count + NewReplies.Count + Meetings.Count == 0 && !FreshlyDue.Any() && !FreshlyUnanswered.Any();

    internal static DateOnly? DayOf(RaisedBefore concern) => concern.Entry.Raised.Meeting?.Date?.Last ?? concern.Entry.Raised.Record.Published;
}

/// <summary>By which days a digest tells old from new.</summary>
/// <param name="ByPublication">By the days of publication, for nothing had come in by then; else by the days on which records came in.</param>
/// <param name="LeftOut">Of the records on file now: those without a day of publication; else those that were published by then and came in later.</param>
public sealed record DigestBasis(bool ByPublication, int LeftOut);

/// <param name="Topic">Slug; null for all the others together.</param>
/// <param name="Counts">The oldest week first; the last one ends with the day of the digest.</param>
public sealed record TopicWeeks(string? Topic, IReadOnlyList<int> Counts)
{
    public const int Weeks = 8;
    private const int MostTopics = 6;

    internal static IReadOnlyList<TopicWeeks> Count(IEnumerable<RaisedBefore> raised, DateOnly day)
    {
        var all = raised.Select(c => (Topic: c.Entry.Raised.Statement.Topics[0], Week: (day.DayNumber - Digest.DayOf(c)?.DayNumber) / 7)).Where(c => c.Week is >= 0 and < Weeks)
            .GroupBy(c => c.Topic, c => Weeks - 1 - c.Week!.Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        List<TopicWeeks> counted = [.. all.Take(MostTopics).Select(g => Of(g.Key, g))];
        if (all.Count > MostTopics) counted.Add(Of(null, all.Skip(MostTopics).SelectMany(g => g)));
        return counted;
    }

    private static TopicWeeks Of(string? topic, IEnumerable<int> weeks)
    {
        var counts = new int[Weeks];
        foreach (var week in weeks) counts[week]++;
        return new(topic, counts);
    }
}
