using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>What one import has done so far.</summary>
internal sealed class ImportRun(TimeProvider time, IProgress<ImportProgress>? progress)
{
    private readonly long _begun = time.GetTimestamp();
    private readonly List<RejectedDocument> _rejected = [];
    private readonly List<ImportedRecord> _records = [];
    private readonly Dictionary<RecordId, (string Path, string Hash)> _ids = [];

    public DocumentFiles Files { get; set; } = new();

    public int FilesDone { get; set; }

    /// <summary>False when the document was refused: by its reader, or because another one of this import has its id.</summary>
    public bool Accepts(ReadResult document)
    {
        if (document.Record is not { } record)
        {
            Reject(document.Path, document.Refusal ?? "The file holds nothing that can be read. / 파일에 읽을 수 있는 것이 없습니다.");
            return false;
        }

        return Accepts(document.Path, record.Id, ContentHash.Of(record));
    }

    public bool Accepts(string path, RecordId id, string hash)
    {
        if (_ids.TryAdd(id, (path, hash)) || _ids[id].Hash == hash) return true;
        Reject(path, $"Its id \"{id}\" is already that of {_ids[id].Path} in this import; give one of them another id. / 그 id \"{id}\"은(는) 이번에 가져온 {_ids[id].Path}의 것입니다. 하나에 다른 id를 주십시오.");
        return false;
    }

    public void Reject(string path, string reason) => _rejected.Add(new(path, reason));

    public void Report(IReadOnlyList<ImportedRecord> stored)
    {
        _records.AddRange(stored);
        progress?.Report(new(FilesDone, Files.Paths.Count, _records.Count, Files.Rejected.Count + _rejected.Count, time.GetElapsedTime(_begun), stored));
    }

    public ImportResult Result(string? stopped) => new(
        Count(PutOutcome.Imported),
        Count(PutOutcome.Unchanged) + Count(PutOutcome.Reread),
        Count(PutOutcome.Updated),
        Files.Skipped,
        [.. Files.Rejected, .. _rejected],
        _records,
        stopped);

    private int Count(PutOutcome outcome) => _records.Count(record => record.Outcome == outcome);
}
