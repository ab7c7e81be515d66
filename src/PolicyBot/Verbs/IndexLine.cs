using PolicyBot.Storage;

namespace PolicyBot.Verbs;

/// <summary>Says on standard error how far a long rebuild of the index has come.</summary>
internal sealed class IndexLine(Output output) : IProgress<IndexProgress>
{
    private const int Every = 1000;

    public void Report(IndexProgress value)
    {
        if (value.Records % Every == 0) output.Error.WriteLine($"{(value.Rebuilding ? "rebuilding the index" : "index")}: {value.Records} of {value.All} records");
    }
}
