using System.Text;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Records;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Records;

/// <summary>A folder that goes with the test, and the reader that is tried on what lies in it.</summary>
public abstract class TemporaryFiles : IDisposable
{
    // It stands still: how busy the machine is decides nothing.
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private readonly string folder = Directory.CreateTempSubdirectory("records-").FullName;

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Place(string name) => Path.Combine(folder, name);

    protected string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Place(name), bytes);
        return Place(name);
    }

    protected List<ReadResult> ReadAll(string name, byte[] bytes, long maxBytes = RecordReader.DefaultMaxBytes) =>
        [.. new RecordReader(_time, maxBytes).Read(Write(name, bytes), TestContext.Current.CancellationToken)];

    protected List<ReadResult> ReadAll(string name, string text) => ReadAll(name, Encoding.UTF8.GetBytes(text));

    protected ReadResult Read(string name, string text) => Assert.Single(ReadAll(name, text));

    protected Record Accept(string name, string text) => Accepted(Read(name, text));

    protected string Refuse(string name, string text) => Refused(Read(name, text));

    protected static Record Accepted(ReadResult result)
    {
        Assert.Null(result.Refusal);
        return Assert.IsType<Record>(result.Record);
    }

    protected static string Refused(ReadResult result)
    {
        Assert.Null(result.Record);
        return Assert.IsType<string>(result.Refusal);
    }
}
