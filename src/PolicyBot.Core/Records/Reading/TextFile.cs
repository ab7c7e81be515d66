namespace PolicyBot.Records.Reading;

/// <summary>Formats that are text: read in this process, as nothing in them is decoded, unpacked or run.</summary>
internal static class TextFile
{
    /// <summary>With the dot, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson"];

    public static bool Is(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    public static IEnumerable<ReadResult> Read(string path, byte[] bytes, TimeProvider time, CancellationToken cancellationToken) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => [new(path, PlainTextReader.Read(TextDecoder.Decode(bytes), RecordFields.None), null)],
        ".md" or ".markdown" => [new(path, MarkdownReader.Read(TextDecoder.Decode(bytes)), null)],
        ".html" or ".htm" => [new(path, new HtmlReader(time, cancellationToken).Read(bytes), null)],
        ".json" => new RecordArchiveReader(path, cancellationToken).ReadDocument(TextDecoder.Decode(bytes)),
        ".jsonl" or ".ndjson" => new RecordArchiveReader(path, cancellationToken).ReadLines(TextDecoder.Decode(bytes)),
        var other => throw new ArgumentException($"{other} is no text format.", nameof(path)),
    };
}
