using System.Runtime.CompilerServices;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Reading;
using PolicyBot.Text;

namespace PolicyBot.Storage;

/// <summary>Brings files and folders into the archive. Every faulty document is refused alone; running again after any interruption goes on where it ended.</summary>
public sealed class Importer(IArchive archive, RecordReader reader, MeetingReader meetings, StatementReader statements, TimeProvider time)
{
    // So many documents share one commit: one sync of the disk for each would be most of the time.
    private const int BatchRecords = 32;
    private const int BatchCharacters = 4_000_000;

    /// <summary>So many files are looked up in the archive at once.</summary>
    private const int FilesTogether = 64;

    // Some two minutes in all: a server that is started anew is back by then.
    private const int MostTries = 6;

    /// <summary>Of the shorter text, so that a draft that grows is known again.</summary>
    private const double SharedByVersions = 0.5;

    private readonly string _understanding = Understanding.Of(statements);

    /// <summary>Reads what comes in a second time; null leaves it to the rules.</summary>
    public IProposer? Proposer { get; init; }

    /// <summary>Told why it waits before it tries again, when the store is away for a moment or its disk is full.</summary>
    public Action<string> Waiting { get; init; } = _ => { };

    /// <summary>Told of each step, so that a test can end the process there.</summary>
    internal Action<ImportStep>? Passing { get; set; }

