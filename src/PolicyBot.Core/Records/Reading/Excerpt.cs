namespace PolicyBot.Records.Reading;

/// <summary>Shortens foreign words for a title or a refusal, never inside a surrogate pair.</summary>
internal static class Excerpt
{
    public static string Of(string value, int length = 60)
    {
        if (value.Length <= length) return value;
        return value[..(char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)] + "…";
    }
}
