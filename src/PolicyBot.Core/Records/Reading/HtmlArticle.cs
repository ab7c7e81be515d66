using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PolicyBot.Records.Reading;

/// <summary>The article of a page: found where running text is dense, or where the page says it is.</summary>
/// <param name="Kinds">What the mark-up tells of a line, by the offset at which it begins.</param>
/// <param name="Head">Short lines around its beginning, in which the day of publication may stand.</param>
internal sealed record HtmlArticle(string Text, IReadOnlyDictionary<int, TextPartKind> Kinds, string Head)
{
    private const int MinArticle = 140;
    private const int MinParagraph = 25;
    private const int MaxHeadLine = 120;
    private const int MaxHead = 4000;

    public static HtmlArticle Find(IHtmlDocument page, CancellationToken cancellationToken)
    {
        if (page.DocumentElement is not { } root) return new("", new Dictionary<int, TextPartKind>(), "");
        var all = HtmlBlock.Collect(root, byName: false, cancellationToken);
        var blocks = HtmlBlock.Collect(root, byName: true, cancellationToken);
        // Class names mislead on some pages: when they would take nearly everything away, they are not believed.
        if (blocks.Sum(b => b.Text.Length) < MinArticle && all.Sum(b => b.Text.Length) > 2 * MinArticle) blocks = all;
        var scope = Scope(blocks) ?? root;
        var chosen = blocks.Where(b => IsWithin(b.Container, scope)).ToList();
        var body = chosen.Where(b => !b.IsLinkList || b.IsHeading || b.Text.Length > 200).ToList();
        if (body.Count == 0) body = chosen;
        var first = chosen.Count == 0 ? all.Count : Math.Max(0, all.FindIndex(b => b.Text == chosen[0].Text));
        var head = all.Take(first).TakeLast(15).Concat(chosen.Take(5)).Concat(all.Skip(first).Take(5)).Where(b => b.Text.Length <= MaxHeadLine).Select(b => b.Text);
        return Join(body, string.Join('\n', head));
    }

    private static HtmlArticle Join(List<HtmlBlock> blocks, string head)
    {
        StringBuilder text = new();
        Dictionary<int, TextPartKind> kinds = [];
        foreach (var block in blocks)
        {
            if (text.Length > 0) text.Append("\n\n");
            if (block.IsHeading) kinds[text.Length] = TextPartKind.Heading;
            else if (block.Name is "figcaption" or "caption") kinds[text.Length] = TextPartKind.Caption;
            text.Append(block.Text);
        }

        return new(text.ToString(), kinds, head.Length > MaxHead ? head[..MaxHead] : head);
    }

    /// <summary>The marked article when it holds at least half of what the densest element holds, else that element.</summary>
    private static IElement? Scope(List<HtmlBlock> blocks)
    {
        Dictionary<IElement, double> density = [];
        Dictionary<IElement, int> marked = [];
        foreach (var block in blocks)
        {
            if (block.Text.Length < MinParagraph || block.IsLinkList) continue;
            var weight = block.Text.Length - block.LinkChars;
            density[block.Container] = density.GetValueOrDefault(block.Container) + weight;
            if (block.Container.ParentElement is { } above) density[above] = density.GetValueOrDefault(above) + (weight / 2.0);
            for (var at = block.Container; at is not null; at = at.ParentElement)
            {
                if (IsMarked(at)) marked[at] = marked.GetValueOrDefault(at) + weight;
            }
        }

        if (density.Count == 0) return null;
        var (densest, score) = density.MaxBy(d => d.Value);
        var articles = marked.Where(m => m.Value >= MinArticle && m.Value * 2 >= score).ToList();
        return articles.Count == 0 ? densest : articles.MaxBy(m => (Rank(m.Key), m.Value)).Key;
    }

    private static bool IsMarked(IElement element) => Rank(element) > 0;

    private static int Rank(IElement element) => element.GetAttribute("itemprop") == "articleBody" ? 3 : element.LocalName switch { "article" => 2, "main" => 1, _ => 0 };

    private static bool IsWithin(IElement element, IElement scope)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at == scope) return true;
        }

        return false;
    }
}
