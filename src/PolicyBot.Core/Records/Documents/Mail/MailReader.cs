using System.Globalization;
using System.Text;
using PolicyBot.Records.Layout;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Mail;

/// <summary>A saved message (.eml): its text is one record, each attachment another.</summary>
internal sealed class MailReader(TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <param name="readAttachment">By name and content.</param>
    public List<ReadResult> Read(string path, byte[] bytes, Func<string, byte[], IReadOnlyList<ReadResult>> readAttachment)
    {
        var mail = MailPart.Read(bytes);
        if (mail["From"].Length + mail["Subject"].Length + mail["Date"].Length == 0) throw new UnreadableRecordException("The file is named .eml, but it has no sender, subject or date: it is no saved message. / 이름은 .eml이지만 보낸 사람, 제목, 날짜가 없어 저장된 메일이 아닙니다. 메일을 다시 저장해 가져오십시오.");
        var leaves = mail.Leaves();
        var text = leaves.Find(p => p.FileName is null && p.Type == "text/plain") ?? leaves.Find(p => p.FileName is null && p.Type == "text/html");
        List<ReadResult> results = [];
        if (text is not null) results.AddRange(DocumentFile.Attempt(path, () => [new(path, ReadText(mail, text), null)]));
        foreach (var part in leaves.Where(p => p.FileName is { } name && RecordReader.CanRead(name)))
        {
            var name = $"{path} › {DocumentFile.Shown(part.FileName!)}";
            results.AddRange(DocumentFile.Attempt(name, () => readAttachment(name, part.Decode())));
        }

        return results.Count > 0 ? results : throw new UnreadableRecordException("The message holds neither text nor an attachment that is read. / 메일에 글도, 읽을 수 있는 첨부 파일도 없습니다.");
    }

    private Record ReadText(MailPart mail, MailPart part)
    {
        var bytes = part.Decode();
        var charset = part.Parameters.GetValueOrDefault("charset") is { } name ? HtmlCharset.Find(name.ToLowerInvariant()) : null;
        var record = part.Type == "text/html" ? new HtmlReader(time, cancellationToken).Read(bytes) : null;
        var text = record?.Text ?? TextDecoder.Decode(bytes, charset);
        var fields = new RecordFields
        {
            Title = MailHeader.Words(mail["Subject"]) is { Length: > 0 } subject ? Excerpt.Of(subject.Trim(), 199) : null,
            Published = Day(mail["Date"]),
            Metadata = mail["From"].Length > 0 ? new Dictionary<string, string> { ["from"] = MailHeader.Words(mail["From"]) } : [],
        };
        return RecordAssembly.Assemble(fields, text, record?.Parts ?? TextLayout.Read(text));
    }

    private static DateOnly? Day(string header)
    {
        // A comment with the zone's name may stand at the end: (KST).
        var written = header.Split('(')[0].Trim();
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? DateOnly.FromDateTime(sent.ToOffset(Seoul).DateTime) : null;
    }
}
