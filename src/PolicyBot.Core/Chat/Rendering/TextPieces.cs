using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Chat.Rendering;

/// <summary>Cuts a text that a platform would refuse for its length. The pieces together are the text, but for blanks at a cut and for fences that are closed and opened again.</summary>
public static partial class TextPieces
{
    private const string Fence = "```";

    /// <summary>A mark-up token longer than this is cut like words.</summary>
    private const int LongestToken = 600;

    /// <param name="text">In the platform's mark-up, escaped already.</param>
    /// <param name="limit">Most UTF-16 units of a piece; at least 40.</param>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 40);
        var pieces = new List<string>();
        var rest = text.AsMemory().Trim();
        var isOpen = false;
        while (rest.Length > 0)
        {
            var head = isOpen ? Fence + "\n" : "";
            if (head.Length + rest.Length <= limit)
            {
                pieces.Add(head + rest.ToString());
                break;
            }

            // Room for closing a fence is kept even where there is none: fences are rare, and so is the loss of four characters.
            var cut = FindCut(rest.Span, limit - head.Length - Fence.Length - 1);
            var piece = rest.Span[..cut];
            isOpen ^= CountFences(piece) % 2 == 1;
            pieces.Add($"{head}{piece.TrimEnd()}{(isOpen ? "\n" + Fence : "")}");
            rest = isOpen ? rest[cut..].TrimStart('\n') : rest[cut..].TrimStart();
        }

        return pieces;
    }

    /// <summary>The text within the limit, ended by "…" when it had to be cut.</summary>
    public static string Shorten(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= limit ? text : $"{text.AsSpan(0, GraphemeBefore(text, limit - 1)).TrimEnd()}…";
    }

    private static int FindCut(ReadOnlySpan<char> text, int most)
    {
        var free = BeforeToken(text, most);
        var least = free / 2;
        var window = text[..free];
        foreach (var end in (ReadOnlySpan<string>)["\n\n", "\n"])
            if (window.LastIndexOf(end) is var at && at > least) return at + end.Length;
        if (SentenceEnd(window, least) is > 0 and var sentence) return sentence;
        for (var i = free; i > least; i--)
            if (char.IsWhiteSpace(text[i - 1]) && BeforeToken(text, i) == i) return i;
        return GraphemeBefore(text, free);
    }

    private static int SentenceEnd(ReadOnlySpan<char> window, int least)
    {
        for (var i = window.Length - 1; i > least; i--)
            if (char.IsWhiteSpace(window[i]) && window[i - 1] is ('.' or '?' or '!' or '。' or '”' or ']') && BeforeToken(window, i) == i) return i;
        return 0;
    }

    /// <summary>The position itself, or the beginning of the token that it would cut; tokens that open the text cannot be spared.</summary>
    private static int BeforeToken(ReadOnlySpan<char> text, int position)
    {
        var from = Math.Max(0, position - LongestToken);
        foreach (var token in Token().EnumerateMatches(text[from..Math.Min(text.Length, position + LongestToken)]))
        {
            var (start, end) = (from + token.Index, from + token.Index + token.Length);
            if (start >= position) break;
            if (end > position) return start > 0 ? start : position;
        }

        return position;
    }

    /// <summary>The last boundary between user-perceived characters (UAX #29) not behind <paramref name="most"/>; where one cluster alone is longer, between its code points.</summary>
    private static int GraphemeBefore(ReadOnlySpan<char> text, int most)
    {
        // Far enough back to stand on a boundary for certain, short of clusters made to be endless.
        var at = Math.Max(0, most - 200);
        if (at > 0 && char.IsLowSurrogate(text[at])) at++;
        var last = 0;
        while (at <= most)
        {
            last = at;
            if (at == text.Length) break;
            at += StringInfo.GetNextTextElementLength(text[at..]);
        }

        if (last > 0 && last > most - 200) return last;
        return char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }

    private static int CountFences(ReadOnlySpan<char> text) => text.Count(Fence);

    // Citation numbers, platform tags and links, Markdown links, addresses, entities, escaped characters.
    [GeneratedRegex(@"(?:\[\d{1,4}\])+|<[^<>\n]+>|\[[^\[\]\n]*\]\([^()\s]*\)|https?://[^\s<>]+|&(?:amp|lt|gt);|\\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
