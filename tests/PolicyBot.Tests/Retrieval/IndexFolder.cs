using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

/// <summary>A folder for one test's index, gone afterwards.</summary>
internal sealed class IndexFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policybot-index-").FullName;

    public static Passage Passage(string record, int ordinal, string text) => new()
    {
        Id = new($"{record}#{ordinal}"),
        RecordId = new(record),
        Span = new(ordinal * 1000, ordinal * 1000 + text.Length),
        Text = text,
        Grade = Grade.Open,
    };

    /// <summary>Writes the passages, each as a record of its own kind, and stands at change 1.</summary>
    public PassageIndex With(params Passage[] passages)
    {
        var index = PassageIndex.Open(Path);
        foreach (var record in passages.GroupBy(p => p.RecordId)) index.Replace(record.Key, record);
        index.Commit(1);
        return index;
    }

    public void Dispose() => Directory.Delete(Path, true);
}

internal static class Searches
{
    public static IReadOnlyList<FoundPassage> Find(this PassageIndex index, string text) => index.Find(new Query { Text = text });

    public static IReadOnlyList<FoundPassage> Find(this PassageIndex index, Query query) =>
        index.FindPassagesAsync(query, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public static string[] Ids(this IReadOnlyList<FoundPassage> found) => [.. found.Select(f => f.Passage.Id.Value)];
}
