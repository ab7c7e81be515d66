using System.Text;
using System.Text.Json;
using PolicyBot.Records.Events;

namespace PolicyBot.Records.Reading;

/// <summary>Files that hold many records. A faulty one is refused with its line; its neighbours are read.</summary>
internal sealed class RecordArchiveReader(string path, CancellationToken cancellationToken)
{
    private const int MaxLineBytes = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonRecord.MaxDepth };

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>One object a line; empty lines are passed over.</summary>
    public IEnumerable<ReadResult> ReadLines(Stream file)
    {
        var any = false;
        foreach (var line in ByteLines.Read(file, MaxLineBytes, cancellationToken))
        {
            if (line.Bytes is { } bytes && bytes.AsSpan().TrimStart("\uFEFF"u8).Trim(" \t\r"u8).IsEmpty) continue;
            any = true;
            yield return Result(line.Number, () => ReadLine(line.Bytes));
        }

        if (!any) throw new UnreadableRecordException("The file is empty. / 파일이 비어 있습니다.");
    }

    /// <summary>The same for text that had to be decoded as a whole.</summary>
    public IEnumerable<ReadResult> ReadLines(string text) => ReadLines(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>One object, or an array of them.</summary>
    public IEnumerable<ReadResult> ReadDocument(string text)
    {
        var cursor = new JsonArrayCursor(Encoding.UTF8.GetBytes(text));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonDocument? element = null;
            ReadResult? fault = null;
            try
            {
                element = cursor.Next();
            }
            catch (JsonException error)
            {
                fault = new($"{path}:{Line(error, cursor.Line)}", null, Describe(error));
            }

            if (fault is not null) yield return fault;
            if (element is null) yield break;
            using (element) yield return Result(cursor.Line, () => Read(element.RootElement));
        }
    }

    private Record ReadLine(byte[]? bytes)
    {
        if (bytes is null) throw new UnreadableRecordException($"The line is longer than {MaxLineBytes / (1024 * 1024)} MB. Split the record. / 한 줄이 {MaxLineBytes / (1024 * 1024)} MB보다 깁니다. 기록을 나누십시오.");
        try
        {
            using var document = JsonDocument.Parse(TextDecoder.DecodeLine(bytes), Options);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new UnreadableRecordException(Describe(error));
        }
    }

    private Record Read(JsonElement element) => MeetingsDocument.Is(element) ? MeetingsDocument.Read(element, path) : JsonRecord.Read(element);

    private ReadResult Result(int line, Func<Record> read)
    {
        var place = $"{path}:{line}";
        try
        {
            var record = read();
            return lines.TryAdd(record.Id.Value, line)
                ? new(place, record, null)
                : new(place, null, $"The id \"{Excerpt.Of(record.Id.Value)}\" stands at line {lines[record.Id.Value]} already. Give this record its own id, or remove it. / 같은 번호(id)의 기록이 이미 있습니다. 다른 번호를 주거나 빼십시오.");
        }
        catch (UnreadableRecordException fault)
        {
            return new(place, null, fault.Message);
        }
    }

    private static int Line(JsonException error, int fallback) => error.LineNumber is { } line ? (int)line + 1 : fallback;

    private static string Describe(JsonException error) => error.Message.Contains("maximum configured depth", StringComparison.Ordinal)
        ? $"This is not valid JSON for an archive: it nests deeper than {JsonRecord.MaxDepth} levels. Make it flat. / {JsonRecord.MaxDepth}단계보다 깊이 겹친 JSON입니다. 평평하게 쓰십시오."
        : $"This is not valid JSON ({Excerpt.Of(error.Message, 120)}). Correct or remove it. / 올바른 JSON이 아닙니다. 고치거나 빼십시오.";
}
