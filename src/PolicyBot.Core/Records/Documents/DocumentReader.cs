using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>Reads documents of hostile formats in a process of their own, one for many documents until one of them kills it. The death of the process is a refusal of that document.</summary>
public sealed class DocumentReader(DocumentProgram program, TimeProvider time, DocumentLimits limits) : IDisposable
{
    /// <summary>An archive that kills so many processes is given up.</summary>
    private const int MaxDeaths = 3;

    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    private DocumentChild? _idle;

    /// <summary>The most memory that a process was seen to take.</summary>
    internal long PeakBytes { get; private set; }

    /// <summary>Of the process that waits for the next document.</summary>
    internal TimeSpan ProcessorTime => _idle?.ProcessorTime ?? TimeSpan.Zero;

    /// <summary>With the dot, in lower case.</summary>
    public static IReadOnlyList<string> Extensions => DocumentFile.Extensions;

    /// <param name="next">The file that will be read after it, if it is known and of these formats: it is read ahead, while this one's records are being worked on.</param>
    public IEnumerable<ReadResult> Read(string path, long maxBytes, string? next, CancellationToken cancellationToken)
    {
        var (settled, deaths) = (0, 0);
        while (true)
        {
            var (current, left, done, last) = (path, 0, false, false);
            var request = Request(path, maxBytes, settled);
            DocumentChild? child = Take(request);
            // Whoever stops listening half-way leaves a process that would go on with its answer.
            using var stop = cancellationToken.Register(child.Kill);
            try
            {
                foreach (var reply in Hear(child, request, next is null ? null : Request(next, maxBytes, 0)))
                {
                    (done, last) = (reply.Done, reply.Last);
                    if (reply.Begun is { } begun) (current, left, settled) = (Named(begun, path), reply.Left, settled + 1);
                    if (reply.Result is { } result) yield return result with { Path = Named(result.Path, path) };
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (!done) yield return new(current, null, child.Verdict());
            }
            finally
            {
                PeakBytes = Math.Max(PeakBytes, child.PeakBytes);
                if (done && !last && !child.IsEnded) child = Interlocked.Exchange(ref _idle, child);
                child?.Dispose();
            }

            if (done || left == 0) yield break;
            if (++deaths < MaxDeaths) continue;
            yield return new(path, null, $"{MaxDeaths} documents in it killed the process that read them; the {left} after them were not read. Unpack it and import them one by one. / 안의 문서 {MaxDeaths}건이 읽는 프로세스를 멈추게 해, 그 뒤의 {left}건은 읽지 않았습니다. 압축을 풀어 하나씩 가져오십시오.");
            yield break;
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _idle, null)?.Dispose();

    private DocumentRequest Request(string path, long maxBytes, int skip) =>
        new(Path.GetFullPath(path), maxBytes, skip, DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Seoul).DateTime));

    private DocumentChild Take(DocumentRequest request)
    {
        if (Interlocked.Exchange(ref _idle, null) is not { } idle) return new(program, time, limits);
        if (idle.IsFreeFor(request)) return idle;
        idle.Dispose();
        return new(program, time, limits);
    }

    private static IEnumerable<DocumentReply> Hear(DocumentChild child, DocumentRequest request, DocumentRequest? next)
    {
        child.Ask(request, next);
        while (child.Hear() is { } reply)
        {
            if (reply.Begun is not null) child.BeginDocument();
            yield return reply;
            if (reply.Done) yield break;
        }
    }

    /// <summary>The child knows the full path; people know the one they gave.</summary>
    private static string Named(string told, string path) => told.StartsWith(Path.GetFullPath(path), StringComparison.Ordinal) ? path + told[Path.GetFullPath(path).Length..] : path;
}
