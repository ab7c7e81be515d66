namespace PolicyBot.Prompts;

/// <param name="Endpoint">Base address of an OpenAI-compatible service, such as <c>http://localhost:11434/v1</c>.</param>
/// <param name="ApiKey">A credential; empty where the service asks for none.</param>
/// <param name="Timeout">Longest wait for the whole reply.</param>
/// <param name="FirstToken">Longest wait for its first piece: a service that hangs must not hold up the answer.</param>
/// <param name="CallsPerDay">Of one user, and ten times as many of one channel, each local day.</param>
public sealed record ModelSettings(Uri Endpoint, string Name, string ApiKey, TimeSpan Timeout, TimeSpan FirstToken, int CallsPerDay);
