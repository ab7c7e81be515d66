using System.Diagnostics;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>The child's side: reads the files it is asked for, one after the other, until nobody asks any more.</summary>
public static class DocumentServer
{
    /// <summary>The hidden verb with which the program is started for this.</summary>
    public const string Verb = "read-documents";

    private const int MaxRequest = 64 * 1024;

    /// <summary>What it holds is asked for no more often: that takes almost as long as to read a short document, and in so short a time it does not grow by much.</summary>
    private static readonly TimeSpan Unlooked = TimeSpan.FromMilliseconds(20);

    /// <param name="memory">Tells what this process holds, in bytes: past half of its limit it ends after the document in hand, and another takes its place.</param>
    public static void Run(Stream input, Stream output, TimeProvider time, DocumentLimits limits, Func<long> memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(limits);
        // The one who asks ends a child that takes too long; should he be gone himself, the child has to.
        using var forsaken = time.CreateTimer(_ => Process.GetCurrentProcess().Kill(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var asked = new DocumentFrames(input);
        // One write for all that is told of a document: each wakes the one who asks.
        using var told = new DocumentFrames(output);
        var looked = 0L;
        for (var last = false; !last && asked.ReadRequest(MaxRequest) is { } request;)
        {
            foreach (var step in Timed(() => Steps(request, time)))
            {
                // Of a file that is one document the one who asks knows already.
                if (step.Path != request.Path)
                {
                    told.Write(new DocumentReply(step.Path, step.Left));
                    told.Flush();
                }

                foreach (var result in Timed(() => DocumentFile.Attempt(step.Path, step.Read))) told.Write(new DocumentReply(Result: result));
            }

            if (looked == 0 || time.GetElapsedTime(looked) > Unlooked)
            {
                last = memory() > limits.MemoryBytes / 2;
                looked = time.GetTimestamp();
            }

            told.Write(new DocumentReply(Done: true, Last: last));
            told.Flush();
        }

        // The work alone: the one who asks may be a while before he listens.
        T Timed<T>(Func<T> work)
        {
            forsaken.Change(limits.Time * 2, Timeout.InfiniteTimeSpan);
            var done = work();
            forsaken.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return done;
        }
    }

    /// <summary>A file that cannot be opened is one step, which fails.</summary>
    private static IEnumerable<DocumentStep> Steps(DocumentRequest request, TimeProvider time)
    {
        IEnumerable<DocumentStep> steps = [];
        var refused = DocumentFile.Attempt(request.Path, () =>
        {
            steps = new DocumentFile(time, request.Today, CancellationToken.None).Open(request.Path, RecordFile.ReadAll(request.Path, request.MaxBytes, CancellationToken.None));
            return [];
        });
        return (refused.Count > 0 ? [new(request.Path, 0, () => refused)] : steps).Skip(request.Skip);
    }
}
