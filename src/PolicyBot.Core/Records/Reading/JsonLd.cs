using System.Text.Json;
using AngleSharp.Html.Dom;

namespace PolicyBot.Records.Reading;

/// <summary>What a page says of itself as linked data (schema.org NewsArticle and its kin).</summary>
internal sealed record JsonLd(string? Published, string? Author)
{
    private const int MaxLength = 256 * 1024;
    private const int MaxObjects = 200;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JsonLd Read(IHtmlDocument page)
    {
        foreach (var script in page.GetElementsByTagName("script").Where(s => s.GetAttribute("type") == "application/ld+json").Take(10))
        {
            if (script.TextContent.Length <= MaxLength && TryRead(script.TextContent) is { } found) return found;
        }

        return new(null, null);
    }

    private static JsonLd? TryRead(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Find(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Broken linked data is common and costs nothing but its hints.
            return null;
        }
    }

    private static JsonLd? Find(JsonElement root)
    {
        Queue<JsonElement> waiting = new([root]);
        for (var seen = 0; seen < MaxObjects && waiting.TryDequeue(out var element); seen++)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray().Take(MaxObjects)) waiting.Enqueue(item);
            }

            if (element.ValueKind != JsonValueKind.Object) continue;
            if (Text(element, "datePublished") is { } published) return new(published, AuthorOf(element));
            if (element.TryGetProperty("@graph", out var graph)) waiting.Enqueue(graph);
        }

        return null;
    }

    private static string? AuthorOf(JsonElement article)
    {
        if (!article.TryGetProperty("author", out var author)) return null;
        if (author.ValueKind == JsonValueKind.Array && author.GetArrayLength() > 0) author = author[0];
        return author.ValueKind == JsonValueKind.Object ? Text(author, "name") : author.ValueKind == JsonValueKind.String ? author.GetString() : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
