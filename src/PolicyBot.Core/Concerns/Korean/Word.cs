using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>One 어절 with the place of each of its letters. Quotation marks and brackets are taken out of <see cref="Text"/>.</summary>
/// <param name="Quote">The words inside “…” that this one hangs on to: “늘려 달라”고 has the text "고".</param>
/// <param name="Bracket">The words in brackets inside or behind it: 과학기술정보통신부(과기정통부)는.</param>
internal sealed record Word(string Text, IReadOnlyList<int> Offsets, SourceSpan? Quote, SourceSpan? Bracket, bool IsListed)
{
    public bool CommaAfter { get; set; }

    public int Start => Quote?.Start ?? (Offsets.Count > 0 ? Offsets[0] : Bracket!.Value.Start);

    public int End => Offsets.Count > 0 ? Offsets[^1] + 1 : Quote?.End ?? Bracket!.Value.End;

    /// <summary>Where the first <paramref name="length"/> letters end in the source.</summary>
    public int EndOf(int length) => length == 0 ? Start : Offsets[length - 1] + 1;

    public override string ToString() => Text;
}
