namespace PolicyBot.Text;

/// <summary>A stretch of a record's text in UTF-16 code units, end exclusive; offsets never move after reading.</summary>
public readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int offset) => offset >= Start && offset < End;

    public bool Contains(SourceSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(SourceSpan other) => other.Start < End && Start < other.End;

    public string Of(string text) => text[Start..End];

    /// <summary>The span without white space at either end; empty at its start when nothing else is in it.</summary>
    public SourceSpan Trim(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
