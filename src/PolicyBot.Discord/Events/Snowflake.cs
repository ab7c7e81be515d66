using System.Globalization;

namespace PolicyBot.Discord.Events;

/// <summary>Discord's ids carry the moment at which they were given.</summary>
internal static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;

    public static DateTimeOffset? At(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? DateTimeOffset.FromUnixTimeMilliseconds((long)(value >> 22) + Epoch) : null;

    /// <summary>The lowest id of a moment.</summary>
    public static ulong From(DateTimeOffset at) => (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - Epoch) << 22;
}
