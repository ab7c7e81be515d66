namespace PolicyBot.Retrieval;

/// <summary>The index cannot be used as asked. The message says where it lies and what to do.</summary>
public sealed class PassageIndexException(string message, Exception inner) : Exception(message, inner);
