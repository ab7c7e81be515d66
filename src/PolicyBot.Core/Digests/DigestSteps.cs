namespace PolicyBot.Digests;

/// <summary>The places around a slot at which a process can end; told so that a test can end it there.</summary>
public enum DigestStep
{
    Noticed,
    Claimed,
    Composed,
    Queued,
}

public sealed class DigestSteps
{
    public Func<DigestStep, Task>? Passing { get; set; }

    internal Task PassAsync(DigestStep step) => Passing?.Invoke(step) ?? Task.CompletedTask;
}
