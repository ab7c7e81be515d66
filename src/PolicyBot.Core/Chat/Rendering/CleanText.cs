using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Chat.Rendering;

/// <summary>Takes out what a reader cannot see.</summary>
public static class CleanText
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!Invisible.Is(rune.Value)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    // A surrogate may begin a tag character; every other invisible one stands in the basic plane.
    private static readonly System.Buffers.SearchValues<char> Suspects = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Where(c => c is >= 0xD800 and <= 0xDFFF || Invisible.Is(c)).Select(c => (char)c)]);
}
