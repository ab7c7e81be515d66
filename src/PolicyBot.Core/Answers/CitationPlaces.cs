namespace PolicyBot.Answers;

/// <summary>Where the words cited from one record stand.</summary>
public static class CitationPlaces
{
    /// <summary><c>p. 3</c>, or with its number before each when there are several; empty when the record has no pages.</summary>
    public static string Of(IReadOnlyList<Citation> citations) => citations.Select(c => c.Place).Distinct().Count() == 1
        ? citations[0].Place?.ToString() ?? ""
        : string.Join(' ', citations.Where(c => c.Place is not null).Select(c => $"[{c.N}] {c.Place}"));
}