    /// <summary>Cancelling ends it after the last whole commit; the result says so and holds what was stored.</summary>
    public Task<ImportResult> ImportAsync(IEnumerable<string> paths, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        ImportAsync(paths, null, progress, cancellationToken);

    /// <param name="named">Gives a document another path than that of the file it is read from.</param>
    public async Task<ImportResult> ImportAsync(IEnumerable<string> paths, Func<ReadResult, ReadResult>? named, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var run = new ImportRun(time, progress);
        try
        {
            run.Files = DocumentFiles.Walk(paths, cancellationToken);
            Passing?.Invoke(ImportStep.Walked);
            await foreach (var batch in BatchesAsync(run, named, cancellationToken))
            {
                await PatientlyAsync(() => StoreAsync(run, batch, cancellationToken), cancellationToken);
                await PatientlyAsync(() => RememberAsync(batch, cancellationToken), cancellationToken);
            }

            return run.Result(null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return run.Result("The import was interrupted. What is listed is stored; run it again to go on with the rest. / 가져오기가 중단되었습니다. 위에 적힌 것은 저장되었으니, 다시 실행하면 나머지를 이어 갑니다.");
        }
        catch (ArchiveException fault)
        {
            return run.Result(fault.Message);
        }
    }

    /// <summary>Stores one document that was read, or made, elsewhere.</summary>
    public async Task<ImportResult> ImportAsync(ReadResult document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var run = new ImportRun(time, null);
        try
        {
            if (run.Accepts(document)) await PatientlyAsync(() => StoreAsync(run, new() { Documents = { (document, new(document.Path, null, null)) } }, cancellationToken), cancellationToken);
            return run.Result(null);
        }
        catch (ArchiveException fault)
        {
            return run.Result(fault.Message);
        }
    }

    /// <summary>
    /// Understands every stored record anew that was understood by other rules or catalogues than today's, from the text that is stored. Cancelling ends it after the last whole commit.
    /// </summary>
    /// <returns>How many records were understood anew.</returns>
    public async Task<int> RereadAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var outdated = await archive.ListUnderstoodOtherwiseAsync(_understanding, cancellationToken);
        var run = new ImportRun(time, progress);
        foreach (var ids in outdated.Chunk(BatchRecords))
        {
            List<ReadResult> batch = [];
            foreach (var id in ids)
                if (await archive.FindRecordAsync(id, Clearance.Everything, cancellationToken) is { Versions: [{ Path: var path }, ..] } stored) batch.Add(new(path, stored.Record, null));
            var read = await UnderstandAsync(run, batch, cancellationToken);
            run.Report([.. read.Zip(await archive.PutAsync(read, cancellationToken), Stored)]);
        }

        return run.Result(null).Reread;
    }

    private async IAsyncEnumerable<ImportBatch> BatchesAsync(ImportRun run, Func<ReadResult, ReadResult>? named, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new ImportBatch();
        foreach (var paths in run.Files.Paths.Chunk(FilesTogether))
        {
            var files = await LookAsync(paths, named is null, cancellationToken);
            foreach (var (at, file) in files.Index())
            {
                foreach (var (document, stored) in file.Known)
                    if (run.Accepts(file.Path + document.Place, document.Id, document.Hash)) batch.Unchanged.Add(Unchanged(file.Path + document.Place, stored));
                foreach (var read in file.Known.Count > 0 ? [] : Read(file.Path, files.Skip(at + 1).FirstOrDefault(f => f.Known.Count == 0)?.Path, cancellationToken))
                {
                    Passing?.Invoke(ImportStep.DocumentRead);
                    var document = named is null ? read : named(read);
                    if (!run.Accepts(document))
                    {
                        file.Forget();
                        continue;
                    }

                    batch.Documents.Add((document, file));
                    if (batch.Documents.Count < BatchRecords && batch.Characters < BatchCharacters) continue;
                    yield return batch;
                    batch = new();
                }

                batch.Done.Add(file);
                run.FilesDone++;
                if (batch.Unchanged.Count < BatchRecords) continue;
                yield return batch;
                batch = new();
            }
        }

        yield return batch;
    }

    /// <summary>Which of these files hold nothing but what is stored and understood as it would be today.</summary>
    private async Task<List<ImportedFile>> LookAsync(string[] paths, bool known, CancellationToken cancellationToken)
    {
        List<ImportedFile> files = [];
        foreach (var path in paths) files.Add(known ? await ImportedFile.LookAsync(path, reader, cancellationToken) : new(path, null, null));
        if (files.TrueForAll(f => f.Content is null)) return files;
        await PatientlyAsync(
            async () =>
            {
                var read = (await archive.FindReadFilesAsync(reader.Build, [.. files.Select(f => f.Content).OfType<string>()], cancellationToken)).ToDictionary(f => f.Content, f => f.Documents);
                var contents = await archive.FindContentsAsync([.. read.Values.SelectMany(d => d).Select(d => d.Hash)], cancellationToken);
                for (var at = 0; at < files.Count; at++)
                    if (files[at].Content is { } content && read.TryGetValue(content, out var documents) && documents.All(d => contents.TryGetValue(d.Hash, out var stored) && stored.Understanding == _understanding))
                        files[at] = files[at].With([.. documents.Select(d => (d, contents[d.Hash]))]);
            },
            cancellationToken);
        return files;
    }

    /// <summary>After the commit that holds the last of their documents.</summary>
    private async Task RememberAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Done.Select(f => f.Read()).OfType<ReadFile>().ToList() is { Count: > 0 } read) await archive.SaveReadFilesAsync(reader.Build, read, cancellationToken);
    }

    // The reader refuses by result; what still throws is the file going away, or a fault of ours that must cost this file alone.
    private IEnumerable<ReadResult> Read(string path, string? next, CancellationToken cancellationToken)
    {
        using var documents = Lazily(() => reader.Read(path, next, cancellationToken)).GetEnumerator();
        while (true)
        {
            ReadResult document;
            try
            {
                if (!documents.MoveNext()) yield break;
                document = documents.Current;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                document = new(path, null, $"The file cannot be read: {fault.Message} / 파일을 읽을 수 없습니다.");
            }

            yield return document;
        }
    }

    // A reader may open its file before the first document is asked for: then too the fault has to come inside the loop above.
    private static IEnumerable<ReadResult> Lazily(Func<IEnumerable<ReadResult>> read)
    {
        foreach (var document in read()) yield return document;
    }

    /// <summary>A batch is one transaction: what failed left nothing behind, and what was committed after all is known the second time.</summary>
    private async Task PatientlyAsync(Func<Task> store, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await store();
                return;
            }
            catch (ArchiveException fault) when (fault.IsPassing && tries < MostTries)
            {
                Waiting("It is tried again. / 다시 시도합니다. " + fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, tries)), time, cancellationToken);
            }
        }
    }

    private async Task StoreAsync(ImportRun run, ImportBatch batch, CancellationToken cancellationToken)
    {
        List<ReadResult> documents = [];
        foreach (var (document, _) in batch.Documents) documents.Add(await WithKnownDayAsync(document, cancellationToken));
        var hashes = documents.ConvertAll(document => ContentHash.Of(document.Record!));
        var known = await archive.FindContentsAsync(hashes, cancellationToken);
        List<ImportedRecord> stored = [.. batch.Unchanged];
        List<ReadResult> waiting = [];
        foreach (var (document, hash) in documents.Zip(hashes))
            if (!known.TryGetValue(hash, out var content)) waiting.Add(document);
            else if (content.Understanding == _understanding) stored.Add(Unchanged(document.Path, content));
            // Read anew in its place: under the id by which it is stored, which a twin of the file may have given it.
            else waiting.Add(document with { Record = document.Record! with { Id = content.Id } });
        await ContinueAsync(waiting, cancellationToken);
        var fresh = await UnderstandAsync(run, waiting, cancellationToken);
        Passing?.Invoke(ImportStep.Understood);
        if (fresh.Count > 0)
            stored.AddRange(fresh.Zip(await archive.PutAsync(fresh, cancellationToken), Stored));
        foreach (var ((document, file), hash) in batch.Documents.Zip(hashes)) file.Add(document, hash);
        run.Report(stored);
        Passing?.Invoke(ImportStep.Reported);
    }

    /// <summary>A file that was changed in place is the next version of what was read from it before. One that now holds something else altogether is another record.</summary>
    private async Task ContinueAsync(List<ReadResult> documents, CancellationToken cancellationToken)
    {
        var before = await archive.FindAtPathsAsync([.. documents.Select(d => d.Path)], cancellationToken);
        for (var at = 0; at < documents.Count; at++)
        {
            if (documents[at] is not { Record: { } record, Path: var path } || !before.TryGetValue(path, out var id) || id == record.Id || !RecordIdentity.IsDerived(record)) continue;
            if (await archive.FindRecordAsync(id, Clearance.Everything, cancellationToken) is { } stored && IsNextVersion(stored.Record.Text, record.Text))
                documents[at] = documents[at] with { Record = record with { Id = id } };
        }
    }

    private static bool IsNextVersion(string before, string after) => Shingles.Of(before).ShareWith(Shingles.Of(after)) >= SharedByVersions;

    private static ImportedRecord Unchanged(string path, KnownContent known) => new(known.Id, path, known.Title, known.Meetings, known.Statements, PutOutcome.Unchanged);

    private static ImportedRecord Stored(ReadRecord read, PutResult result) =>
        new(result.Id, read.Path, read.Record.Title, read.Meetings.Count, read.Statements.Count, result.Outcome) { Version = result.Version };

    /// <summary>The same text imported again without its day keeps the day that was told before: nothing is forgotten.</summary>
    private async Task<ReadResult> WithKnownDayAsync(ReadResult document, CancellationToken cancellationToken)
    {
        if (document.Record is not { Published: null } record) return document;
        return await archive.FindRecordAsync(record.Id, Clearance.Everything, cancellationToken) is { Record: { Published: { } day } known } && known.Text == record.Text
            ? document with { Record = record with { Published = day } }
            : document;
    }

    /// <summary>The costly part, on all processors; the order stays that of the files.</summary>
    private async Task<List<ReadRecord>> UnderstandAsync(ImportRun run, List<ReadResult> documents, CancellationToken cancellationToken)
    {
        var proposed = new IReadOnlyList<ProposedStatement>[documents.Count];
        for (var at = 0; at < proposed.Length; at++) proposed[at] = Proposer is null ? [] : await Proposer.ProposeAsync(documents[at].Record!, cancellationToken);
        var reads = new ReadRecord?[documents.Count];
        var faults = new string?[documents.Count];
        Parallel.For(0, documents.Count, new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
        {
            try
            {
                reads[at] = Understand(documents[at], proposed[at]);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults[at] = fault.Message;
            }
        });
        for (var at = 0; at < faults.Length; at++)
            if (faults[at] is { } fault) run.Reject(documents[at].Path, $"The text cannot be understood: {fault} / 글을 이해하지 못했습니다.");
        return [.. reads.OfType<ReadRecord>()];
    }

    private ReadRecord Understand(ReadResult document, IReadOnlyList<ProposedStatement> proposed)
    {
        var record = document.Record!;
        var told = meetings.Read(record);
        var (said, disagreements) = statements.Read(record, told, proposed);
        if (said.Any(statement => statement.Span.Start < 0 || statement.Span.Length <= 0 || statement.Span.End > record.Text.Length))
            throw new InvalidDataException("a statement was placed outside the text.");
        return new(record, document.Path, told, said) { Understanding = _understanding, Disagreements = disagreements };
    }
}
