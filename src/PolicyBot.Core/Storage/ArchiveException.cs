namespace PolicyBot.Storage;

/// <summary>The archive cannot be opened, read or written. The message is a sentence for people: which file, what happened, what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it may work again without anybody doing anything, as when a server is started anew.</summary>
    public bool IsPassing { get; init; }
}
