using System.Globalization;

namespace PolicyBot.Records.Reading;

/// <summary>Days as documents write them by machine: a plain day, or an instant that is moved to Korean time (UTC+9, no summer time).</summary>
internal static class PublicationDay
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy.MM.dd", "yyyy.MM.dd.", "yyyy/MM/dd", "yyyy-M-d", "yyyy.M.d", "yyyy.M.d.", "yyyyMMdd"];

    private static readonly string[] Instants =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd' 'HH:mm:ss' 'K"];

    public static DateOnly Parse(string value) => TryParse(value)
        ?? throw new UnreadableRecordException(IsMonth(value)
            ? $"The date \"{Excerpt.Of(value)}\" names a month without a day. Write the day (YYYY-MM-DD), or leave the date out. / 날짜에 날이 없습니다. YYYY-MM-DD로 쓰거나 빼십시오."
            : $"The date \"{Excerpt.Of(value)}\" does not exist or is not written YYYY-MM-DD. Correct it, or leave it out. / 없는 날짜이거나 YYYY-MM-DD로 쓰지 않은 날짜입니다. 고치거나 빼십시오.");

    private static bool IsMonth(string value) => DateOnly.TryParseExact(value.Trim().TrimEnd('.'), ["yyyy-MM", "yyyy-M", "yyyy.MM", "yyyy.M", "yyyy/MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateOnly? TryParse(string value)
    {
        var written = value.Trim();
        if (DateOnly.TryParseExact(written, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        // An offset such as +0900, common in Korean page metadata, is not ISO 8601's extended form.
        if (written.Length > 5 && written[^5] is '+' or '-' && written[^4..].All(char.IsAsciiDigit)) written = $"{written[..^2]}:{written[^2..]}";
        var kind = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind;
        if (!DateTime.TryParseExact(written, Instants, CultureInfo.InvariantCulture, kind, out var time)) return null;
        if (time.Kind == DateTimeKind.Unspecified) return DateOnly.FromDateTime(time);
        var instant = DateTimeOffset.ParseExact(written, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces);
        return DateOnly.FromDateTime(instant.ToOffset(Seoul).DateTime);
    }
}
