using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>Title, day, address and author of a page, each from the surest place that has it.</summary>
internal static class HtmlMetadata
{
    private const int MaxTitle = 200;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "parsely-pub-date", "sailthru.date", "dcterms.created", "dc.date.issued",
        "dc.date", "dcterms.date", "date",
    ];

    private static readonly string[] TitleBreaks = [" < ", " | ", " :: ", " » ", " — ", " – ", " - ", " : "];

    public static RecordFields Read(IHtmlDocument page, string head, DateOnly today)
    {
        var metas = Metas(page);
        var linked = JsonLd.Read(page);
        var author = metas.GetValueOrDefault("author") ?? metas.GetValueOrDefault("article:author") ?? linked.Author;
        return new()
        {
            Title = Title(page, metas),
            Published = Published(page, metas, linked, today) ?? DateLanguage.FindPublished(head),
            Sources = Source(page, metas) is { } source ? [source] : [],
            Metadata = author is { Length: > 0 and < MaxTitle } && !IsAddress(author) ? new() { ["byline"] = author } : new Dictionary<string, string>(),
        };
    }

    private static Dictionary<string, string> Metas(IHtmlDocument page)
    {
        Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.GetElementsByTagName("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name is not null && meta.GetAttribute("content")?.Trim() is { Length: > 0 } content) metas.TryAdd(name.Trim(), content);
        }

        return metas;
    }

    private static string? Title(IHtmlDocument page, Dictionary<string, string> metas)
    {
        var site = metas.GetValueOrDefault("og:site_name");
        var given = metas.GetValueOrDefault("og:title") is { } open ? WithoutSite(open, site) : null;
        given ??= Words(page.GetElementsByTagName("h1").FirstOrDefault(h => Words(h) is not null && !HtmlNoise.Holds(h)));
        given ??= Words(page.GetElementsByTagName("title").FirstOrDefault(t => t is IHtmlTitleElement)) is { } title ? BeforeBreak(title) : null;
        return given is null ? null : Excerpt.Of(given, MaxTitle - 1);
    }

    private static string WithoutSite(string title, string? site)
    {
        if (site is not { Length: > 0 } || !title.EndsWith(site, StringComparison.Ordinal)) return title;
        var rest = title[..^site.Length].TrimEnd(' ', '-', '|', '<', ':', '–', '—', '»');
        return rest.Length > 0 ? rest : title;
    }

    /// <summary>The title ahead of the site's name: "제목 &lt; 경제 &lt; 예시신문", "Title | Example News".</summary>
    private static string BeforeBreak(string title)
    {
        foreach (var mark in TitleBreaks)
        {
            var at = mark is " < " or " | " or " :: " or " » " ? title.IndexOf(mark, StringComparison.Ordinal) : title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at >= 8 && (at >= title.Length / 2 || mark is " < " or " | ")) return title[..at].TrimEnd();
        }

        return title;
    }

    private static DateOnly? Published(IHtmlDocument page, Dictionary<string, string> metas, JsonLd linked, DateOnly today)
    {
        foreach (var name in PublishedNames)
        {
            if (metas.TryGetValue(name, out var content) && Day(content) is { } day) return day;
        }

        if (linked.Published is { } published && Day(published) is { } stated) return stated;
        // A day that is still to come is that of an event the page announces.
        return page.GetElementsByTagName("time")
            .Where(t => !HtmlNoise.Is(t, byName: true))
            .Select(t => t.GetAttribute("datetime") is { } written ? Day(written) : null)
            .FirstOrDefault(d => d is { } day && day <= today);
    }

    private static DateOnly? Day(string written) => written.Length > 100 ? null : PublicationDay.TryParse(written) ?? DateLanguage.FindPublished(written);

    private static string? Source(IHtmlDocument page, Dictionary<string, string> metas)
    {
        var canonical = page.GetElementsByTagName("link").FirstOrDefault(l => l.GetAttribute("rel") == "canonical")?.GetAttribute("href");
        return new[] { canonical, metas.GetValueOrDefault("og:url") }.FirstOrDefault(a => a is { Length: < 2000 } && IsAddress(a));
    }

    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static string? Words(IElement? element)
    {
        if (element is null) return null;
        System.Text.StringBuilder words = new();
        HtmlSpace.Append(words, element.TextContent);
        return words.ToString().Trim() is { Length: > 0 } found ? found : null;
    }
}
