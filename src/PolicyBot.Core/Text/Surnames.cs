using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>The surnames of nearly all Koreans (census of 2015).</summary>
internal static class Surnames
{
    private const string Usual = "강경고공곽구국권금기길김나남노도류마맹명모문민박반방배백변봉서석선설성소손송신심안양어엄여연염예오옥왕용우원위유육윤은이인임장전정제조주지진차채천최추탁편표하한함허현홍황";

    // 시, 가, 감, 태: they begin far more words and towns than names.
    private const string Rare = "가간갈감견계두목부사승시옹음태피호";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfTwo =
        FrozenSet.Create(StringComparer.Ordinal, "남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word that begins so may be a name where nothing else shows it.</summary>
    public static bool IsUsual(char syllable) => Usual.Contains(syllable, StringComparison.Ordinal);

    /// <summary>Whether a word that begins so may be a name where more shows it: a title, and that it is no common word.</summary>
    public static bool Is(char syllable) => IsUsual(syllable) || Rare.Contains(syllable, StringComparison.Ordinal);

    /// <summary>Whether a surname of two syllables opens the name: with it a full name has three or four.</summary>
    public static bool OpenWithTwo(ReadOnlySpan<char> name) => name.Length > 1 && OfTwo.Contains(name[..2]);
}
