namespace PolicyBot.Answers;

/// <summary>A model that fills in one of the prompts of <c>prompts/</c>. What it returns is a proposal that nobody has to believe.</summary>
public interface ILanguageModel
{
    /// <summary>The model's reply, JSON of the prompt's output schema. Throws <see cref="ModelUnavailableException"/> when there is none in time.</summary>
    /// <param name="prompt">Name of the folder: "answer".</param>
    /// <param name="inputs">By the names that the prompt declares; values are texts, numbers, or lists of such dictionaries.</param>
    /// <param name="spender">Whose budget the call is on: a user, a channel.</param>
    Task<string> CompleteAsync(string prompt, IReadOnlyDictionary<string, object> inputs, IReadOnlyList<string> spender, CancellationToken cancellationToken);
}

/// <summary>There is no reply of the model; the message says why, for an operator, free of secrets and of what was asked.</summary>
public sealed class ModelUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
