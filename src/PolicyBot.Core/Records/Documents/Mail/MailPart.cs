using System.Text;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Mail;

/// <summary>One part of a message (RFC 2045, 2046): its headers, and its bytes as they were sent or the parts within.</summary>
internal sealed class MailPart
{
    private const int MaxDepth = 8;
    private const int MaxParts = 500;
    private const int MaxHeaders = 64 * 1024;

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadOnlyMemory<byte> _body;

    private MailPart(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        var name = "";
        while (at < bytes.Length)
        {
            if (at > MaxHeaders) throw new UnreadableRecordException("The message's headers are longer than those of any mail. Get it again from where it came. / 메일 머리글이 지나치게 깁니다. 메일을 다시 저장해 가져오십시오.");
            var line = NextLine(bytes.Span, ref at);
            if (line.Length == 0) break;
            if (line[0] is ' ' or '\t') _headers[name] = _headers.GetValueOrDefault(name) + " " + line.Trim();
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) _headers.TryAdd(name = line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        _body = bytes[Math.Min(at, bytes.Length)..];
        (Type, Parameters) = MailHeader.Split(this["Content-Type"] is { Length: > 0 } type ? type : "text/plain");
    }

    /// <summary>Such as <c>text/plain</c>, in lower case.</summary>
    public string Type { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public string? FileName
    {
        get
        {
            var (_, disposition) = MailHeader.Split(this["Content-Disposition"]);
            return disposition.GetValueOrDefault("filename") ?? Parameters.GetValueOrDefault("name");
        }
    }

    public string this[string header] => _headers.GetValueOrDefault(header) ?? "";

    public static MailPart Read(byte[] bytes) => new(bytes);

    /// <summary>The parts that are no containers, in order.</summary>
    public List<MailPart> Leaves()
    {
        var leaves = new List<MailPart>();
        var waiting = new Stack<(MailPart Part, int Depth)>([(this, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (leaves.Count + waiting.Count > MaxParts) throw new UnreadableRecordException($"The message has more than {MaxParts} parts. Save its attachments and import them. / 메일이 {MaxParts}개보다 많은 부분으로 되어 있습니다. 첨부 파일을 저장해 가져오십시오.");
            if (!next.Part.Type.StartsWith("multipart/", StringComparison.Ordinal)) leaves.Add(next.Part);
            else if (next.Depth == MaxDepth) throw new UnreadableRecordException($"The message's parts nest deeper than {MaxDepth} levels. Save its text alone and import that. / 메일이 {MaxDepth}단계보다 깊이 겹쳐 있습니다. 글만 저장해 가져오십시오.");
            else foreach (var part in next.Part.Split().AsEnumerable().Reverse()) waiting.Push((part, next.Depth + 1));
        }

        return leaves;
    }

    public byte[] Decode() => this["Content-Transfer-Encoding"].Trim().ToLowerInvariant() switch
    {
        "base64" => MailHeader.Base64(Encoding.Latin1.GetString(_body.Span)),
        "quoted-printable" => MailHeader.QuotedPrintable(_body.Span, underscores: false),
        _ => _body.ToArray(),
    };

    private List<MailPart> Split()
    {
        var parts = new List<MailPart>();
        if (Parameters.GetValueOrDefault("boundary") is not { Length: > 0 } boundary) return parts;
        var (mark, at, start) = ("--" + boundary, 0, -1);
        while (at < _body.Length)
        {
            var begin = at;
            var line = NextLine(_body.Span, ref at);
            if (!line.StartsWith(mark, StringComparison.Ordinal)) continue;
            if (start >= 0) parts.Add(new(_body[start..Math.Max(start, begin - 1)]));
            if (parts.Count > MaxParts) throw new UnreadableRecordException($"The message has more than {MaxParts} parts. Save its attachments and import them. / 메일이 {MaxParts}개보다 많은 부분으로 되어 있습니다. 첨부 파일을 저장해 가져오십시오.");
            start = at;
            if (line.AsSpan(mark.Length).StartsWith("--")) return parts;
        }

        if (start >= 0 && start < _body.Length) parts.Add(new(_body[start..]));
        return parts;
    }

    private static string NextLine(ReadOnlySpan<byte> bytes, ref int at)
    {
        var rest = bytes[at..];
        var length = rest.IndexOf((byte)'\n');
        at += length < 0 ? rest.Length : length + 1;
        return MailHeader.Raw((length < 0 ? rest : rest[..length]).TrimEnd((byte)'\r'));
    }
}
