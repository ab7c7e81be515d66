using System.Globalization;
using System.Text.Json;

namespace PolicyBot.Discord.Events;

/// <summary>What is known of a channel or thread.</summary>
/// <param name="Type">Discord's number of its kind.</param>
/// <param name="Parent">Of a thread the channel it hangs under; of a channel its category.</param>
/// <param name="EveryoneSees">What the channel itself says of the everyone role; null leaves it to the server.</param>
internal sealed record Place(string Id, int Type, string? Guild, string? Parent, string? Name, bool? EveryoneSees)
{
    public const long ViewChannel = 1 << 10;

    private const int DirectType = 1, GroupType = 3, AnnouncementThread = 10, PublicThread = 11, PrivateThreadType = 12;

    public bool IsThread => Type is AnnouncementThread or PublicThread or PrivateThreadType;

    public bool IsPrivateThread => Type == PrivateThreadType;

    public bool IsDirect => Type == DirectType;

    public bool IsGroup => Type == GroupType;

    /// <param name="guild">When the channel itself does not say.</param>
    public static Place? Read(JsonElement channel, string? guild)
    {
        if (channel.Text("id") is not { } id || channel.Field("type").ValueKind != JsonValueKind.Number) return null;
        guild = channel.Text("guild_id") ?? guild;
        return new(id, (int)channel.Number("type"), guild, channel.Text("parent_id"), channel.Text("name"), EveryoneIn(channel, guild));
    }

    private static bool? EveryoneIn(JsonElement channel, string? guild)
    {
        // The everyone role has the server's own id.
        var overwrite = channel.Items("permission_overwrites").FirstOrDefault(o => o.Text("id") == guild);
        if (Has(overwrite, "allow", ViewChannel)) return true;
        return Has(overwrite, "deny", ViewChannel) ? false : null;
    }

    public static bool Has(JsonElement element, string field, long permission) =>
        ulong.TryParse(element.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && (bits & (ulong)permission) != 0;
}

/// <summary>What is known of a server.</summary>
/// <param name="IsOpenToAll">Listed in Discord's directory: anybody in the world may join.</param>
/// <param name="BotRole">People often tag the bot's role for the bot.</param>
internal sealed record Guild(string Id, bool EveryoneSees, bool IsOpenToAll, string? BotRole)
{
    public static Guild? Read(JsonElement guild, string bot)
    {
        if (guild.Text("id") is not { } id) return null;
        var everyone = guild.Items("roles").FirstOrDefault(r => r.Text("id") == id);
        var own = guild.Items("roles").FirstOrDefault(r => r.Field("tags").Text("bot_id") == bot);
        return new(id, Place.Has(everyone, "permissions", Place.ViewChannel), guild.Items("features").Any(f => f.AsText() == "DISCOVERABLE"), own.Text("id"));
    }
}
