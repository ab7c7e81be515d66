using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Storage;

/// <summary>Brings the vectors up to the archive in batches: what changed since, or everything when the model or its dimension is another one. Pauses ever longer while there are none to be had.</summary>
/// <param name="clearance">What their maker may see; the rest is found by words alone.</param>
public sealed class VectorFollower(IArchive archive, PassageCutter cutter, ITextVectors embeddings, VectorFile file, DenseView view, Clearance clearance, TimeProvider time) : IDisposable
{
    private const int BatchTexts = 64;
    private const int LongestText = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _following = new(1);
    private long? _shown;
    private TimeSpan _pause = FirstPause;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Shows what is stored, as far as it is of this model.</summary>
    public void Load()
    {
        var state = file.Read();
        view.Clear();
        _shown = state?.Name == embeddings.Name ? state.Sequence : null;
        if (_shown is null) return;
        foreach (var record in file.ReadAll().GroupBy(v => v.RecordId)) view.Replace(record.Key, [.. record]);
    }

    /// <summary>Why it stopped before the newest change; null when it did not.</summary>
    public async Task<string?> FollowAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _notBefore) return file.Read()?.Fault;
        await _following.WaitAsync(cancellationToken);
        try
        {
            await FollowChangesAsync(cancellationToken);
            _pause = FirstPause;
            return null;
        }
        catch (VectorsUnavailableException fault)
        {
            _notBefore = time.GetUtcNow() + _pause;
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            file.Note(fault.Message);
            return fault.Message;
        }
        finally
        {
            _following.Release();
        }
    }

    public void Dispose() => _following.Dispose();

    private async Task FollowChangesAsync(CancellationToken cancellationToken)
    {
        var sequence = await archive.ReadSequenceAsync(cancellationToken);
        var state = file.Read();
        if (state is null || state.Name != embeddings.Name || !sequence.Includes(state.Sequence)) state = await BeginAsync(sequence, cancellationToken);
        if (_shown != state.Sequence) Load();
        var (at, pending, texts) = (state.Sequence, new List<RecordChange>(), 0);
        await foreach (var change in archive.ReadChangesAsync(at, cancellationToken))
        {
            pending.Add(change);
            texts += change.Record?.Record.Text.Length / 300 ?? 0;
            if (texts < BatchTexts && pending.Count < BatchTexts) continue;
            if (!await StoreAsync(state.Dimension, at, pending, cancellationToken)) return;
            (at, pending, texts) = (pending[^1].Sequence, [], 0);
        }

        if (pending.Count > 0) await StoreAsync(state.Dimension, at, pending, cancellationToken);
    }

    /// <summary>The dimension is what the model says it is.</summary>
    private async Task<VectorState> BeginAsync(ArchiveSequence sequence, CancellationToken cancellationToken)
    {
        var dimension = (await embeddings.EmbedAsync(["간담회"], Patience, cancellationToken))[0].Length;
        file.Reset(embeddings.Name, dimension, sequence.Beginning);
        view.Clear();
        _shown = sequence.Beginning;
        return file.Read()!;
    }

    /// <summary>False when it has to begin again: another process was here, or the model makes other vectors by the same name.</summary>
    private async Task<bool> StoreAsync(int dimension, long before, List<RecordChange> changes, CancellationToken cancellationToken)
    {
        var passages = changes.ToDictionary(c => c.Id, c => c.Record is { } r ? cutter.Cut(r.Record, r.Meetings, [.. r.Statements.Select(s => s.Statement)]).Where(p => clearance.Allows(p.Grade, p.Group)).ToList() : []);
        var vectors = new Dictionary<PassageId, sbyte[]>();
        foreach (var batch in passages.Values.SelectMany(p => p).Chunk(BatchTexts))
        {
            var made = await embeddings.EmbedAsync([.. batch.Select(TextOf)], Patience, cancellationToken);
            if (made.Any(v => v.Length != dimension))
            {
                file.Reset(embeddings.Name, made[0].Length, (await archive.ReadSequenceAsync(cancellationToken)).Beginning);
                Load();
                return false;
            }

            foreach (var (passage, vector) in batch.Zip(made)) vectors[passage.Id] = ByteVector.Of(vector);
        }

        var rows = passages.ToDictionary(p => p.Key, p => (IReadOnlyList<PassageVector>)[.. p.Value.Select(one => new PassageVector(one.RecordId, one.Id, one.Grade, one.Group, one.Date, vectors[one.Id]))]);
        if (!file.Write(before, changes[^1].Sequence, rows)) return false;
        foreach (var (record, own) in rows) view.Replace(record, own);
        _shown = changes[^1].Sequence;
        return true;
    }

    private static string TextOf(Passage passage)
    {
        var text = $"{passage.Title}\n{(passage.Speaker is { } speaker ? speaker + ": " : "")}{passage.Text}";
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
