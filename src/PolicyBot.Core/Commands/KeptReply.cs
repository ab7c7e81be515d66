using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Chat;

namespace PolicyBot.Commands;

/// <summary>An answer as it is kept: to be shared, turned over page by page, judged.</summary>
/// <param name="Command">With its values, for lists that have further pages; null for the answer to a question.</param>
internal sealed record KeptReply(string Question, Reply Reply, string? Command, IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>Ids of the statements that it told, in their order.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    public KeptAnswer Keep(string id) => new(id, JsonSerializer.Serialize(this, KeptJson.Default.KeptReply));

    /// <summary>Null when another version of the program wrote it in a way that is not understood any more.</summary>
    public static KeptReply? Read(KeptAnswer? kept)
    {
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize(kept.Body, KeptJson.Default.KeptReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptReply))]
internal sealed partial class KeptJson : JsonSerializerContext;
