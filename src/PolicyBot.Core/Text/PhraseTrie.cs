namespace PolicyBot.Text;

/// <summary>All phrases at once, character by character: finding those that begin at a place costs no more than the longest of them.</summary>
internal sealed class PhraseTrie<T>
{
    private readonly Dictionary<(int Node, char Next), int> _steps = [];
    private readonly List<T[]> _values = [[]];
    private readonly bool[] _begins = new bool[char.MaxValue + 1];

    public void Add(string folded, T value)
    {
        var node = 0;
        foreach (var c in folded)
        {
            if (!_steps.TryGetValue((node, c), out var next))
            {
                _steps[(node, c)] = next = _values.Count;
                _values.Add([]);
            }

            node = next;
        }

        _values[node] = [.. _values[node], value];
        _begins[folded[0]] = true;
    }

    public IReadOnlyList<T> Find(string folded)
    {
        var node = 0;
        foreach (var c in folded)
        {
            if (!_steps.TryGetValue((node, c), out node)) return [];
        }

        return _values[node];
    }

    /// <summary>Everything that begins at <paramref name="start"/>, longest last. A single space may be read over; the bits say after how many characters.</summary>
    public void FindAt(ReadOnlySpan<char> text, int start, List<(int End, ulong Spaces, T[] Values)> found)
    {
        found.Clear();
        if (!_begins[Phrase.Fold(text[start])]) return;
        var (node, length, spaces) = (0, 0, 0UL);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\u00A0' && length > 0 && text[i - 1] is not (' ' or '\u00A0'))
            {
                spaces |= 1UL << Math.Min(length, Phrase.LongestFolded);
                continue;
            }

            if (!_steps.TryGetValue((node, Phrase.Fold(c)), out node)) return;
            length++;
            if (_values[node].Length > 0) found.Add((i + 1, spaces, _values[node]));
        }
    }
}
