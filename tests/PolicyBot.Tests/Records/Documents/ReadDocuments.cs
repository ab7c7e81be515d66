using PolicyBot.Records;
using PolicyBot.Records.Documents;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>The readers of the child process, called in this one.</summary>
internal static class ReadDocuments
{
    public static List<ReadResult> All(string name, byte[] bytes)
    {
        IEnumerable<DocumentStep> steps = [];
        var refused = DocumentFile.Attempt(name, () =>
        {
            steps = new DocumentFile(TimeProvider.System, new(2025, 10, 1), TestContext.Current.CancellationToken).Open(name, bytes);
            return [];
        });
        return [.. refused, .. steps.SelectMany(step => DocumentFile.Attempt(step.Path, step.Read))];
    }

    public static Record Accept(string name, byte[] bytes)
    {
        var result = Assert.Single(All(name, bytes));
        Assert.Null(result.Refusal);
        return result.Record!;
    }

    public static string Refuse(string name, byte[] bytes)
    {
        var result = Assert.Single(All(name, bytes));
        Assert.Null(result.Record);
        return result.Refusal!;
    }
}
