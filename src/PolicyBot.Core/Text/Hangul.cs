namespace PolicyBot.Text;

/// <summary>Arithmetic on Hangul syllables (Unicode chapter 3.12). Needed because culture data is off and may be absent.</summary>
public static class Hangul
{
    public const char FirstSyllable = '\uAC00';
    public const char LastSyllable = '\uD7A3';

    public static bool IsSyllable(char c) => c is >= FirstSyllable and <= LastSyllable;

    public static bool IsHangul(char c) => IsSyllable(c) || c is (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F');

    /// <summary>Whether the syllable ends in a consonant (받침), which decides between 은/는, 이/가, 을/를, 과/와.</summary>
    public static bool HasFinal(char syllable) => IsSyllable(syllable) && FinalIndex(syllable) != 0;

    /// <summary>Index of the final consonant, 0 for none, 4 for ㄴ, 8 for ㄹ, 16 for ㅁ, 17 for ㅂ, 20 for ㅆ.</summary>
    public static int FinalIndex(char syllable) => (syllable - FirstSyllable) % 28;

    /// <summary>The same syllable with another final consonant (0 takes it off).</summary>
    public static char WithFinal(char syllable, int final) => (char)(syllable - FinalIndex(syllable) + final);
}
