using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Text;

namespace PolicyBot.Settings;

/// <summary>The subscriptions that stand in the settings: <c>Digests:0:Channel</c> and so on, in the words of the chat command.</summary>
internal static class DigestSettings
{
    public const string Key = "Digests";

    public static IReadOnlyList<string> Fields { get; } =
        ["Channel", "Time", "Cadence", "Day", "Zone", "Holidays", "Topic", "Organisation", "Language", "Quiet", "Unanswered", "Brief", "Owner"];

    /// <summary>Throws <see cref="SettingsException"/> with a line for each fault.</summary>
    public static IReadOnlyList<StandingOrder> Read(BotSettings settings, Func<string, string?> findTopic, Func<string, string> findOrganisation)
    {
        var read = settings.Table(Key).Select(entry => (entry.Index, Read: Read(entry.Index, entry.Values, settings["TimeZone"], findTopic, findOrganisation))).ToList();
        var faults = read.Where(r => r.Read.Fault is not null).Select(r => r.Read.Fault!).ToList();
        if (faults.Count > 0) throw new SettingsException(faults);
        return [.. read.Select(r => r.Read.Order!).DistinctBy(o => o.Id)];
    }

    /// <summary>One sentence a fault, whatever the topics file says.</summary>
    public static IEnumerable<string> FindFaults(IEnumerable<(string Index, IReadOnlyDictionary<string, string> Values)> table) =>
        table.Select(entry => Read(entry.Index, entry.Values, "Etc/UTC", name => name, name => name).Fault).OfType<string>();

    private static (StandingOrder? Order, string? Fault) Read(string index, IReadOnlyDictionary<string, string> values, string zone, Func<string, string?> findTopic, Func<string, string> findOrganisation)
    {
        if (Place(values.GetValueOrDefault("channel") ?? "") is not { } conversation) return (null, $"{Key}:{index}:Channel: name the channel as slack/C0123456789 or discord/112233445566. / 채널을 slack/C0123456789 또는 discord/112233445566 꼴로 쓰십시오.");
        var (read, fault) = In(Language.English);
        return read is null ? (null, $"{Key}:{index}: {fault} / {In(Language.Korean).Fault}") : (read.Order(conversation, values.GetValueOrDefault("owner")), null);

        (Subscription? Read, string? Fault) In(Language language) =>
            new SubscriptionWords(language, findTopic, findOrganisation).Read(new() { Zone = zone, Language = Language.Korean, IsFromSettings = true }, values);
    }

    /// <summary>Null for what can be no channel's id, such as its name: nothing would ever arrive there. Who reads there is not known: it is told what everybody may know.</summary>
    public static Conversation? Place(string channel) => channel.Split('/') switch
    {
        ["slack", ['C' or 'D' or 'G', _, ..] id] when id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) => new("slack", "", id, null, ConversationKind.Shared),
        ["discord", { Length: > 0 } id] when id.All(char.IsAsciiDigit) => new("discord", "", id, null, ConversationKind.Shared),
        _ => null,
    };
}
