using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
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

    /// <summary>Sentences of a model for the heads of digests and briefs; null without one.</summary>
    public TopLines? TopLines { get; init; }

    /// <summary>The clock of the records, which may pretend to be on another day.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The destination as it is now. Not asked where it would change nothing: thousands may be due in the same minute.</summary>
    internal Task<Delivery> AsItStandsAsync(Delivery to, OrderPieces pieces, CancellationToken cancellationToken) =>
        Clearances.Of(to.Conversation) == Clearance.Open ? Task.FromResult(to) : pieces.AsItStandsAsync(to, cancellationToken);

    public SlotCalendar CalendarOf(Subscription subscription) => new(subscription, Holidays);
}
