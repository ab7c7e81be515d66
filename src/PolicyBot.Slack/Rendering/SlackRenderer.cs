using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Rendering;

/// <summary>A reply as request bodies: as many messages as Slack's limits ask for, then files, then suggestions of a fresh thread.</summary>
internal static class SlackRenderer
{
    // Slack allows 50; refused messages near 13,200 characters over all, the fallback text counted with them.
    private const int MostBlocks = 45;
    private const int MostText = 10_000;
    private const int MostInAll = 12_000;
    private const int MostFallback = 3_700;
    private const int MostHomeBlocks = 95;

    /// <summary>Slack shows at most four suggestions under a fresh thread.</summary>
    private const int MostPrompts = 4;

    public static IReadOnlyList<string> Render(Reply reply, Delivery delivery)
    {
        if (delivery.Kind == DeliveryKind.Home) return [Write(Home(reply))];
        var prompts = IsFreshThread(reply, delivery) ? Prompts(reply) : null;
        var bodies = Messages(prompts is null ? reply : reply with { Suggestions = [] }).ToList();
        bodies.AddRange(reply.Files.Select(FileBody));
        if (prompts is not null) bodies.Add(prompts);
        return [.. bodies.Select(Write)];
    }

    /// <summary>Nobody said anything yet, and suggestions stand ready.</summary>
    private static bool IsFreshThread(Reply reply, Delivery delivery) =>
        reply.Suggestions.Count > 0 && delivery is { InReplyTo: null, Conversation: { Kind: ConversationKind.Direct, Thread: not null } };

    private static IEnumerable<JsonObject> Messages(Reply reply)
    {
        var lead = Lead(reply).ToList();
        var pages = Page([.. lead, .. Tail(reply)]).ToList();
        foreach (var page in pages)
        {
            var blocks = new JsonArray([.. page]);
            var body = new JsonObject { ["text"] = Fallback(page), ["blocks"] = blocks };
            if (pages.Count == 1 && StreamText.Render(reply) is { } stream && page.Count > 0)
            {
                body[SlackMessage.Stream] = stream;
                body[SlackMessage.Lead] = lead.Count;
            }

            yield return body;
        }
    }

    private static IEnumerable<JsonObject> Lead(Reply reply)
    {
        if (reply.Heading is { Length: > 0 } heading) yield return Blocks.Header(heading);
        foreach (var part in ReplyText.Lead(reply))
            foreach (var block in Blocks.Sections(part)) yield return block;
    }

    private static IEnumerable<JsonObject> Tail(Reply reply) =>
    [
        .. Blocks.Sections(string.Join('\n', reply.Citations.Select(ReplyText.Citation))),
        .. Blocks.Suggestions(reply.Suggestions),
        .. reply.Menu is null ? [] : Blocks.Menu(reply.Menu),
        .. Blocks.Buttons(reply.Buttons),
        .. reply.Footer is { Length: > 0 } footer ? [Blocks.Context(footer)] : Array.Empty<JsonObject>(),
    ];

    private static IEnumerable<List<JsonObject>> Page(IEnumerable<JsonObject> blocks)
    {
        var page = new List<JsonObject>();
        var length = 0;
        foreach (var block in blocks)
        {
            var added = TextOf(block).Length;
            if (page.Count > 0 && (page.Count == MostBlocks || length + added > MostText))
            {
                yield return page;
                (page, length) = ([], 0);
            }

            page.Add(block);
            length += added;
        }

        if (page.Count > 0) yield return page;
    }

    /// <summary>What notifications and screen readers show.</summary>
    private static string Fallback(List<JsonObject> page)
    {
        var texts = page.Select(TextOf).Where(t => t.Length > 0).ToList();
        var room = Math.Min(MostFallback, MostInAll - texts.Sum(t => t.Length));
        return texts.Count == 0 ? "…" : TextPieces.Split(string.Join('\n', texts), room) is [var first, ..] ? first : "…";
    }

    /// <summary>Headers are plain text in their block and escaped here; controls have no text of their own.</summary>
    private static string TextOf(JsonObject block) => block["type"]!.GetValue<string>() switch
    {
        "header" => Mrkdwn.Escape(block["text"]!["text"]!.GetValue<string>()),
        "section" => block["text"]!["text"]!.GetValue<string>(),
        "context" => block["elements"]![0]!["text"]!.GetValue<string>(),
        _ => "",
    };

    private static JsonObject Home(Reply reply) =>
        new() { [SlackMessage.View] = new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray([.. Lead(reply).Concat(Tail(reply)).Take(MostHomeBlocks)]) } };

    private static JsonObject FileBody(ReplyFile file) => new()
    {
        [SlackMessage.File] = new JsonObject { ["name"] = file.Name, ["title"] = TextPieces.Shorten(CleanText.Of(file.Description), 200), ["bytes"] = Convert.ToBase64String(file.Bytes.Span) },
    };

    private static JsonObject Prompts(Reply reply) => new()
    {
        [SlackMessage.Prompts] = new JsonArray([.. reply.Suggestions.Take(MostPrompts).Select(s => new JsonObject { ["title"] = TextPieces.Shorten(CleanText.Of(s), 75), ["message"] = CleanText.Of(s) })]),
    };

    private static string Write(JsonObject body) => body.ToJsonString(SlackBody.Written);
}
