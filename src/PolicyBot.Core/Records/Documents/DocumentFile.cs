using System.Xml;
using PolicyBot.Records.Documents.Calendars;
using PolicyBot.Records.Documents.Feeds;
using PolicyBot.Records.Documents.Hwp;
using PolicyBot.Records.Documents.Hwpx;
using PolicyBot.Records.Documents.Mail;
using PolicyBot.Records.Documents.Office;
using PolicyBot.Records.Documents.Pdf;
using PolicyBot.Records.Documents.Word;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>Reads documents of formats that do harm, by what they hold rather than by their extension. Only the child process calls it.</summary>
internal sealed class DocumentFile(TimeProvider time, DateOnly today, CancellationToken cancellationToken)
{
    /// <summary>With the dot, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".pdf", ".docx", ".hwpx", ".hwp", ".pptx", ".xlsx", ".eml", ".rss", ".atom", ".xml", ".ics", ".zip"];

    public IEnumerable<DocumentStep> Open(string path, byte[] bytes)
    {
        if (!IsZip(bytes)) return [new(path, 0, () => Read(path, bytes))];
        var package = ZipPackage.Open(bytes);
        return DocumentSignature.KindOf(package) == PackageKind.Archive && IsArchive(path) ? Unpack(path, package) : [new(path, 0, () => Read(path, bytes))];
    }

    /// <summary>Whatever a damaged file makes a reader throw costs this file alone; memory that runs out costs the process.</summary>
    public static IReadOnlyList<ReadResult> Attempt(string path, Func<IReadOnlyList<ReadResult>> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (RecordFile.Describe(fault) is { } reason && fault is not EndOfStreamException)
        {
            return [new(path, null, reason)];
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return [new(path, null, "Its XML declares a document type, as no office program does: it may have been made to do harm. Save it anew and import that. / XML에 문서 형식(DTD) 선언이 있습니다. 오피스 프로그램은 그렇게 쓰지 않으므로 해를 끼치려는 파일일 수 있습니다. 새로 저장해 가져오십시오.")];
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            return [new(path, null, $"The file is cut off or damaged ({Excerpt.Of(fault.Message.ReplaceLineEndings(" "), 120)}). Open it in the program that made it, save it again and import that. / 파일이 잘렸거나 손상되었습니다. 원래 프로그램에서 열어 다시 저장한 뒤 가져오십시오.")];
        }
    }

    private List<ReadResult> Read(string path, byte[] bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (bytes.Length == 0) throw new UnreadableRecordException("The file is empty. / 파일이 비어 있습니다.");
        if (TextFile.Is(path) && !FileSignature.IsDocument(bytes)) return [.. TextFile.Read(path, bytes, time, cancellationToken)];
        if (IsZip(bytes)) return [new(path, ReadPackage(path, bytes), null)];
        if (DocumentSignature.IsPdf(bytes)) return [new(path, PdfReader.Read(bytes), null)];
        if (CompoundFile.Is(bytes)) return [new(path, ReadCompound(bytes), null)];
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".eml" when DocumentSignature.IsText(bytes) => new MailReader(time, cancellationToken).Read(path, bytes, ReadAttachment),
            ".rss" or ".atom" or ".xml" when DocumentSignature.IsText(bytes) && !DocumentSignature.IsPage(bytes) => new FeedReader(path, time, cancellationToken).Read(bytes),
            ".ics" when DocumentSignature.IsText(bytes) => new CalendarReader(today, time, cancellationToken).Read(path, bytes),
            _ => throw DocumentSignature.Refuse(path, bytes),
        };
    }

    /// <summary>Each entry is a document with a result of its own. Pictures and the like among them are passed over.</summary>
    private IEnumerable<DocumentStep> Unpack(string path, ZipPackage package)
    {
        var entries = package.Entries.Where(e => IsDocument(e.FullName)).ToList();
        if (entries.Count == 0) throw new UnreadableRecordException($"It holds no document of a kind that is read ({string.Join(' ', RecordReader.SupportedExtensions.Order(StringComparer.Ordinal))}). / 읽을 수 있는 형식의 문서가 들어 있지 않습니다.");
        return entries.Select((entry, at) =>
        {
            var name = $"{path} › {Shown(entry.FullName)}";
            return new DocumentStep(name, entries.Count - at - 1, () => IsArchive(name) ? throw Nested() : Read(name, package.UnpackAll(entry)));
        });
    }

    private static UnreadableRecordException Nested() => new("An archive or a message inside another one is not read. Take it out and import it by itself. / 압축 파일이나 메일 안에 든 압축 파일과 메일은 읽지 않습니다. 꺼내어 따로 가져오십시오.");

    private static bool IsDocument(string name) =>
        !name.StartsWith("__MACOSX/", StringComparison.Ordinal) && !name[(name.LastIndexOfAny(['/', '\\']) + 1)..].StartsWith('.') && RecordReader.CanRead(name.Replace('\0', '_'));

    private static bool IsArchive(string path) => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>An entry's name is for the eye alone: without control characters, and no longer than a line.</summary>
    public static string Shown(string name) => Excerpt.Of(new string([.. name.Where(c => !char.IsControl(c))]), 200) is var shown && shown.EndsWith('…') ? shown + Path.GetExtension(name) : shown;

    /// <summary>What is attached may be anything but a container of more.</summary>
    private List<ReadResult> ReadAttachment(string name, byte[] bytes) =>
        IsArchive(name) || Path.GetExtension(name).Equals(".eml", StringComparison.OrdinalIgnoreCase) ? throw Nested() : Read(name, bytes);

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    private static Record ReadPackage(string path, byte[] bytes)
    {
        using var package = ZipPackage.Open(bytes);
        return DocumentSignature.KindOf(package) switch
        {
            PackageKind.Word => WordReader.Read(package),
            PackageKind.Hwpx => HwpxReader.Read(package),
            PackageKind.Slides => SlideReader.Read(package),
            PackageKind.Sheets => SheetReader.Read(package),
            PackageKind.OpenDocument => throw new UnreadableRecordException("The file is an OpenDocument file. Save it as DOCX, XLSX or PPTX and import that. / OpenDocument 파일입니다. DOCX, XLSX, PPTX로 저장해 가져오십시오."),
            _ => throw new UnreadableRecordException($"The file is named {Path.GetExtension(path)}, but it is a ZIP archive with no such document in it. Unpack it and import what is in it. / 이름은 {Path.GetExtension(path)}이지만 그런 문서가 아닌 ZIP 압축 파일입니다. 압축을 풀어 안의 파일을 가져오십시오."),
        };
    }

    private static Record ReadCompound(byte[] bytes)
    {
        var file = CompoundFile.Open(bytes);
        return file.Has("FileHeader") ? HwpReader.Read(file) : throw DocumentSignature.Refuse(file);
    }
}

/// <summary>One document of a file, not yet read.</summary>
/// <param name="Left">How many come after it.</param>
internal sealed record DocumentStep(string Path, int Left, Func<IReadOnlyList<ReadResult>> Read);
