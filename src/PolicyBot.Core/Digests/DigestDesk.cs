using PolicyBot.Access;
using PolicyBot.Concerns;
using PolicyBot.Digests.Charts;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>What digests are made from.</summary>
public sealed record DigestDesk
{
    public required IArchive Archive { get; init; }

    public required Topics Topics { get; init; }

    public required Organisations Organisations { get; init; }

    public required Clearances Clearances { get; init; }

    public KoreanHolidays Holidays { get; init; } = KoreanHolidays.ByRule;

    /// <summary>Null where no Korean font is found: the numbers are told as a table.</summary>
    public TopicChart? Chart { get; init; }

    /// <summary>The clock of the records, which may pretend to be on another day.</summary>
    public required TimeProvider Time { get; init; }

    public SlotCalendar CalendarOf(Subscription subscription) => new(subscription, Holidays);
}
