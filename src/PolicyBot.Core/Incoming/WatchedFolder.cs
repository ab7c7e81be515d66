using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Incoming;

/// <summary>A folder that is watched: what is new, changed, renamed or gone since the last look, which may have been before a restart.</summary>
/// <param name="largest">In bytes; larger files are refused.</param>
public sealed class WatchedFolder(string folder, IArchive archive, Importer importer, TimeProvider time, long largest)
{
    /// <summary>A file whose size and time stand still for so long is not being written any more.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>So many files are settled before the next are looked at: a stop in between loses nothing.</summary>
    private const int FilesPerStep = 100;

    private readonly Dictionary<string, (FileState State, long Since)> _restless = new(StringComparer.Ordinal);
    private Dictionary<string, SeenDocument>? _seen;
    private DateTimeOffset _looked;

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Whether some file has to be looked at again soon.</summary>
    public bool IsRestless => _restless.Count > 0;

    /// <returns>What is news, each document once.</returns>
    public async Task<IReadOnlyList<IntakeResult>> LookAsync(CancellationToken cancellationToken)
    {
        await RecallAsync(cancellationToken);
        if (!Directory.Exists(Folder))
        {
            // A share that is away has lost nothing: what was seen stays seen.
            await SaveAsync([], [], "The folder is not there. Create it, connect the share, or correct Records:Watch. / 폴더가 없습니다. 만들거나, 공유 폴더를 연결하거나, Records:Watch를 고치십시오.", cancellationToken);
            return [];
        }

        var files = DocumentFiles.Walk([Folder], cancellationToken);
        var fault = files.Rejected is [var unread, ..] ? $"{unread.Path}: {unread.Reason}" : null;
        var gone = FindGone(files);
        var news = new List<IntakeResult>();
        foreach (var step in FindRested(files.Paths).Chunk(FilesPerStep))
        {
            var (results, stopped) = await TakeAsync(step, gone, cancellationToken);
            news.AddRange(results);
            fault = stopped ?? fault;
            if (stopped is not null) break;
        }

        var lost = gone.Values.Where(g => !g.IsGone).Select(g => g with { At = time.GetUtcNow(), Results = [new(g.Path, IntakeOutcome.Gone, null, RecordOf(g))] }).ToList();
        news.AddRange(lost.SelectMany(g => g.Results));
        await SaveAsync(lost, [], fault, cancellationToken);
        return news;
    }

    /// <summary>From before a restart, or from another worker on the same store that looked since.</summary>
    private async Task RecallAsync(CancellationToken cancellationToken)
    {
        var looked = (await archive.ListPlacesAsync(cancellationToken)).FirstOrDefault(p => p.Address == Folder)?.Looked;
        if (_seen is null || looked > _looked) _seen = (await archive.ListSeenAsync(Folder, cancellationToken)).ToDictionary(s => s.Path, StringComparer.Ordinal);
    }

    /// <summary>Seen before and not there now, those long gone included: a file may come back under another name.</summary>
    private Dictionary<string, SeenDocument> FindGone(DocumentFiles files)
    {
        var present = files.Paths.ToHashSet(StringComparer.Ordinal);
        return _seen!.Values.Where(s => !present.Contains(s.Path) && !files.Rejected.Exists(r => s.Path.StartsWith(r.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .ToDictionary(s => s.Path, StringComparer.Ordinal);
    }

    private List<(string Path, FileState State)> FindRested(List<string> paths)
    {
        var rested = new List<(string, FileState)>();
        var still = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (FileState.Of(path) is not { } state) continue;
            if (_seen!.TryGetValue(path, out var seen) && !seen.IsGone && new FileState(seen.Size, seen.Modified) == state)
            {
                // What may not be read is tried again: a right that is given changes neither size nor time.
                if (seen.Content.Length == 0) rested.Add((path, state));
                continue;
            }

            still.Add(path);
            if (!_restless.TryGetValue(path, out var before) || before.State != state) _restless[path] = (state, time.GetTimestamp());
            else if (time.GetElapsedTime(before.Since) >= Rest) rested.Add((path, state));
        }

        foreach (var left in _restless.Keys.Where(p => !still.Contains(p)).ToList()) _restless.Remove(left);
        return rested;
    }

    private async Task<(IReadOnlyList<IntakeResult> News, string? Stopped)> TakeAsync((string Path, FileState State)[] files, Dictionary<string, SeenDocument> gone, CancellationToken cancellationToken)
    {
        var settled = new List<SeenDocument>();
        var forgotten = new List<string>();
        var news = new List<IntakeResult>();
        var waiting = new List<SeenDocument>();
        foreach (var (path, state) in files)
        {
            var now = new SeenDocument(path, await state.IdentifyAsync(path, largest, cancellationToken), state.Size, state.Modified, time.GetUtcNow(), []);
            if (_seen!.TryGetValue(path, out var before) && before.Content == now.Content && now.Content.Length > 0)
                settled.Add(before.IsGone ? now with { Results = [new(path, IntakeOutcome.Unchanged, null, RecordOf(before))] } : before with { Modified = state.Modified });
            else if (now.Content.Length > 0 && gone.Values.FirstOrDefault(g => g.Content == now.Content) is { } old)
            {
                gone.Remove(old.Path);
                forgotten.Add(old.Path);
                settled.Add(now with { Results = [new(path, IntakeOutcome.Renamed, old.Path, RecordOf(old))] });
                news.AddRange(settled[^1].Results);
            }
            else waiting.Add(now);
        }

        var stopped = waiting.Count == 0 ? null : await ImportAsync(waiting, settled, news, cancellationToken);
        foreach (var path in forgotten) _seen!.Remove(path);
        foreach (var one in settled) _restless.Remove(one.Path);
        await SaveAsync(settled, forgotten, stopped, cancellationToken);
        return (news, stopped);
    }

    /// <returns>Why it ended before the last file; null when it did not.</returns>
    private async Task<string?> ImportAsync(List<SeenDocument> files, List<SeenDocument> settled, List<IntakeResult> news, CancellationToken cancellationToken)
    {
        var result = await importer.ImportAsync(files.Select(f => f.Path), null, cancellationToken);
        foreach (var file in files)
        {
            var results = IntakeResults.Of(result, path => path == file.Path || path.StartsWith(file.Path + " › ", StringComparison.Ordinal) || path.StartsWith(file.Path + ":", StringComparison.Ordinal));
            // Nothing came of it yet, or it was written to meanwhile: the next look will tell.
            if (results.Count == 0 || FileState.Of(file.Path) != new FileState(file.Size, file.Modified)) continue;
            var told = _seen!.TryGetValue(file.Path, out var before) && before.Content == file.Content && before.Results.SequenceEqual(results);
            settled.Add(file with { Results = results });
            if (!told) news.AddRange(results);
        }

        return result.Stopped;
    }

    private static RecordId? RecordOf(SeenDocument document) => document.Results is [{ Record: var record }, ..] ? record : null;

    private Task SaveAsync(IReadOnlyList<SeenDocument> seen, IReadOnlyList<string> forgotten, string? fault, CancellationToken cancellationToken)
    {
        foreach (var one in seen) _seen![one.Path] = one;
        _looked = time.GetUtcNow();
        return archive.SavePlaceAsync(new(Folder, _looked, fault), seen, forgotten, cancellationToken);
    }
}
