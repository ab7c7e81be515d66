using System.Text.Json.Serialization;

namespace PolicyBot.Answers.Grounding;

/// <summary>What a model proposes: sentences, each with the numbers of the statements that it tells.</summary>
internal sealed record PhrasedPoints(IReadOnlyList<PhrasedPoint> Points);

internal sealed record PhrasedPoint(string Text, IReadOnlyList<int> Statements);

/// <summary>What a model proposes to read a follow-up as.</summary>
internal sealed record ReadQuestion(string Question);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PhrasedPoints))]
[JsonSerializable(typeof(ReadQuestion))]
internal sealed partial class PhrasedJson : JsonSerializerContext;
