using PolicyBot.Chat;

namespace PolicyBot.Storage;

/// <summary>The archive cannot be opened, read or written. The message is a sentence for people: which file, what happened, what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner), IStoreFault
{
    public bool IsPassing { get; init; }

    /// <summary>Whether something else was to be asked for: nothing is broken.</summary>
    public bool IsWrongUse { get; init; }
}
