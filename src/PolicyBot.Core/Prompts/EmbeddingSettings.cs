namespace PolicyBot.Prompts;

/// <param name="Endpoint">Base address of an OpenAI-compatible service, such as <c>http://localhost:11434/v1</c>.</param>
/// <param name="ApiKey">A credential; empty where the service asks for none.</param>
public sealed record EmbeddingSettings(Uri Endpoint, string Name, string ApiKey);
