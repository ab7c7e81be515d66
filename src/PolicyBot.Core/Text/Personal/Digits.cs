using System.Globalization;

namespace PolicyBot.Text.Personal;

/// <summary>Digits in every way that people write them, and the runs of them that may be one number.</summary>
internal static class Digits
{
    private const int MostBetween = 3;

    // Said aloud or put in words, between two groups of a number.
    private static readonly string[] Spoken = ["다시", "하이픈", "대시", "짝대기", "에", "의", "dash", "hyphen"];

    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>-1 for what is no digit: figures of any script, and the syllables and signs that stand for them.</summary>
    public static int ValueOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        < '\u0660' => -1,
        '공' or '영' or '령' or '〇' or '零' => 0,
        '일' or '一' => 1,
        '이' or '二' => 2,
        '삼' or '三' => 3,
        '사' or '四' => 4,
        '오' or '五' => 5,
        '육' or '륙' or '六' => 6,
        '칠' or '七' => 7,
        '팔' or '八' => 8,
        '구' or '九' => 9,
        >= '①' and <= '⑨' => c - '①' + 1,
        '⓪' => 0,
        _ => (int)CharUnicodeInfo.GetDecimalDigitValue(c),
    };

    /// <summary>The runs of at least so many digits, each as long as it goes.</summary>
    public static IEnumerable<DigitRun> Runs(string text, int atLeast)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Read(text, i, null) is not { } first)
            {
                i++;
                continue;
            }

            var run = new DigitRun();
            run.Add(first, '\0');
            i = first.To;
            while (Next(text, run) is { } next)
            {
                run.Add(next.Digit, next.Between);
                i = next.Digit.To;
            }

            if (run.Count >= atLeast) yield return run;
        }
    }

    private static (Digit Digit, char Between)? Next(string text, DigitRun run)
    {
        var at = run.End;
        var between = '\0';
        for (var passed = 0; passed <= MostBetween && at < text.Length; passed++)
        {
            if (Read(text, at, run) is { } digit) return (digit, between);
            if (IsSeparator(text[at]))
            {
                between = between is '\0' or ' ' ? text[at] : between;
                at++;
            }
            else if (Array.Find(Spoken, w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0) is { } word)
            {
                between = '-';
                at += word.Length;
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private static Digit? Read(string text, int at, DigitRun? run)
    {
        if (ValueOf(text[at]) is >= 0 and var value) return new(value, at, at + 1);
        // A letter in the place of a digit, among digits.
        if (text[at] is 'o' && ((run is not null && run.End == at) || (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || !char.IsLetter(text[at - 1]))))) return new(0, at, at + 1);
        if (text[at] is 'l' && run is not null && run.End == at && (at + 1 == text.Length || !char.IsLetter(text[at + 1]) || text[at + 1] is 'o')) return new(1, at, at + 1);
        if (!char.IsAsciiLetter(text[at]) || (at > 0 && char.IsAsciiLetter(text[at - 1]))) return null;
        for (var word = 0; word < Words.Length; word++)
        {
            var to = at + Words[word].Length;
            if (string.CompareOrdinal(text, at, Words[word], 0, Words[word].Length) == 0 && (to == text.Length || !char.IsAsciiLetter(text[to]))) return new(word, at, to);
        }

        return null;
    }

    private static bool IsSeparator(char c) => c is ' ' or '\t' or '-' or '.' or '_' or '/' or '~' or '(' or ')' or '[' or ']' or '·' or '・' or '․' or '‧' or '•' or '−' or 'ー' or '‑' or (>= '‐' and <= '―');
}

/// <param name="To">Behind its last character: a digit may be a word.</param>
internal readonly record struct Digit(int Value, int From, int To);

/// <summary>Digits one after the other, with what stands between them.</summary>
internal sealed class DigitRun
{
    private readonly List<Digit> _digits = [];
    private readonly List<char> _between = [];

    public int Count => _digits.Count;

    public int End => _digits[^1].To;

    public int this[int at] => _digits[at].Value;

    public void Add(Digit digit, char between)
    {
        _digits.Add(digit);
        _between.Add(between);
    }

    public int From(int at) => _digits[at].From;

    public int To(int at) => _digits[at].To;

    /// <summary>Whether a number may begin or end before this digit.</summary>
    public bool IsBoundary(int at) => at == 0 || at == Count || _between[at] != '\0';

    public char Before(int at) => _between[at];

    /// <summary>The stretch is written as one, or digit by digit, or with breaks at least at one of these sets of places.</summary>
    public bool Breaks(int from, int length, params ReadOnlySpan<int[]> places)
    {
        var breaks = Enumerable.Range(1, length - 1).Count(i => IsBoundary(from + i));
        if (breaks == 0 || breaks == length - 1) return true;
        foreach (var set in places)
            if (Array.TrueForAll(set, p => IsBoundary(from + p))) return true;
        return false;
    }

    /// <summary>The stretch is not broken, unless every digit of it stands alone.</summary>
    public bool IsOne(int from, int length) => IsContiguous(from, length) || Enumerable.Range(1, length - 1).All(i => IsBoundary(from + i));

    public bool IsContiguous(int from, int length) => !Enumerable.Range(1, length - 1).Any(i => IsBoundary(from + i));

    public bool StartsWith(int from, params ReadOnlySpan<int> digits)
    {
        if (from + digits.Length > Count) return false;
        for (var i = 0; i < digits.Length; i++)
            if (this[from + i] != digits[i]) return false;
        return true;
    }
}
