using System.Text.Json;

namespace PolicyBot.Discord.Gateway;

/// <param name="Place">Where the stream stands behind this event.</param>
internal sealed record GatewayEvent(string Type, JsonElement Data, GatewaySession Place);
