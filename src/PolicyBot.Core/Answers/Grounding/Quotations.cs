using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.Storage;

namespace PolicyBot.Answers.Grounding;

/// <summary>What a sentence puts between quotation marks.</summary>
internal static partial class Quotations
{
    /// <summary>The sentence without its quotations; null when one of them stands in none of the cited statements.</summary>
    public static string? TakeOut(string text, IReadOnlyList<StoredStatement> cited)
    {
        var sources = cited.Select(c => Even(c.Text)).ToList();
        var bare = new StringBuilder();
        var from = 0;
        foreach (Match quotation in Quotation().Matches(text))
        {
            if (!sources.Exists(s => s.Contains(Even(quotation.Value[1..^1]), StringComparison.Ordinal))) return null;
            bare.Append(text, from, quotation.Index - from).Append(' ');
            from = quotation.Index + quotation.Length;
        }

        return bare.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>What follows the last quotation; empty when there is none.</summary>
    public static string Behind(string text) => Quotation().Matches(text) is [.., var last] ? text[(last.Index + last.Length)..] : "";

    /// <summary>Whether all of these words stand in the text as one quotation.</summary>
    public static bool Holds(string text, string words) => Quotation().Matches(text).Any(q => Even(q.Value[1..^1]) == Even(words));

    private static string Even(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("“[^“”]*”|\"[^\"]*\"|「[^「」]*」", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}
