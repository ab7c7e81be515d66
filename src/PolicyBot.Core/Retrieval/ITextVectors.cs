namespace PolicyBot.Retrieval;

/// <summary>Makes vectors of texts; whose, retrieval does not know.</summary>
public interface ITextVectors
{
    /// <summary>Vectors of another name are never compared with these.</summary>
    string Name { get; }

    /// <summary>One a text, in their order, all of one length. Throws <see cref="VectorsUnavailableException"/> when there are none in time.</summary>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken);
}

/// <summary>There are no vectors at present; the message says why, for an operator, free of secrets.</summary>
public sealed class VectorsUnavailableException(string message) : Exception(message);
