using AngleSharp.Dom;

namespace PolicyBot.Records.Reading;

/// <summary>Elements that are no part of an article: by their nature, because they are hidden, or by the names that site builders give them.</summary>
internal static class HtmlNoise
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "noscript", "template", "nav", "aside", "footer", "iframe", "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "audio", "video", "canvas", "svg", "math", "button", "select",
        "option", "input", "textarea", "dialog", "menu", "map", "xmp", "plaintext", "listing", "datalist", "title",
    };

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "comment", "comments", "reply", "replies", "share", "sharing", "sns", "social", "related", "relation", "relate", "recommend", "recommended", "recommendation", "banner", "ad", "ads", "adv", "advert", "advertisement", "advertising", "adsense",
        "sponsor", "sponsored", "promo", "promotion", "sidebar", "aside", "widget", "popular", "ranking", "rank", "mostread", "newsletter", "subscribe", "subscription", "breadcrumb", "breadcrumbs", "gnb", "lnb", "snb", "nav", "navigation",
        "navbar", "footer", "cookie", "popup", "modal", "pagination", "pager", "toolbar", "skipnav", "disqus", "taboola", "outbrain", "dableads",
    };

    /// <param name="byName">Also by class and id; off when that would leave nothing of the page.</param>
    public static bool Is(IElement element, bool byName)
    {
        var name = element.LocalName;
        if (Elements.Contains(name) || IsHidden(element)) return true;
        if (name == "header" && !HasAncestor(element, "article") && !HasAncestor(element, "main")) return true;
        if (!byName || name is "html" or "body" or "main" or "article" || element.GetAttribute("itemprop") == "articleBody") return false;
        return element.GetAttribute("role") is "navigation" or "banner" or "complementary" or "contentinfo" or "search" || IsNamed(element.ClassName) || IsNamed(element.Id);
    }

    /// <summary>Whether the element stands inside of such a one, as the site's name in the page's head does.</summary>
    public static bool Holds(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (Is(at, byName: true)) return true;
        }

        return false;
    }

    /// <summary>What a reader of the page cannot see must not speak from the archive either.</summary>
    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        if (element.GetAttribute("style") is not { } style) return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasAncestor(IElement element, string name)
    {
        for (var above = element.ParentElement; above is not null; above = above.ParentElement)
        {
            if (above.LocalName == name) return true;
        }

        return false;
    }

    /// <summary>Compares word by word: <c>related-news</c> and <c>newsRelated</c> are meant, <c>correlated</c> is not.</summary>
    private static bool IsNamed(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 500) return false;
        var start = 0;
        for (var i = 1; i <= names.Length; i++)
        {
            var border = i == names.Length || !char.IsAsciiLetter(names[i]) || (char.IsUpper(names[i]) && char.IsLower(names[i - 1]));
            if (!border) continue;
            while (start < i && !char.IsAsciiLetter(names[start])) start++;
            if (i > start && Names.Contains(names[start..i].ToLowerInvariant())) return true;
            start = i;
        }

        return false;
    }
}
