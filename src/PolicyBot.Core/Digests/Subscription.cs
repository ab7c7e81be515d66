using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>When a conversation gets its digest, and what stands in it. One a conversation.</summary>
public sealed record Subscription
{
    /// <summary>Of its standing order.</summary>
    public const string Kind = "digest";

    /// <summary>Of the slot of a brief before a meeting.</summary>
    public const string BriefKind = "brief";

    public TimeOnly At { get; init; } = new(8, 30);

    /// <summary>IANA name.</summary>
    public required string Zone { get; init; }

    public Cadence Cadence { get; init; } = Cadence.Weekdays;

    /// <summary>Of a weekly one.</summary>
    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>Korean public holidays, substitute days included.</summary>
    public bool SkipsHolidays { get; init; }

    /// <summary>Slugs; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Canonical names; empty for all.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    public Language Language { get; init; }

    /// <summary>Says nothing when nothing is new, instead of one line.</summary>
    public bool IsSilentWhenQuiet { get; init; }

    public int UnansweredDays { get; init; } = 30;

    /// <summary>How many hours before a meeting its brief comes; null sends none.</summary>
    public int? BriefHours { get; init; }

    /// <summary>Whether it stands in the settings file, and is changed there alone.</summary>
    public bool IsFromSettings { get; init; }

    /// <summary>How old a missed digest may be and still be sent.</summary>
    [JsonIgnore]
    public TimeSpan CatchUpLimit => Cadence == Cadence.Weekly ? TimeSpan.FromDays(2) : TimeSpan.FromHours(12);

    [JsonIgnore]
    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public static string IdOf(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return $"{Kind}/{conversation.Platform}/{conversation.Channel}";
    }

    public StandingOrder Order(Conversation conversation, string? ownerId, OrderState state = OrderState.Active)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return new(IdOf(conversation), Kind, new() { Conversation = conversation with { Thread = null } }, ownerId, state, JsonSerializer.Serialize(this, SubscriptionJson.Default.Subscription));
    }

    /// <summary>Null when another version of the program wrote it in a way that is not understood.</summary>
    public static Subscription? Of(StandingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            return JsonSerializer.Deserialize(order.Body, SubscriptionJson.Default.Subscription) is { } read && TimeZoneInfo.TryFindSystemTimeZoneById(read.Zone, out _) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public enum Cadence
{
    Daily,
    Weekdays,
    Weekly,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Subscription))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
