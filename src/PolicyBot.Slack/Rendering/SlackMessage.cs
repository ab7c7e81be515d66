using System.Text.Json.Nodes;

namespace PolicyBot.Slack.Rendering;

/// <summary>A rendered body as it is stored: Slack's own fields, and a few of ours that say how it is sent and are taken off before.</summary>
internal sealed class SlackMessage
{
    public const string Stream = "stream";
    public const string Lead = "lead";
    public const string View = "view";
    public const string File = "file";
    public const string Prompts = "prompts";

    private readonly JsonObject _body;

    public SlackMessage(string body)
    {
        _body = JsonNode.Parse(body)!.AsObject();
        StreamedText = (string?)_body[Stream];
        LeadBlocks = (int?)_body[Lead] ?? 0;
    }

    /// <summary>Markdown in place of the first <see cref="LeadBlocks"/> blocks; null when the message is not for streaming.</summary>
    public string? StreamedText { get; }

    public int LeadBlocks { get; }

    public JsonObject? Find(string part) => _body[part] as JsonObject;

    public JsonArray? FindPrompts() => _body[Prompts] as JsonArray;

    /// <summary>Without blocks when a layout was refused.</summary>
    public JsonObject Compose(bool withBlocks = true)
    {
        var message = new JsonObject
        {
            ["text"] = (string?)_body["text"] ?? "…",
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["link_names"] = false,
            ["parse"] = "none",
        };
        if (withBlocks && _body["blocks"] is { } blocks) message["blocks"] = blocks.DeepClone();
        return message;
    }

    /// <summary>What follows the streamed words.</summary>
    public JsonArray Rest() => new([.. (_body["blocks"]?.AsArray() ?? []).Skip(LeadBlocks).Select(b => b!.DeepClone())]);
}
