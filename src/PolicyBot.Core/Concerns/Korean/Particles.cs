using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Particles (조사) after a noun.</summary>
internal static class Particles
{
    public enum Role
    {
        None,
        Topic,
        Subject,
        Also,
        Place,
        Source,
        Of,
        With,
        Object,
        To,
    }

    private static readonly (string Text, Role Role)[] Table =
    [
        ("에게서는", Role.Source), ("으로부터는", Role.Source), ("로부터는", Role.Source), ("들로부터", Role.Source),
        ("에서는", Role.Place), ("에서도", Role.Place), ("에서만", Role.Place), ("에선", Role.Place), ("께서는", Role.Topic), ("께서도", Role.Also), ("에게서", Role.Source), ("로부터", Role.Source),
        ("에는", Role.To), ("에도", Role.To), ("으로는", Role.None), ("로는", Role.None), ("부터는", Role.None), ("까지는", Role.None), ("까지도", Role.None), ("에게는", Role.To), ("에게도", Role.To), ("으로도", Role.None),
        ("에서", Role.Place), ("께서", Role.Subject), ("에게", Role.To), ("한테", Role.To), ("까지", Role.None), ("부터", Role.None),
        ("은", Role.Topic), ("는", Role.Topic), ("이", Role.Subject), ("가", Role.Subject), ("도", Role.Also),
        ("의", Role.Of), ("와", Role.With), ("과", Role.With), ("을", Role.Object), ("를", Role.Object), ("에", Role.To), ("만", Role.None),
    ];

    /// <summary>The length of the word without its particle, and what that does; the whole word when it has none.</summary>
    public static (int Length, Role Role) Strip(string word)
    {
        foreach (var (text, role) in Table)
        {
            if (word.Length > text.Length && word.EndsWith(text, StringComparison.Ordinal) && Fits(word[^(text.Length + 1)], text))
                return (word.Length - text.Length, role);
        }

        return (word.Length, Role.None);
    }

    public static bool IsObject(string word) => Strip(word).Role == Role.Object;

    public static bool HaveObject(IReadOnlyList<Word> words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i].Quote is null && IsObject(words[i].Text)) return true;
        }

        return false;
    }

    private static bool Fits(char before, string particle)
    {
        if (!Hangul.IsSyllable(before)) return true;
        var final = Hangul.HasFinal(before);
        return particle switch
        {
            "은" or "이" or "을" or "과" => final,
            "는" or "가" or "를" or "와" => !final,
            _ => true,
        };
    }
}
