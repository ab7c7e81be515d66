using PolicyBot.Records;

namespace PolicyBot.Retrieval;

/// <summary>How much a clearance keeps from a question: told to those alone who may know that there is more.</summary>
public static class WithheldRecords
{
    private const int LookedAt = 50;

    /// <summary>Of the records that speak of it best, those that may not be shown.</summary>
    public static async Task<int> CountAsync(IRetriever retriever, string question, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(clearance);
        var passages = await retriever.FindPassagesAsync(new() { Text = question, Top = LookedAt, Clearance = Clearance.Everything }, cancellationToken);
        return passages.Where(f => !clearance.Allows(f.Passage.Grade, f.Passage.Group)).Select(f => f.Passage.RecordId).Distinct().Count();
    }
}
