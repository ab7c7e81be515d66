using System.Globalization;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>The real clock, wrong by so much.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public TimeSpan Shift => shift;

    public static ShiftedTime Parse(string seconds) => new(TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
