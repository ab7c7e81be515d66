using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>Whose or which news somebody wants to hear of as soon as they stand on record.</summary>
/// <param name="Value">Canonical name, name without title, slug or statement id.</param>
/// <param name="Label">As it was called.</param>
public sealed record Follow(FollowKind What, string Value, string Label, Language Language)
{
    /// <summary>Of its standing order.</summary>
    public const string Kind = "follow";

    /// <summary>Of the slot of a bundle of news.</summary>
    public const string AlertKind = "alert";

    /// <summary>Of the record with the followed concern.</summary>
    public string? RecordId { get; init; }

    public StandingOrder Order(Delivery to, string ownerId, OrderState state = OrderState.Active)
    {
        ArgumentNullException.ThrowIfNull(to);
        var about = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{What} {Value}")))[..12];
        return new($"{Kind}/{to.Conversation.Platform}/{to.Conversation.Channel}/{about}", Kind, to, ownerId, state, JsonSerializer.Serialize(this, FollowJson.Default.Follow));
    }

    /// <summary>Null when it is none, or is not understood any more.</summary>
    public static Follow? Of(StandingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            return order.Kind == Kind ? JsonSerializer.Deserialize(order.Body, FollowJson.Default.Follow) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public enum FollowKind
{
    Organisation,
    Person,
    Topic,

    /// <summary>One concern or request: raised again elsewhere, or answered.</summary>
    Concern,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Follow))]
internal sealed partial class FollowJson : JsonSerializerContext;
