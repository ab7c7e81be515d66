using PolicyBot.Records.Layout;
using PolicyBot.Records.Reading;
using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>One document of a file, or the reason why it was refused. A file that holds many documents gives many results.</summary>
/// <param name="Path">The file, with <c>:line</c> behind it for an archive of records.</param>
public sealed record ReadResult(string Path, Record? Record, string? Refusal);

/// <summary>Turns files into records. Never throws for what a file holds: a fault becomes a refusal that says what to do.</summary>
public sealed class RecordReader(TimeProvider time, long maxBytes = RecordReader.DefaultMaxBytes)
{
    public const long DefaultMaxBytes = 50 * 1024 * 1024;

    /// <summary>With the dot, in lower case.</summary>
    public static IReadOnlySet<string> SupportedExtensions { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson" };

    public static bool CanRead(string path) => SupportedExtensions.Contains(Path.GetExtension(path));

    public IEnumerable<ReadResult> Read(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = time;
        return [Attempt(path, () => ReadDocument(path))];
    }

    private Record ReadDocument(string path)
    {
        var text = TextDecoder.Decode(Load(path));
        return Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown"
            ? MarkdownReader.Read(text)
            : RecordAssembly.Assemble(RecordFields.None, text, TextLayout.Read(text));
    }

    /// <summary>A pasted article or minutes: no front matter, no file. <paramref name="name"/> stands where a path would.</summary>
    public ReadResult ReadText(string text, string name, DateOnly? published = null, Language? language = null)
    {
        RecordFields fields = new() { Published = published, Language = language };
        _ = time;
        return Attempt(name, () => RecordAssembly.Assemble(fields, text, TextLayout.Read(text)));
    }

    private byte[] Load(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > maxBytes) throw new UnreadableRecordException($"The file is larger than {maxBytes / (1024 * 1024)} MB. Split it.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ReadResult Attempt(string path, Func<Record> read)
    {
        try
        {
            return new(path, read(), null);
        }
        catch (UnreadableRecordException fault)
        {
            return new(path, null, fault.Message);
        }
    }
}
