using Cronos;

namespace PolicyBot.Digests;

/// <summary>When the digests of a subscription are due. Days are counted on the wall calendar, so that clocks that change neither skip nor repeat one.</summary>
public sealed class SlotCalendar(Subscription subscription, KoreanHolidays holidays)
{
    // No clock change moves a digest by more than a day.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    private readonly TimeZoneInfo _zone = subscription.TimeZone;
    private readonly CronExpression _wall = CronExpression.Parse($"{subscription.At.Minute} {subscription.At.Hour} * * {Days(subscription)}");

    /// <summary>Due after the one moment and not after the other, in their order.</summary>
    public IEnumerable<(DateOnly Day, DateTimeOffset Due)> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var last = Wall(until) + Margin;
        for (var at = _wall.GetNextOccurrence(Wall(after) - Margin); at is { } wall && wall <= last; at = _wall.GetNextOccurrence(wall))
        {
            var (day, due) = (DateOnly.FromDateTime(wall), Moment(wall));
            if (due > after && due <= until && !(subscription.SkipsHolidays && holidays.Include(day))) yield return (day, due);
        }
    }

    /// <summary>A fortnight of holidays in a row is not known; a weekly one may have its day on several.</summary>
    public (DateOnly Day, DateTimeOffset Due) Next(DateTimeOffset after) => Between(after, after.AddDays(100)).First();

    /// <summary>When the one before was due.</summary>
    public DateTimeOffset Before(DateTimeOffset due) => Between(due.AddDays(-100), due.AddTicks(-1)).Last().Due;

    /// <summary>In a gap the first moment behind it; of a repeated hour the first.</summary>
    private DateTimeOffset Moment(DateTime wall)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The wall clock, called UTC so that nothing is converted behind our back.</summary>
    private DateTime Wall(DateTimeOffset moment) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, _zone).DateTime, DateTimeKind.Utc);

    private static string Days(Subscription subscription) => subscription.Cadence switch
    {
        Cadence.Weekdays => "1-5",
        Cadence.Weekly => ((int)subscription.Day).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "*",
    };
}
