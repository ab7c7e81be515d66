using System.Text;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Discord.Sending;

/// <summary>Makes any text stand in a message as it is: no mark-up, no mentions, no links of its own.</summary>
internal static class Markdown
{
    private const string Special = "\\*_~`|<>@";

    public static string Escape(string text)
    {
        var clean = CleanText.Of(text);
        var escaped = new StringBuilder(clean.Length + 16);
        var atStart = true;
        for (var i = 0; i < clean.Length; i++)
        {
            if (NeedsEscape(clean, i, atStart)) escaped.Append('\\');
            escaped.Append(clean[i]);
            // "12. " makes a list, as "-" and "#" do: the line has begun only behind its blanks and digits.
            atStart = clean[i] == '\n' || (atStart && (clean[i] is ' ' or '\t' || char.IsAsciiDigit(clean[i])));
        }

        return escaped.ToString();
    }

    /// <summary>On one line.</summary>
    public static string EscapeLine(string text) => Escape(text.ReplaceLineEndings(" "));

    /// <summary>Only to https, and without a preview; the title alone when there is no such address.</summary>
    public static string Link(string title, string? address)
    {
        var shown = EscapeLine(TextPieces.Shorten(title, 200)).Replace('[', '［').Replace(']', '］').Replace("\\［", "［", StringComparison.Ordinal).Replace("\\］", "］", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.AbsoluteUri is { Length: <= 300 } url
            ? $"[{shown}](<{url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)}>)"
            : shown;
    }

    private static bool NeedsEscape(string text, int i, bool atStart) => text[i] switch
    {
        var c when Special.Contains(c) => true,
        '[' => !IsCitation(text, i),
        ':' => text.AsSpan(i + 1).StartsWith("//"),
        '#' or '-' or '+' => atStart,
        '.' or ')' => atStart && i > 0 && char.IsAsciiDigit(text[i - 1]),
        _ => false,
    };

    /// <summary>"[12]" is ours; with an address behind it, it would be a link.</summary>
    private static bool IsCitation(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < 5 && char.IsAsciiDigit(text[end])) end++;
        return end > start + 1 && end < text.Length && text[end] == ']' && (end + 1 == text.Length || text[end + 1] != '(');
    }
}
