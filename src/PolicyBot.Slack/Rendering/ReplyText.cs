using System.Text;
using PolicyBot.Chat;

namespace PolicyBot.Slack.Rendering;

/// <summary>The words of a reply in Slack's markup, part by part.</summary>
internal static class ReplyText
{
    public static IEnumerable<string> Lead(Reply reply)
    {
        if (reply.Text.Length > 0) yield return Mrkdwn.Escape(reply.Text);
        foreach (var point in reply.Points) yield return Point(point);
        if (reply.Table is { Columns.Count: > 0 } table) yield return MonospacedTable.Render(table);
        if (reply.Notes.Count > 0) yield return string.Join('\n', reply.Notes.Select(Mrkdwn.Escape));
    }

    public static string Citation(ReplyCitation citation)
    {
        var text = new StringBuilder();
        foreach (var number in citation.Numbers) text.Append('[').Append(number).Append(']');
        text.Append(' ').Append(Mrkdwn.Link(citation.Title, citation.Url));
        if (citation.Author is { Length: > 0 } author) text.Append(", ").Append(Mrkdwn.Escape(author));
        if (citation.Date is { } date) text.Append(", ").Append(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        text.Append(", ").Append(Mrkdwn.Escape(citation.RecordId));
        if (citation.Place is { } place) text.Append(", ").Append(Mrkdwn.Escape(place));
        foreach (var quote in citation.Quotes) text.Append("\n  “").Append(Mrkdwn.Escape(quote)).Append('”');
        return text.ToString();
    }

    private static string Point(ReplyPoint point)
    {
        var text = new StringBuilder(Mrkdwn.Bold(point.Speaker));
        if (point.Where is { Length: > 0 } where) text.Append(" — ").Append(Mrkdwn.Escape(where));
        foreach (var line in point.Lines) text.Append("\n• ").Append(Mrkdwn.Escape(line));
        return text.ToString();
    }
}
