using System.Text.Json.Serialization;

namespace PolicyBot.Answers.Grounding;

/// <summary>What a model proposes: sentences, each with the numbers of the statements that it tells.</summary>
internal sealed record PhrasedPoints(IReadOnlyList<PhrasedPoint> Points);

internal sealed record PhrasedPoint(string Text, IReadOnlyList<int> Statements);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PhrasedPoints))]
internal sealed partial class PhrasedJson : JsonSerializerContext;
