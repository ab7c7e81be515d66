using System.Text;
using AngleSharp.Dom;

namespace PolicyBot.Records.Reading;

/// <summary>One paragraph, heading, list item or table row of a page with its white space closed up.</summary>
/// <param name="Container">The element whose running text this is: the parent of a paragraph, the element itself for bare text.</param>
/// <param name="LinkChars">How much of the text is links.</param>
internal sealed record HtmlBlock(string Text, string Name, IElement Container, int LinkChars)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "html", "body", "div", "p", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption",
        "form", "fieldset", "address", "hr", "center", "details", "summary", "hgroup",
    };

    public bool IsLinkList => LinkChars * 10 >= Text.Length * 6;

    public bool IsHeading => Name is ['h', >= '1' and <= '6'];

    /// <summary>Walks the page without recursion, in document order.</summary>
    public static List<HtmlBlock> Collect(IElement root, bool byName, CancellationToken cancellationToken)
    {
        List<HtmlBlock> found = [];
        StringBuilder text = new();
        var (linked, inLink, steps) = (0, 0, 0);
        for (INode? node = root; node is not null;)
        {
            if (++steps % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var skipped = node is IElement noise && noise != root && HtmlNoise.Is(noise, byName);
            if (!skipped) Enter(node);
            var next = skipped ? null : node.FirstChild;
            while (next is null && node is not null && node != root)
            {
                if (!skipped) Leave(node);
                skipped = false;
                next = node.NextSibling;
                if (next is null) node = node.Parent;
            }

            if (next is null) break;
            node = next;
        }

        Flush(root);
        return found;

        void Enter(INode node)
        {
            if (node is IText words)
            {
                var before = text.Length;
                HtmlSpace.Append(text, words.Data);
                if (inLink > 0) linked += text.Length - before;
            }
            else if (node is IElement element)
            {
                if (Blocks.Contains(element.LocalName)) Flush(element.ParentElement ?? root);
                if (element.LocalName == "br") HtmlSpace.Break(text);
                if (element.LocalName is "td" or "th") HtmlSpace.Append(text, " ");
                if (element.LocalName == "a") inLink++;
            }
        }

        void Leave(INode node)
        {
            if (node is not IElement element) return;
            if (Blocks.Contains(element.LocalName)) Flush(element);
            if (element.LocalName == "a") inLink--;
        }

        void Flush(IElement holder)
        {
            var words = text.ToString().Trim();
            if (words.Length > 0) found.Add(new(words, holder.LocalName, ContainerOf(holder), linked));
            text.Clear();
            linked = 0;
        }
    }

    private static IElement ContainerOf(IElement holder) =>
        holder.LocalName is "p" or "li" or "dt" or "dd" or "tr" or "pre" or "blockquote" or "figcaption" or "caption" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ? holder.ParentElement ?? holder : holder;
}
