using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>How chat values stand in columns of the chat.</summary>
internal static class ChatColumns
{
    private static ChatJson Json => field ??= new(new(ChatJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(ChatMessage message) => JsonSerializer.Serialize(message, Json.ChatMessage);

    public static string Of(Delivery delivery) => JsonSerializer.Serialize(delivery, Json.Delivery);

    public static string Of(ChannelSettings settings) => JsonSerializer.Serialize(settings, Json.ChannelSettings);

    public static ChatMessage Message(this DbDataReader row, int column) => JsonSerializer.Deserialize(row.GetString(column), Json.ChatMessage)!;

    public static Delivery Delivery(this DbDataReader row, int column) => JsonSerializer.Deserialize(row.GetString(column), Json.Delivery)!;

    public static ChannelSettings Settings(this DbDataReader row, int column) => JsonSerializer.Deserialize(row.GetString(column), Json.ChannelSettings)!;

    public static DateTimeOffset Moment(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? MomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(ChannelSettings))]
internal sealed partial class ChatJson : JsonSerializerContext;
