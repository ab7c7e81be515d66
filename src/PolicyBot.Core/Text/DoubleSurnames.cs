using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>Korean surnames of two syllables: with them a full name has three or four.</summary>
internal static class DoubleSurnames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All =
        FrozenSet.Create(StringComparer.Ordinal, "남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Open(ReadOnlySpan<char> name) => name.Length > 1 && All.Contains(name[..2]);
}
