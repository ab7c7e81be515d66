using System.Globalization;
using System.Text;
using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Feeds;

/// <summary>A saved RSS or Atom feed: each item is a record, with its own day and address.</summary>
internal sealed class FeedReader(string path, TimeProvider time, CancellationToken cancellationToken) : XmlWalker
{
    private const int MaxItems = 5000;

    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    private readonly List<ReadResult> _results = [];
    private readonly StringBuilder _words = new();
    private Dictionary<string, string>? _item;
    private bool _isFeed;

    public List<ReadResult> Read(byte[] bytes)
    {
        using var xml = SafeXml.Open(new StringReader(TextDecoder.Decode(bytes, Declared(bytes))));
        Walk(xml);
        if (!_isFeed) throw new UnreadableRecordException("The file is XML, but neither an RSS nor an Atom feed. Save the text in it as .txt or .html and import that. / XML 파일이지만 RSS나 Atom 피드가 아닙니다. 안의 글을 .txt나 .html로 저장해 가져오십시오.");
        return _results.Count > 0 ? _results : throw new UnreadableRecordException("The feed has no items. / 피드에 글이 없습니다.");
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        _isFeed |= name is "rss" or "feed" or "RDF";
        if (name is "item" or "entry" && _isFeed) _item = new(StringComparer.Ordinal);
        else if (name == "link" && xml.GetAttribute("href") is { } address && xml.GetAttribute("rel") is null or "alternate") _item?.TryAdd("link", address);
        _words.Clear();
        return true;
    }

    protected override void End(string name)
    {
        if (_item is null) return;
        if (name is not ("item" or "entry"))
        {
            if (!string.IsNullOrWhiteSpace(_words.ToString())) _item.TryAdd(name, _words.ToString().Trim());
            _words.Clear();
            return;
        }

        if (_results.Count == MaxItems) throw new UnreadableRecordException($"The feed has more than {MaxItems} items. Split it. / 피드의 글이 {MaxItems}건보다 많습니다. 나누어 가져오십시오.");
        var (item, place) = (_item, $"{path}:{_results.Count + 1}");
        _results.AddRange(DocumentFile.Attempt(place, () => [new(place, Item(item), null)]));
        _item = null;
    }

    protected override void Text(string words) => _words.Append(words);

    private Record Item(Dictionary<string, string> item)
    {
        var title = item.GetValueOrDefault("title");
        var body = First(item, "encoded", "content", "description", "summary") ?? title ?? throw new UnreadableRecordException("The item has no text. / 이 글에는 내용이 없습니다.");
        var read = new HtmlReader(time, cancellationToken).Read(Encoding.UTF8.GetBytes($"<body><article><p>{body}</p></article></body>"));
        var fields = new RecordFields { Title = title is null ? null : Excerpt.Of(title, 199), Published = Day(First(item, "pubDate", "published", "date", "updated")), Sources = item.GetValueOrDefault("link") is { } link ? [link] : [] };
        return RecordAssembly.Assemble(fields, read.Text, read.Parts);
    }

    private static string? First(Dictionary<string, string> item, params string[] names) => names.Select(item.GetValueOrDefault).FirstOrDefault(v => v is not null);

    private static DateOnly? Day(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? DateOnly.FromDateTime(day.ToOffset(Seoul).DateTime) : null;

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        var at = head.IndexOf("encoding=", StringComparison.Ordinal);
        return at < 0 || head.Length < at + 12 ? null : HtmlCharset.Find(head[(at + 10)..].Split('"', '\'')[0].ToLowerInvariant());
    }
}
