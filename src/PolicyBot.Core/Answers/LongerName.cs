using System.Collections.Frozen;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>"Samsung Heavy Industries" is not Samsung: a known name that goes on in capitals is the beginning of another.</summary>
internal static class LongerName
{
    /// <summary>Capitals that may stand behind a name without being part of it.</summary>
    private static readonly FrozenSet<string> Behind = new[]
    {
        "minister", "vice", "deputy", "ceo", "cto", "cfo", "chair", "chairman", "president", "director", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ai", "gpu", "npu", "r&d", "ict", "it", "sme", "smes", "esg", "q1", "q2", "q3", "q4",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The whole name, or null when the known one ends where it should.</summary>
    public static string? At(string text, SourceSpan known)
    {
        if (!char.IsAsciiLetter(text[known.End - 1])) return null;
        var end = known.End;
        while (end + 1 < text.Length && text[end] == ' ' && char.IsAsciiLetterUpper(text[end + 1]))
        {
            var next = end + 1;
            while (next < text.Length && (char.IsAsciiLetterOrDigit(text[next]) || text[next] is '&' or '-')) next++;
            var word = text[(end + 1)..next].ToLowerInvariant();
            if (word.Length < 2 || Behind.Contains(word) || QuestionVocabulary.EnglishAsking.Contains(word)) break;
            end = next;
        }

        return end > known.End ? text[known.Start..end] : null;
    }
}
