using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Makes word tables of the plain lists that the other files of this folder hold.</summary>
internal static class Lexicon
{
    private static readonly char[] Gaps = [' ', '\n', '\r', '\t'];

    public static FrozenSet<string> Words(string list) => list.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each word with the forms that it would have as a verb.</summary>
    public static FrozenSet<string> Forms(this FrozenSet<string> words) => words.SelectMany(w => VerbForms.Of(w).Select(f => f.Form)).Concat(words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Phrases parted by commas, each a row of lower-case words.</summary>
    public static IReadOnlyList<string[]> Phrases(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(Gaps, StringSplitOptions.RemoveEmptyEntries))];
}
