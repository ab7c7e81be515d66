using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>What stands in the fake's channels, and who is in it.</summary>
internal sealed class FakeWorkspace
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _messages = [];
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private int _stamps;

    /// <summary>Fields of <c>conversations.info</c> by channel; unlisted ones are public.</summary>
    public ConcurrentDictionary<string, JsonObject> Channels { get; } = new();

    /// <summary>Fields of <c>users.info</c> by user; unlisted ones are members.</summary>
    public ConcurrentDictionary<string, JsonObject> Users { get; } = new();

    /// <summary>Who is in a channel; in unlisted ones the usual user and the bot.</summary>
    public ConcurrentDictionary<string, string[]> Members { get; } = new();

    /// <summary>Members by user group; unlisted ones do not exist.</summary>
    public ConcurrentDictionary<string, string[]> UserGroups { get; } = new();

    public IReadOnlyList<JsonObject> Messages
    {
        get
        {
            lock (_gate) return [.. _messages];
        }
    }

    public IReadOnlyCollection<string> OpenStreams
    {
        get
        {
            lock (_gate) return [.. _streams];
        }
    }

    /// <summary>The server gives up its open streams.</summary>
    public void ExpireStreams()
    {
        lock (_gate) _streams.Clear();
    }

    public JsonObject Apply(string method, JsonElement body, ConcurrentQueue<string> violations)
    {
        lock (_gate)
        {
            return method switch
            {
                "auth.test" => new() { ["ok"] = true, ["user_id"] = FakeSlackServer.BotUser, ["bot_id"] = "B0BOT", ["team_id"] = "T1" },
                "conversations.info" => new() { ["ok"] = true, ["channel"] = Channels.GetValueOrDefault(Text(body, "channel"))?.DeepClone() ?? new JsonObject { ["is_channel"] = true } },
                "users.info" => new() { ["ok"] = true, ["user"] = Users.GetValueOrDefault(Text(body, "user"))?.DeepClone() ?? new JsonObject { ["team_id"] = "T1", ["name"] = "gildong", ["locale"] = "ko-KR" } },
                "users.list" => new() { ["ok"] = true, ["members"] = new JsonArray([.. Users.Select(u => Listed(u.Key, u.Value))]) },
                "conversations.members" => new() { ["ok"] = true, ["members"] = new JsonArray([.. Members.GetValueOrDefault(Text(body, "channel"), ["U1", FakeSlackServer.BotUser]).Select(m => (JsonNode)m)]) },
                "usergroups.users.list" => UserGroups.TryGetValue(Text(body, "usergroup"), out var members) ? new() { ["ok"] = true, ["users"] = new JsonArray([.. members.Select(m => (JsonNode)m)]) } : Error("no_such_subteam"),
                "chat.postMessage" => Post(body),
                "chat.update" => Update(body),
                "chat.startStream" => Start(body, violations),
                "chat.appendStream" => Append(body, violations),
                "chat.stopStream" => Stop(body),
                "conversations.history" or "conversations.replies" => Read(body),
                "conversations.open" => new() { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = "D0NEW" } },
                "chat.postEphemeral" => new() { ["ok"] = true, ["message_ts"] = NewStamp() },
                "views.open" or "views.publish" or "assistant.threads.setStatus" or "assistant.threads.setSuggestedPrompts" => new() { ["ok"] = true },
                "files.completeUploadExternal" => Share(body),
                _ => Error("unknown_method"),
            };
        }
    }

    private static JsonObject Listed(string id, JsonObject fields)
    {
        var user = fields.DeepClone().AsObject();
        user["id"] = id;
        return user;
    }

    private JsonObject Post(JsonElement body)
    {
        var message = JsonNode.Parse(body.GetRawText())!.AsObject();
        message["ts"] = NewStamp();
        message["user"] = FakeSlackServer.BotUser;
        _messages.Add(message);
        return Ok(message);
    }

    /// <summary>The message that a shared file stands in.</summary>
    private JsonObject Share(JsonElement body)
    {
        var message = JsonNode.Parse(body.GetRawText())!.AsObject();
        message["channel"] = Text(body, "channel_id");
        message["ts"] = NewStamp();
        message["user"] = FakeSlackServer.BotUser;
        _messages.Add(message);
        return new() { ["ok"] = true, ["files"] = message["files"]?.DeepClone() };
    }

    private JsonObject Update(JsonElement body)
    {
        if (Find(body) is not { } message) return Error("message_not_found");
        foreach (var field in JsonNode.Parse(body.GetRawText())!.AsObject().ToList()) message[field.Key] = field.Value?.DeepClone();
        return Ok(message);
    }

    private JsonObject Start(JsonElement body, ConcurrentQueue<string> violations)
    {
        foreach (var name in (string[])["thread_ts", "recipient_team_id", "recipient_user_id"])
            if (Text(body, name).Length == 0) violations.Enqueue($"chat.startStream lacks {name}");
        var message = new JsonObject { ["channel"] = Text(body, "channel"), ["thread_ts"] = Text(body, "thread_ts"), ["text"] = Text(body, "markdown_text"), ["ts"] = NewStamp(), ["user"] = FakeSlackServer.BotUser };
        _messages.Add(message);
        _streams.Add((string)message["ts"]!);
        return Ok(message);
    }

    private JsonObject Append(JsonElement body, ConcurrentQueue<string> violations)
    {
        if (Text(body, "markdown_text").Length < 256) violations.Enqueue("chat.appendStream with less than 256 characters");
        if (Find(body) is not { } message || !_streams.Contains(Text(body, "ts"))) return Error("message_not_in_streaming_state");
        message["text"] = (string)message["text"]! + Text(body, "markdown_text");
        return Ok(message);
    }

    private JsonObject Stop(JsonElement body)
    {
        if (Find(body) is not { } message || !_streams.Remove(Text(body, "ts"))) return Error("message_not_in_streaming_state");
        foreach (var name in (string[])["blocks", "metadata"])
            if (body.TryGetProperty(name, out var value)) message[name] = JsonNode.Parse(value.GetRawText());
        return Ok(message);
    }

    private JsonObject Read(JsonElement body)
    {
        var thread = Text(body, "ts");
        var found = _messages.Where(m => (string?)m["channel"] == Text(body, "channel") && (thread.Length == 0 || (string?)m["thread_ts"] == thread)).Select(m => m.DeepClone());
        return new() { ["ok"] = true, ["messages"] = new JsonArray([.. found]) };
    }

    private JsonObject? Find(JsonElement body) => _messages.FirstOrDefault(m => (string?)m["ts"] == Text(body, "ts"));

    private string NewStamp() => (1_800_000_000 + (++_stamps / 1_000_000m)).ToString("0.000000", CultureInfo.InvariantCulture);

    private static JsonObject Ok(JsonObject message) => new() { ["ok"] = true, ["ts"] = (string)message["ts"]!, ["channel"] = (string?)message["channel"], ["message"] = message.DeepClone() };

    private static JsonObject Error(string code) => new() { ["ok"] = false, ["error"] = code };

    private static string Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
