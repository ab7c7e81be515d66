namespace PolicyBot.Chat;

/// <summary>The places between a message and its answer at which a process can end; told so that a test can end it there.</summary>
internal enum ChatStep
{
    Taken,
    Begun,
    Handled,
    Completed,
    Sending,
    Sent,
    Settled,
}

internal sealed class ChatSteps
{
    public Func<ChatStep, Task>? Passing { get; set; }

    public Task PassAsync(ChatStep step) => Passing?.Invoke(step) ?? Task.CompletedTask;
}
