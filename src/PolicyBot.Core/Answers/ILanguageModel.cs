namespace PolicyBot.Answers;

/// <summary>A model that fills in one of the prompts of <c>prompts/</c>. What it returns is a proposal that nobody has to believe.</summary>
public interface ILanguageModel
{
    /// <summary>The model's reply, JSON of the prompt's output schema. Throws <see cref="ModelUnavailableException"/> when there is none in time.</summary>
    /// <param name="prompt">Name of the folder: "answer".</param>
    /// <param name="inputs">By the names that the prompt declares; values are texts, numbers, or lists of such dictionaries.</param>
    /// <param name="heard">Told each piece of the reply as it comes.</param>
    Task<string> CompleteAsync(string prompt, IReadOnlyDictionary<string, object> inputs, Asker asker, Action<string>? heard, CancellationToken cancellationToken);
}

/// <summary>On whose behalf a model is called, and since when somebody waits: one question has one patience, however many calls it takes.</summary>
/// <param name="Spenders">Whose budget it is on: the user first, then what many share.</param>
/// <param name="Since">Of the clock's <see cref="TimeProvider.GetTimestamp"/>; null when nobody waits, and each call has a patience of its own.</param>
public sealed record Asker(IReadOnlyList<string> Spenders, long? Since)
{
    /// <summary>Another call for the same question follows: this one gets only a part of its patience, for the whole reply.</summary>
    public bool IsPrelude { get; init; }
}

/// <summary>There is no reply of the model; the message says why, for an operator, free of secrets and of what was asked.</summary>
public sealed class ModelUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
