using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot;

/// <summary>Finds as the archive stood on an earlier day. The index does not know when a record was published, so more is asked for until enough of it was known by then.</summary>
internal sealed class LookBackRetriever(IRetriever retriever, IArchive archive) : IRetriever
{
    private const int More = 4;

    public async Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken)
    {
        var known = (await archive.ListRecordsAsync(query.Clearance, cancellationToken)).Select(r => r.Id).ToHashSet();
        for (var top = query.Top; ; top *= More)
        {
            var found = await retriever.FindPassagesAsync(query with { Top = top }, cancellationToken);
            List<FoundPassage> then = [.. found.Where(f => known.Contains(f.Passage.RecordId)).Take(query.Top)];
            if (then.Count == query.Top || found.Count < top) return then;
        }
    }
}
