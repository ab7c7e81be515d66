namespace PolicyBot.Text;

/// <summary>The two languages that records, questions and answers are in. Written <c>ko</c> and <c>en</c> outside.</summary>
public enum Language
{
    Korean,
    English,
}

public static class Languages
{
    /// <summary>Korean as soon as a tenth of the letters are Hangul: Korean policy text is full of Latin names.</summary>
    public static Language Detect(ReadOnlySpan<char> text)
    {
        var (hangul, letters) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (Hangul.IsHangul(c)) hangul++;
        }

        return hangul > 0 && hangul * 10 >= letters ? Language.Korean : Language.English;
    }

    public static string Code(this Language language) => language == Language.Korean ? "ko" : "en";

    public static Language? Parse(string? code) => code?.Trim().ToLowerInvariant() switch
    {
        "ko" or "kor" or "ko-kr" or "korean" => Language.Korean,
        "en" or "eng" or "en-us" or "en-gb" or "english" => Language.English,
        _ => null,
    };
}
