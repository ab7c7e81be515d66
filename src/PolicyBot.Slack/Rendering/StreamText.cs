using System.Text;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Slack.Rendering;

/// <summary>The words of a reply as Markdown, which is what streams take. Their links and buttons follow as blocks when the stream stops.</summary>
internal static class StreamText
{
    /// <summary>Shorter answers stand at once.</summary>
    private const int Least = 600;

    /// <summary>Fewer characters in a call are not worth it, says Slack's own client.</summary>
    private const int LeastChunk = 256;

    /// <summary>Null when the reply is short, or holds what Slack might turn into a link: a stream has no switch for that.</summary>
    public static string? Render(Reply reply)
    {
        if (reply.Table is not null) return null;
        var parts = new List<string>();
        if (reply.Heading is { Length: > 0 } heading) parts.Add($"**{Escape(heading.ReplaceLineEndings(" "))}**");
        if (reply.Text.Length > 0) parts.Add(Escape(reply.Text).Replace("\n", "\n\n", StringComparison.Ordinal));
        parts.AddRange(reply.Points.Select(Point));
        parts.AddRange(reply.Notes.Select(Escape));
        var text = string.Join("\n\n", parts);
        return text.Length >= Least && !MayLink(text) ? text : null;
    }

    /// <summary>Cut between words, none shorter than a call is worth.</summary>
    public static IReadOnlyList<string> Cut(string text)
    {
        var chunks = new List<string>();
        var size = Math.Max(LeastChunk, text.Length / 4);
        var start = 0;
        while (text.Length - start >= size + LeastChunk)
        {
            var blank = text.AsSpan(start + size, text.Length - start - size - LeastChunk + 1).IndexOfAny('\n', ' ');
            if (blank < 0) break;
            var end = start + size + blank + 1;
            chunks.Add(text[start..end]);
            start = end;
        }

        chunks.Add(text[start..]);
        return chunks;
    }

    private static string Point(ReplyPoint point)
    {
        var text = new StringBuilder($"**{Escape(point.Speaker)}**");
        if (point.Where is { Length: > 0 } where) text.Append(" — ").Append(Escape(where));
        foreach (var line in point.Lines) text.Append("\n- ").Append(Escape(line.ReplaceLineEndings(" ")));
        return text.ToString();
    }

    private static bool MayLink(string text) =>
        text.Contains("//", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal) || text.Contains("](", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in CleanText.Of(text))
        {
            if (c is '\\' or '*' or '_' or '~' or '`' or '#') escaped.Append('\\');
            escaped.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => c.ToString() });
        }

        return escaped.ToString();
    }
}
