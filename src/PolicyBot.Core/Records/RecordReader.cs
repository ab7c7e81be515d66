using PolicyBot.Records.Documents;
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

    /// <summary>The day of publication of documents that name none. It enters no id, so that reading a document again with the day known corrects the first reading.</summary>
    public DateOnly? UndatedPublished { get; init; }

    /// <summary>Grades and groups of the places that documents come from.</summary>
    public GradeRules Grades { get; init; } = GradeRules.None;

    /// <summary>Reads the formats that only a process of its own may touch; without one they are refused.</summary>
    public DocumentReader? Documents { get; init; }

    /// <summary>Another one for each build of this program: any may read the same bytes otherwise.</summary>
    internal string Build { get; init; } = typeof(RecordReader).Module.ModuleVersionId.ToString("N");

    internal long MaxBytes => maxBytes;

    /// <summary>With the dot, in lower case.</summary>
    public static IReadOnlySet<string> SupportedExtensions { get; } =
        new HashSet<string>([.. TextFile.Extensions, .. DocumentReader.Extensions], StringComparer.OrdinalIgnoreCase);

    public static bool CanRead(string path) => SupportedExtensions.Contains(Path.GetExtension(path));

    public IEnumerable<ReadResult> Read(string path, CancellationToken cancellationToken) => Read(path, null, cancellationToken);

    /// <param name="next">The file that will be read after it: a document among the hostile formats is read ahead.</param>
    public IEnumerable<ReadResult> Read(string path, string? next, CancellationToken cancellationToken)
    {
        using var results = ReadFormat(path, next, cancellationToken).GetEnumerator();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadResult result;
            try
            {
                if (!results.MoveNext()) yield break;
                result = results.Current;
            }
            catch (Exception fault) when (RecordFile.Describe(fault) is not null)
            {
                result = new(path, null, RecordFile.Describe(fault));
            }

            yield return Grades.Settle(result.Record is { } record && record.Published is null ? result with { Record = record with { Published = UndatedPublished } } : result);
        }
    }

    /// <summary>A pasted article or minutes: no front matter, no file. <paramref name="name"/> stands where a path would.</summary>
    public static ReadResult ReadText(string text, string name, DateOnly? published = null, Language? language = null)
    {
        try
        {
            return new(name, PlainTextReader.Read(text, new() { Published = published, Language = language }), null);
        }
        catch (UnreadableRecordException fault)
        {
            return new(name, null, fault.Message);
        }
    }

    /// <summary>Whether a process of its own reads it, at its price.</summary>
    internal static bool IsDocument(string path) => DocumentReader.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Another text wherever this build may read the same bytes otherwise: under another extension, or by other settings.</summary>
    internal string MannerOf(string path) => FormattableString.Invariant($"{Path.GetExtension(path).ToLowerInvariant()}\n{UndatedPublished:yyyy-MM-dd}\n{Grades.Written(path)}");

    private IEnumerable<ReadResult> ReadFormat(string path, string? next, CancellationToken cancellationToken)
    {
        var results = Path.GetExtension(path).ToLowerInvariant() switch
        {
            _ when IsMisnamed(path) => Documents!.Read(path, maxBytes, next is not null && IsDocument(next) ? next : null, cancellationToken),
            ".jsonl" or ".ndjson" => ReadLines(path, cancellationToken),
            var extension when TextFile.Extensions.Contains(extension) => TextFile.Read(path, RecordFile.ReadAll(path, maxBytes, cancellationToken), time, cancellationToken),
            _ when IsDocument(path) => (Documents ?? throw new UnreadableRecordException("Documents of this kind are read by a process of their own, and none is set up here. / 이 형식의 문서는 별도 프로세스에서 읽는데, 여기에는 설정되어 있지 않습니다."))
                .Read(path, maxBytes, next is not null && IsDocument(next) ? next : null, cancellationToken),
            _ => throw new UnreadableRecordException($"Files of this kind are not read. Save it as one of {string.Join(", ", SupportedExtensions)}. / 읽지 않는 형식의 파일입니다. 위 형식 가운데 하나로 저장하십시오."),
        };
        foreach (var result in results) yield return result;
    }

    /// <summary>Mail programs and downloads save a PDF or DOCX as .txt at times: it is read as what it is.</summary>
    private bool IsMisnamed(string path)
    {
        if (Documents is null || !TextFile.Is(path)) return false;
        using var file = RecordFile.Open(path, maxBytes);
        Span<byte> head = stackalloc byte[FileSignature.Length];
        return FileSignature.IsDocument(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    private IEnumerable<ReadResult> ReadLines(string path, CancellationToken cancellationToken)
    {
        using var file = RecordFile.Open(path, maxBytes);
        var archive = new RecordArchiveReader(path, cancellationToken);
        var head = new byte[4096];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0) throw new UnreadableRecordException("The file is empty. / 파일이 비어 있습니다.");
        file.Position = 0;
        var byteLines = TextDecoder.HasByteLines(head.AsSpan(0, length)) && FileSignature.Name(head.AsSpan(0, length)) is null;
        foreach (var result in byteLines ? archive.ReadLines(file) : archive.ReadLines(TextDecoder.Decode(RecordFile.ReadAll(path, maxBytes, cancellationToken)))) yield return result;
    }
}
