using System.Diagnostics;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>The child's side: reads the files it is asked for, one after the other, until nobody asks any more.</summary>
public static class DocumentServer
{
    /// <summary>The hidden verb with which the program is started for this.</summary>
    public const string Verb = "read-documents";

    private const int MaxRequest = 64 * 1024;

    public static void Run(Stream input, Stream output, TimeProvider time, DocumentLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        // The one who asks ends a child that takes too long; should he be gone himself, the child has to.
        using var forsaken = time.CreateTimer(_ => Process.GetCurrentProcess().Kill(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (DocumentFrames.Read(input, DocumentJson.Readable.DocumentRequest, MaxRequest) is { } request)
        {
            foreach (var step in Steps(request, time))
            {
                forsaken.Change(limits.Time * 2, Timeout.InfiniteTimeSpan);
                Write(new(step.Path, step.Left));
                foreach (var result in DocumentFile.Attempt(step.Path, step.Read)) Write(new(Result: result));
            }

            forsaken.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Write(new(Done: true));
        }

        void Write(DocumentReply reply) => DocumentFrames.Write(output, reply, DocumentJson.Readable.DocumentReply);
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
