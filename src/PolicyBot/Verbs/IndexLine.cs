using PolicyBot.Storage;

namespace PolicyBot.Verbs;

/// <summary>Says on standard error how far a long rebuild of the index has come.</summary>
internal sealed class IndexLine(Output output) : IProgress<IndexProgress>
{
    public void Report(IndexProgress value)
    {
        if (value.Records % 1000 == 0 && value.Records > 0) output.Error.WriteLine($"index: {value.Records} records");
    }
}
