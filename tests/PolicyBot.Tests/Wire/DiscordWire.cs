using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Discord;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Discord;

namespace PolicyBot.Tests.Wire;

/// <summary>People in a Discord server.</summary>
internal sealed class DiscordWire(TimeProvider time, Func<IChatStore, (IChatHandler, IEgress)> answering) : WireChat(time, answering)
{
    private const string Direct = "400000000000000009";

    private Func<Task> _again = () => Task.CompletedTask;
    private string _form = "";
    private string _lastToken = "";

    public FakeDiscord Fake { get; private set; } = null!;

    public override Conversation Channel { get; } = new("discord", FakeDiscord.Guild, FakeDiscord.Channel, null, ConversationKind.Public);

    public override IReadOnlyList<string> Violations => [.. Fake.Violations];

    public override IReadOnlyList<Shown> Shown => [.. Fake.Messages.Where(m => m.Author == FakeDiscord.Bot).Select(Of)];

    public override Task<string> MentionAsync(string text, string? thread = null) =>
        WriteAsync($"<@{FakeDiscord.Bot}> {text}", DiscordEvents.TagsBot, thread ?? FakeDiscord.Channel, thread);

    public override Task<string> SayAsync(string text, string? thread = null, string? tags = null) =>
        WriteAsync(tags is null ? text : $"<@{tags}> {text}", tags is null ? "" : $$""","mentions":[{"id":"{{tags}}","username":"mong"}]""", thread ?? FakeDiscord.Channel, thread);

    public override Task DirectAsync(string text)
    {
        Fake.Bodies[$"GET channels/{Direct}"] = $$"""{"id":"{{Direct}}","type":1}""";
        var id = Fake.Put(Direct, User, text).Id;
        return EmitAsync("MESSAGE_CREATE", DiscordEvents.Message(id, Quoted(text), channel: Direct, guild: null));
    }

    public override Task CommandAsync(string name, params (string Option, string Value)[] options)
    {
        var given = new JsonArray([.. options.Select(o => new JsonObject { ["name"] = o.Option, ["type"] = 3, ["value"] = o.Value })]);
        return InteractAsync(2, new JsonObject { ["name"] = name, ["type"] = 1, ["options"] = given });
    }

    public override Task PressAsync(Shown on, string id, string? value = null)
    {
        _form = id;
        return InteractAsync(3, new JsonObject { ["custom_id"] = id, ["component_type"] = 2 }, $$""","message":{"id":"{{on.Id}}"}""");
    }

    public override async Task SubmitAsync(string comment)
    {
        await UntilAsync(() => Fake.Requests.Any(r => r.Path.EndsWith("/callback", StringComparison.Ordinal) && r.Body!.Value.GetProperty("type").GetInt32() == 9));
        var field = new JsonObject { ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "comment", ["value"] = comment } };
        await InteractAsync(5, new JsonObject { ["custom_id"] = _form, ["components"] = new JsonArray(field) }, ""","message":{"id":"800000000000000001"}""");
    }

    public override Task EditAsync(string message, string text) =>
        EmitAsync("MESSAGE_UPDATE", DiscordEvents.Message(message, Quoted($"<@{FakeDiscord.Bot}> {text}"), DiscordEvents.TagsBot + """,    "edited_timestamp":"2026-03-02T09:00:00Z" """));

    public override Task DeleteAsync(string message) => EmitAsync("MESSAGE_DELETE", $$"""{"id":"{{message}}","channel_id":"{{FakeDiscord.Channel}}","guild_id":"{{FakeDiscord.Guild}}"}""");

    public override Task DeliverAgainAsync() => _again();

    public override void ExpireHandles() => Fake.DeadTokens[_lastToken] = 1;

    protected override async Task OpenAsync() => Fake = await FakeDiscord.StartAsync(Time);

    protected override IChatPlatform Connect(SqliteChatStore store) =>
        new DiscordPlatform(Fake.Options(readsThreads: true), CommandCatalogue.All, new Nothing(), store, Time, NullLogger.Instance, () => 0.5);

    protected override Task CloseAsync() => Fake.DisposeAsync().AsTask();

    private async Task<string> WriteAsync(string text, string more, string channel, string? thread)
    {
        // A thread is a channel of its own, and has the id of the message that it hangs under.
        if (thread is not null) Fake.Bodies[$"GET channels/{thread}"] = $$"""{"id":"{{thread}}","type":11,"guild_id":"{{FakeDiscord.Guild}}","parent_id":"{{FakeDiscord.Channel}}"}""";
        var id = Fake.Put(channel, User, text).Id;
        await EmitAsync("MESSAGE_CREATE", DiscordEvents.Message(id, Quoted(text), more, channel));
        return id;
    }

    private Task InteractAsync(int type, JsonObject data, string more = "")
    {
        // An id of Discord's carries its moment; an old one would be past answering.
        var id = (((Time.GetUtcNow().ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + Next()).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _lastToken = "token-" + id;
        return EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction(id, type, data.ToJsonString(), more));
    }

    private async Task EmitAsync(string type, string json)
    {
        _again = () => Fake.Gateway.EmitAsync(type, json);
        await _again();
    }

    private Shown Of(FakeMessage message)
    {
        var body = JsonElement.Parse(message.Body.ToJsonString());
        var token = message.Id.StartsWith("original-token-", StringComparison.Ordinal) ? message.Id["original-token-".Length..] : null;
        var isPrivate = token is not null
            ? Fake.Requests.Any(r => r.Path == $"/interactions/{token}/token-{token}/callback" && r.Body!.Value.TryGetProperty("data", out var data) && (data.GetProperty("flags").GetInt32() & 64) != 0)
            : body.TryGetProperty("flags", out var flags) && (flags.GetInt32() & 64) != 0;
        return new(message.Id, message.Channel == Direct ? Direct : FakeDiscord.Channel, message.Channel is FakeDiscord.Channel or Direct ? null : message.Channel, isPrivate, message.Content.Replace("\\", "", StringComparison.Ordinal), body, Wire.Shown.FindButtons(body));
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text)[1..^1];

    private sealed class Nothing : ISuggestions
    {
        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Suggestion>>([]);
    }
}
