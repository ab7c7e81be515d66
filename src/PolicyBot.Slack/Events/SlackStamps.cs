using System.Globalization;

namespace PolicyBot.Slack.Events;

/// <summary>Slack's time stamps, which are the ids of messages too: seconds, a dot, and digits that tell messages of one second apart.</summary>
internal static class SlackStamps
{
    public static DateTimeOffset? Parse(string stamp) =>
        decimal.TryParse(stamp, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799m
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;

    public static string Write(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.000000", CultureInfo.InvariantCulture);
}
