namespace PolicyBot.Tests.Discord;

/// <summary>What Discord tells, in a line each.</summary>
internal static class DiscordEvents
{
    public const string User = "500000000000000001";

    public static string Message(string id, string content, string more = "", string channel = FakeDiscord.Channel, string? guild = FakeDiscord.Guild) =>
        $$$"""{"id":"{{{id}}}","channel_id":"{{{channel}}}",{{{(guild is null ? "" : $"\"guild_id\":\"{guild}\",")}}}"type":0,"content":"{{{content}}}","author":{"id":"{{{User}}}","username":"hong","global_name":"홍길동"}{{{more}}}}""";

    public const string TagsBot = $$""","mentions":[{"id":"{{FakeDiscord.Bot}}"}]""";

    public static string Mention(string id, string content) => Message(id, $"<@{FakeDiscord.Bot}> {content}", TagsBot);

    public static string Interaction(string id, int type, string data, string more = "")
    {
        var who = $"\"guild_id\":\"{FakeDiscord.Guild}\",\"member\":{{\"user\":{{\"id\":\"{User}\"}}}}";
        return $$$"""{"id":"{{{id}}}","application_id":"{{{FakeDiscord.Application}}}","token":"token-{{{id}}}","type":{{{type}}},"channel_id":"{{{FakeDiscord.Channel}}}","locale":"ko",{{{who}}},"data":{{{data}}}{{{more}}}}""";
    }

    public static string Ask(string id, string question) => Interaction(id, 2, $$"""{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"{{question}}"}]}""");

    public static string Press(string id, string button, string values = "[]") => Interaction(id, 3, $$"""{"custom_id":"{{button}}","component_type":2,"values":{{values}}}""", ""","message":{"id":"800000000000000001"}""");
}
