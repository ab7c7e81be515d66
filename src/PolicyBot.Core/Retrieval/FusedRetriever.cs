namespace PolicyBot.Retrieval;

/// <summary>Two views of the archive, by words and by vectors, joined by rank: scores of different kinds cannot be added. Without vectors it is the view by words alone.</summary>
public sealed class FusedRetriever(PassageIndex words, DenseView vectors, ITextVectors embeddings) : IRetriever
{
    // Of each view so many take part; below, a rank says nothing.
    private const int Depth = 50;

    // The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
    private const int Flat = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var byWords = await words.FindPassagesAsync(query with { Top = Math.Max(query.Top, Depth) }, cancellationToken);
        var near = await FindNearAsync(query, cancellationToken);
        if (near.Count == 0) return [.. byWords.Take(query.Top)];
        var passages = byWords.Select(f => f.Passage).ToDictionary(p => p.Id);
        foreach (var passage in words.Read([.. near.Where(n => !passages.ContainsKey(n.Id)).Select(n => (n.RecordId, n.Id))], query.Clearance)) passages[passage.Id] = passage;
        var places = near.Select((n, rank) => (n.Id, rank)).ToDictionary(n => n.Id, n => (int?)n.rank);
        var ranks = byWords.Select((f, rank) => (f.Passage.Id, rank)).Concat(near.Select((n, rank) => (n.Id, rank)));
        return [.. ranks.Where(r => passages.ContainsKey(r.Id)).GroupBy(r => r.Id, r => 1f / (Flat + r.rank))
            .Select(g => new FoundPassage(passages[g.Key], g.Sum()) { Near = places.GetValueOrDefault(g.Key) }).OrderByDescending(f => f.Score).Take(query.Top)];
    }

    /// <summary>Filters that only the index knows leave the vectors out.</summary>
    private async Task<IReadOnlyList<PassageVector>> FindNearAsync(Query query, CancellationToken cancellationToken)
    {
        if (vectors.Count == 0 || query.Organisations.Count + query.People.Count + query.Topics.Count > 0 || query.MeetingId is not null || string.IsNullOrWhiteSpace(query.Text)) return [];
        try
        {
            return vectors.FindNearest((await embeddings.EmbedAsync([query.Text], Patience, cancellationToken))[0], query, Depth);
        }
        catch (VectorsUnavailableException)
        {
            return [];
        }
    }
}
