namespace PolicyBot.Records;

/// <summary>All names at once, character by character: finding those that begin at a place costs no more than the longest of them.</summary>
internal sealed class NameTrie
{
    private readonly Dictionary<(int Node, char Next), int> _steps = [];
    private readonly List<OrganisationName[]> _names = [[]];
    private readonly bool[] _begins = new bool[char.MaxValue + 1];

    public NameTrie(IEnumerable<OrganisationName> names)
    {
        foreach (var name in names)
        {
            var node = 0;
            foreach (var c in name.Folded)
            {
                if (!_steps.TryGetValue((node, c), out var next))
                {
                    _steps[(node, c)] = next = _names.Count;
                    _names.Add([]);
                }

                node = next;
            }

            _names[node] = [.. _names[node], name];
            _begins[name.Folded[0]] = true;
        }
    }

    public IReadOnlyList<OrganisationName> Find(string folded)
    {
        var node = 0;
        foreach (var c in folded)
        {
            if (!_steps.TryGetValue((node, c), out node)) return [];
        }

        return _names[node];
    }

    /// <summary>Everything that begins at <paramref name="start"/>, longest last. A single space may be read over; the bits say where.</summary>
    public void FindAt(ReadOnlySpan<char> text, int start, List<(int End, ulong Spaces, OrganisationName[] Names)> found)
    {
        found.Clear();
        if (!_begins[OrganisationName.Fold(text[start])]) return;
        var (node, length, spaces) = (0, 0, 0UL);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\u00A0' && length > 0 && text[i - 1] is not (' ' or '\u00A0'))
            {
                spaces |= 1UL << Math.Min(length, OrganisationName.LongestFolded);
                continue;
            }

            if (!_steps.TryGetValue((node, OrganisationName.Fold(c)), out node)) return;
            length++;
            if (_names[node].Length > 0) found.Add((i + 1, spaces, _names[node]));
        }
    }
}
