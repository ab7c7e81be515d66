using System.Text;
using PolicyBot.Chat;

namespace PolicyBot.Slack.Rendering;

/// <summary>A table in a fence, its columns aligned; Hangul takes two places. A table too wide for a screen becomes lines.</summary>
internal static class MonospacedTable
{
    private const int Widest = 90;

    public static string Render(ReplyTable table)
    {
        IReadOnlyList<string>[] rows = [table.Columns, .. table.Rows];
        var widths = table.Columns.Select((_, i) => rows.Max(r => Width(Cell(r, i)))).ToList();
        return widths.Sum() + (2 * widths.Count) > Widest ? RenderLines(table) : RenderGrid(rows, widths);
    }

    private static string RenderGrid(IReadOnlyList<string>[] rows, List<int> widths)
    {
        var text = new StringBuilder("```\n");
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var i = 0; i < widths.Count; i++) line.Append(Cell(row, i)).Append(' ', widths[i] - Width(Cell(row, i)) + 2);
            text.Append(Mrkdwn.Escape(line.ToString().TrimEnd())).Append('\n');
        }

        return text.Append("```").ToString();
    }

    private static string RenderLines(ReplyTable table) =>
        string.Join('\n', table.Rows.Select(row => "• " + string.Join(" · ", table.Columns.Select((column, i) => (column, Cell: Cell(row, i))).Where(c => c.Cell.Length > 0).Select(c => $"{Mrkdwn.Escape(c.column)}: {Mrkdwn.Escape(c.Cell)}"))));

    // A code mark in a cell would close the fence.
    private static string Cell(IReadOnlyList<string> row, int i) => i < row.Count ? PolicyBot.Chat.Rendering.CleanText.Of(row[i]).ReplaceLineEndings(" ").Replace('`', '\'') : "";

    private static int Width(string text) => text.Sum(c => c is (>= 'ᄀ' and <= 'ᅟ') or (>= '⺀' and <= '꓏') or (>= '가' and <= '힣') or (>= '豈' and <= '﫿') or (>= '＀' and <= '｠') ? 2 : 1);
}
