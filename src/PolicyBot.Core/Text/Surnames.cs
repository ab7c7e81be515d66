using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>The surnames of nearly all Koreans (census of 2015).</summary>
internal static class Surnames
{
    private const string OfOneSyllable =
        "가간갈감강견경계고공곽구국권금기길김나남노도두류마맹명모목문민박반방배백변봉부사서석선설성소손송승시신심안양어엄여연염예오옥옹왕용우원위유육윤은음이인임장전정제조주지진차채천최추탁태편표피하한함허현호홍황";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfTwo =
        FrozenSet.Create(StringComparer.Ordinal, "남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the syllable is a surname by itself; many are common words too.</summary>
    public static bool Is(char syllable) => OfOneSyllable.Contains(syllable, StringComparison.Ordinal);

    /// <summary>Whether a surname of two syllables opens the name: with it a full name has three or four.</summary>
    public static bool OpenWithTwo(ReadOnlySpan<char> name) => name.Length > 1 && OfTwo.Contains(name[..2]);
}
