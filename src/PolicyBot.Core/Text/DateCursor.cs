namespace PolicyBot.Text;

/// <summary>A place in a text that steps forward only over what it recognises.</summary>
internal ref struct DateCursor(ReadOnlySpan<char> text, int at)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; set; } = at;

    public readonly bool Ended => At >= _text.Length;

    public readonly char Current => At < _text.Length ? _text[At] : '\0';

    public readonly char Next => At + 1 < _text.Length ? _text[At + 1] : '\0';

    public readonly char Previous => At > 0 ? _text[At - 1] : '\0';

    public readonly ReadOnlySpan<char> Rest => At < _text.Length ? _text[At..] : [];

    /// <summary>Whether the word stands right before this place.</summary>
    public readonly bool EndsBefore(string word) => At <= _text.Length && _text[..At].EndsWith(word, StringComparison.Ordinal);

    public void SkipSpaces()
    {
        // Two are enough for any print; an unbounded skip before every date would cost time on hostile text.
        for (var n = 0; n < 2 && Current is ' ' or '\u00A0' or '\u3000'; n++) At++;
    }

    public bool Take(char c)
    {
        if (Current != c) return false;
        At++;
        return true;
    }

    public bool Take(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.Ordinal)) return false;
        At += word.Length;
        return true;
    }

    /// <summary>A word of Latin letters in any case, ending where the word ends.</summary>
    public bool TakeWord(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        if (Rest.Length > word.Length && char.IsAsciiLetterOrDigit(Rest[word.Length])) return false;
        At += word.Length;
        return true;
    }

    /// <summary>The longest of the words that stands here, with its value.</summary>
    public bool TakeAny<T>((string Word, T Value)[] table, out T? value)
    {
        var best = -1;
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i].Word[0] == Current && Rest.StartsWith(table[i].Word, StringComparison.Ordinal) && (best < 0 || table[i].Word.Length > table[best].Word.Length)) best = i;
        }

        value = best < 0 ? default : table[best].Value;
        if (best < 0) return false;
        At += table[best].Word.Length;
        return true;
    }

    /// <summary>A whole run of digits of at most <paramref name="most"/>; part of a longer run is no number.</summary>
    public bool TakeNumber(int most, out int value)
    {
        var length = 0;
        value = 0;
        while (length <= most && length < Rest.Length && char.IsAsciiDigit(Rest[length]))
        {
            if (length < 9) value = value * 10 + (Rest[length] - '0');
            length++;
        }

        if (length == 0 || length > most) return false;
        At += length;
        return true;
    }
}
