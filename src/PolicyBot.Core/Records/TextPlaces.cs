namespace PolicyBot.Records;

/// <summary>Where a record's text stands in the document that it came from, for people who look it up there.</summary>
/// <param name="Starts">Offsets at which pages, slides or paragraphs begin, the first first; one that holds no text begins where the next one does.</param>
public sealed record TextPlaces(PlaceUnit Unit, IReadOnlyList<int> Starts)
{
    public TextPlace? At(int offset) => NumberAt(offset) is { } number ? new(Unit, number) : null;

    /// <summary>Counts from 1; null before the first.</summary>
    public int? NumberAt(int offset)
    {
        var (low, high) = (0, Starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Starts[middle] <= offset) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : low;
    }
}

/// <summary>One of them: page 3, slide 7. Counts from 1.</summary>
public sealed record TextPlace(PlaceUnit Unit, int Number)
{
    public override string ToString() => Unit switch
    {
        PlaceUnit.Page => $"p. {Number}",
        PlaceUnit.Slide => $"slide {Number}",
        PlaceUnit.Sheet => $"sheet {Number}",
        _ => $"¶ {Number}",
    };
}

public enum PlaceUnit
{
    Page,
    Slide,
    Sheet,

    /// <summary>Word processors break pages as they print: what can be counted is paragraphs and table rows.</summary>
    Paragraph,
}
