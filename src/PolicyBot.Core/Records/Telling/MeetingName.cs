using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The name of a meeting where the record prints one in quotation marks: ‘… 현장 간담회’.</summary>
internal static class MeetingName
{
    private const int Longest = 80;

    public static string? Find(string text, SourceSpan within, SourceSpan noun)
    {
        if (noun.End >= within.End || !"’'”\"」』>".Contains(text[noun.End], StringComparison.Ordinal)) return null;
        var open = text[noun.End] switch { '’' => '‘', '”' => '“', '」' => '「', '』' => '『', '>' => '<', var same => same };
        var least = Math.Max(within.Start, noun.Start - Longest);
        var at = noun.Start > least ? text.LastIndexOf(open, noun.Start - 1, noun.Start - least) : -1;
        return at < 0 ? null : text[(at + 1)..noun.End].Trim();
    }
}
