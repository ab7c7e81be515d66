namespace PolicyBot.Tests.Hosting;

/// <summary>What a program writes, line by line, for tests that wait for a line.</summary>
internal sealed class HeardText : StringWriter
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_lock) _lines.Add(value ?? "");
        Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public async Task UntilAsync(Func<IReadOnlyList<string>, bool> isSo, TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        while (true)
        {
            var more = Volatile.Read(ref _more);
            if (isSo(Lines)) return;
            try
            {
                await more.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("It was never said: " + this);
            }
        }
    }

    public override string ToString() => string.Join('\n', Lines);
}
