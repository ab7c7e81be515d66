using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>Takes particles (조사) and common endings (어미) off a word by lists, so that 전력망은, 전력망을 and 전력망 meet. Light: it may cut a noun that ends like one.</summary>
public static class KoreanStems
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterNouns = Lookup(KoreanEndings.AfterNouns);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterVerbs = Lookup(KoreanEndings.AfterVerbs);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Lookup(KoreanEndings.ParticlesOnly);

    /// <summary>How many leading syllables of a Hangul run are its stem; at least two where the run has them.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        for (var cut = Math.Max(2, word.Length - KoreanEndings.Longest); cut < word.Length; cut++)
        {
            if (Fits(word[cut - 1], word[cut..]) && AfterNouns.Contains(word[cut..])) return cut;
        }

        for (var cut = Math.Max(2, word.Length - KoreanEndings.Longest); cut < word.Length; cut++)
        {
            if (AfterVerbs.Contains(word[cut..])) return cut;
        }

        return word.Length;
    }

    // 전문가 is no 전문 with 가: that particle follows a vowel only.
    private static bool Fits(char last, ReadOnlySpan<char> ending) => ending switch
    {
        "은" or "이" or "을" or "과" => Hangul.HasFinal(last),
        "는" or "가" or "를" or "와" => !Hangul.HasFinal(last),
        _ => true,
    };

    /// <summary>Whether the run is nothing but a particle, as 를 behind a Latin name.</summary>
    public static bool IsParticle(ReadOnlySpan<char> run) => Particles.Contains(run);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(FrozenSet<string> set) => set.GetAlternateLookup<ReadOnlySpan<char>>();
}
