using System.Security.Cryptography;
using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>A file of an import: known from an earlier one, or with what it is read as now.</summary>
/// <param name="content">Null when it is not worth knowing again, or cannot be.</param>
internal sealed class ImportedFile(string path, string? content, FileState? state)
{
    /// <summary>An archive of more would make a row that is as costly as reading it.</summary>
    private const int MostDocuments = 1000;

    private readonly List<ReadDocument> _documents = [];
    private bool _mayDiffer = content is null;

    public string Path => path;

    public string? Content => content;

    /// <summary>What it holds, all of it in the archive as it would be read again; empty for one that has to be read.</summary>
    public IReadOnlyList<(ReadDocument Document, KnownContent Stored)> Known { get; private init; } = [];

    /// <summary>By its bytes and by all else that its reading hangs on. What is read here, at little cost, is not looked at.</summary>
    public static async Task<ImportedFile> LookAsync(string path, RecordReader reader, CancellationToken cancellationToken)
    {
        if (!RecordReader.IsDocument(path) || FileState.Of(path) is not { } state || state.Size > reader.MaxBytes) return new(path, null, null);
        var bytes = await state.IdentifyAsync(path, reader.MaxBytes, cancellationToken);
        return bytes.Length == 0 ? new(path, null, null) : new(path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{bytes}\n{reader.MannerOf(path)}"))), state);
    }

    public ImportedFile With(IReadOnlyList<(ReadDocument, KnownContent)> known) => new(path, content, state) { Known = known };

    /// <summary>Not all of it came in: it has to be told again why.</summary>
    public void Forget() => _mayDiffer = true;

    public void Add(ReadResult document, string hash)
    {
        // Series of calendars are worked out around the day.
        if (document.Record!.Parts.Any(p => p.Kind == TextPartKind.Event)) Forget();
        _documents.Add(new(document.Path[Math.Min(path.Length, document.Path.Length)..], document.Record.Id, hash));
    }

    /// <summary>To know it by; null when it may be read otherwise the next time, or was written to since it was looked at.</summary>
    public ReadFile? Read() => !_mayDiffer && _documents.Count is > 0 and <= MostDocuments && FileState.Of(path) == state ? new(content!, _documents) : null;
}
