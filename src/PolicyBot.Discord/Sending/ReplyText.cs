using System.Globalization;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Discord.Sending;

/// <summary>The words of a reply. Embeds are not used: people can switch them off, servers can forbid them, and the switch against link previews hides them too.</summary>
internal static class ReplyText
{
    private const int LongestName = 300;

    public static string Of(Reply reply)
    {
        var text = new StringBuilder();
        if (reply.Heading is { } heading) text.Append("## ").Append(Name(heading)).Append('\n');
        Paragraph(text, Markdown.Escape(reply.Text));
        foreach (var point in reply.Points) Point(text, point);
        if (reply.Table is { } table) Table(text, table);
        foreach (var note in reply.Notes) text.Append(Markdown.EscapeLine(note)).Append('\n');
        if (reply.Citations.Count > 0) text.Append('\n');
        foreach (var citation in reply.Citations) Citation(text, citation);
        if (reply.Footer is { } footer) text.Append("-# ").Append(Markdown.EscapeLine(footer)).Append('\n');
        return text.ToString().Trim();
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0) text.Append(paragraph).Append("\n\n");
    }

    private static void Point(StringBuilder text, ReplyPoint point)
    {
        text.Append("**").Append(Name(point.Speaker)).Append("**");
        if (point.Where is { } where) text.Append(" · ").Append(Name(where));
        foreach (var line in point.Lines) text.Append("\n> ").Append(Markdown.EscapeLine(line));
        text.Append("\n\n");
    }

    /// <summary>Lines, because columns of Hangul line up in no client.</summary>
    private static void Table(StringBuilder text, ReplyTable table)
    {
        text.Append("**").AppendJoin(" · ", table.Columns.Select(Name)).Append("**\n");
        foreach (var row in table.Rows) text.Append("- ").AppendJoin(" · ", row.Select(Markdown.EscapeLine)).Append('\n');
        text.Append('\n');
    }

    private static void Citation(StringBuilder text, ReplyCitation citation)
    {
        text.Append("-# ").AppendJoin("", citation.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"[{n}]"))).Append(' ').Append(Markdown.Link(citation.Title, citation.Url));
        if (citation.Author is { } author) text.Append(" · ").Append(Name(author));
        if (citation.Date is { } date) text.Append(" · ").Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (citation.Place is { } place) text.Append(" · ").Append(Markdown.EscapeLine(place));
        text.Append('\n');
        foreach (var quote in citation.Quotes) text.Append("> ").Append(Markdown.EscapeLine(quote)).Append('\n');
    }

    private static string Name(string name) => Markdown.EscapeLine(TextPieces.Shorten(name, LongestName));
}
