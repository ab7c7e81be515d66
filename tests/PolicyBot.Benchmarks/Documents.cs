using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using PolicyBot.Records.Documents;
using PolicyBot.Tests.Records.Documents;
using UglyToad.PdfPig;

namespace PolicyBot.Benchmarks;

/// <summary>
/// <c>documents [--files N]</c>: each format read by the bare library, by the readers in this process, and by the same readers in the child process, all to their text and on the same files.
/// What the child costs over reading here is its overhead; what a reader costs over the library is what it does besides: order, tables, notes, places.
/// The three take turns at small batches, so that whatever else the machine does falls on all alike, and each batch is compared with itself. Processor time is that of both processes.
/// </summary>
internal static class Documents
{
    private const int Batches = 5;
    private const int Rounds = 5;

    /// <summary>What a long batch costs is measured: a process that has just begun compiles most of that time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Press releases in a document: one of two or three pages, and one of twenty.</summary>
    public const int Short = 4;
    private const int Long = 32;

    /// <summary>One way of reading files, and what each batch cost.</summary>
    private sealed class Way(Action<List<string>> read)
    {
        public List<double> Clock { get; } = [];

        public List<double> Processor { get; } = [];

        public void WarmUp(List<string> paths)
        {
            for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Documents.WarmUp;) read(paths);
        }

        public void Measure(List<string> paths, Func<TimeSpan> processor)
        {
            var (begun, used) = (Stopwatch.GetTimestamp(), processor());
            read(paths);
            Clock.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            Processor.Add((processor() - used).TotalSeconds);
        }
    }

    public static int Run(string[] args)
    {
        var files = args is ["--files", var given] && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 200;
        foreach (var (count, releases) in ((int, int)[])[(files, Short), (Math.Max(files / 4, 1), Long)]) MeasureAll(count, releases);
        return 0;
    }

    private static void MeasureAll(int files, int releases)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files a format, each of {Encoding.UTF8.GetByteCount(string.Join("\n\n", Paragraphs(0, releases))) / 1e3:0} KB of text, {Batches * Rounds} batches in turn"));
        Console.WriteLine("format   KB/file   bare MB/s docs/s   here MB/s docs/s   child MB/s docs/s   child over here: clock, processor   child MB");
        foreach (var (extension, make, bare) in Formats(releases)) Measure(extension, make, bare, files);
    }

    private static void Measure(string extension, Func<int, byte[]> make, Action<byte[]> bare, int files)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-documents-");
        try
        {
            // As many again to warm up on: no way of reading gets to know the files that count.
            var paths = Enumerable.Range(0, files * 2).Select(n => Path.Combine(folder.FullName, $"{n}{extension}")).ToList();
            foreach (var (n, path) in paths.Index()) File.WriteAllBytes(path, make(n));
            using var child = new DocumentReader(DocumentReading.Program(), TimeProvider.System, new());
            Way[] ways = [new(all => all.ForEach(path => bare(File.ReadAllBytes(path)))), new(all => all.ForEach(Here)), new(all => Child(child, all))];
            foreach (var way in ways) way.WarmUp(paths[files..]);
            for (var round = 0; round < Rounds; round++)
                foreach (var batch in paths[..files].Chunk((files + Batches - 1) / Batches))
                    foreach (var way in ways) way.Measure([.. batch], () => Environment.CpuUsage.TotalTime + child.ProcessorTime);
            var bytes = paths[..files].Sum(p => new FileInfo(p).Length);
            var figures = ways.Select(way => way.Clock.Sum() / Rounds).Select(s => $"{(bytes / 1e6 / s).ToString("0.0", CultureInfo.InvariantCulture),9} {(files / s).ToString("0", CultureInfo.InvariantCulture),6}");
            var clock = Median(ways[2].Clock.Zip(ways[1].Clock, (c, h) => c / h)) - 1;
            // The system counts a process in hundredths of a second, too coarse for a batch: the sum is exact.
            var processor = (ways[2].Processor.Sum() / ways[1].Processor.Sum()) - 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{extension,-6} {bytes / 1e3 / files,9:0.0}   {string.Join("   ", figures)}   {clock,22:+0 %;-0 %} {processor,10:+0 %;-0 %}   {child.PeakBytes / 1e6,8:0}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Here(string path)
    {
        foreach (var step in new DocumentFile(TimeProvider.System, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), CancellationToken.None).Open(path, File.ReadAllBytes(path)))
            foreach (var result in DocumentFile.Attempt(step.Path, step.Read)) Check(result);
    }

    /// <summary>As an import of a folder does it.</summary>
    private static void Child(DocumentReader documents, List<string> paths)
    {
        foreach (var (at, path) in paths.Index())
            foreach (var result in documents.Read(path, long.MaxValue, paths.ElementAtOrDefault(at + 1), CancellationToken.None)) Check(result);
    }

    private static void Check(PolicyBot.Records.ReadResult result)
    {
        if (result.Record is null) throw new InvalidOperationException($"{result.Path}: {result.Refusal}");
    }

    public static IEnumerable<(string Extension, Func<int, byte[]> Make, Action<byte[]> Bare)> Formats(int releases)
    {
        yield return (".pdf", n => Pdf(n, releases).Bytes(), BarePdf);
        yield return (".docx", n => WordFile.Of(string.Concat(Paragraphs(n, releases).Select(WordFile.Paragraph)) + WordFile.Table(["업체", "건의"], ["A사", "전력 공급"])), BareZip);
        yield return (".hwpx", n => HwpxFile.Of(string.Concat(Paragraphs(n, releases).Select(HwpxFile.Paragraph))), BareZip);
        yield return (".hwp", n => Paragraphs(n, releases).Aggregate(new HwpFile(), (file, words) => file.Paragraph(words)).Bytes(), BareHwp);
        yield return (".pptx", n => Slides(n, releases), BareZip);
        yield return (".xlsx", n => Sheet(n, releases), BareZip);
        yield return (".eml", n => Encoding.UTF8.GetBytes($"Subject: {n}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join("\n\n", Paragraphs(n, releases))), Base64FormattingOptions.InsertLineBreaks)}\n"), bytes => Encoding.UTF8.GetString(bytes));
        yield return (".rss", n => Encoding.UTF8.GetBytes($"<rss><channel>{string.Concat(Paragraphs(n, releases).Select(p => $"<item><title>{p[..Math.Min(20, p.Length)]}</title><description>{p}</description></item>"))}</channel></rss>"), bytes => ReadXml(new MemoryStream(bytes)));
    }

    private static IEnumerable<string> Paragraphs(int number, int releases) =>
        Enumerable.Range(0, releases).SelectMany(n => GeneratedRecords.Text((number * releases) + n).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)).Select(p => p.Replace('\n', ' '));

    private static PdfFile Pdf(int number, int releases)
    {
        const int width = 45;
        var lines = Paragraphs(number, releases).SelectMany(p => p.Chunk(width).Select(c => new string(c)));
        return lines.Chunk(40).Aggregate(new PdfFile(), (file, page) => file.Lines(page));
    }

    private static byte[] Slides(int number, int releases)
    {
        const string ids = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        var slides = Paragraphs(number, releases).Chunk(5).ToList();
        return Zipped.Of([
            ("[Content_Types].xml", "<Types/>"),
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"p\" {ids}><p:sldIdLst>{string.Concat(slides.Select((_, n) => $"<p:sldId r:id=\"r{n}\"/>"))}</p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", $"<Relationships>{string.Concat(slides.Select((_, n) => $"<Relationship Id=\"r{n}\" Target=\"slides/slide{n}.xml\"/>"))}</Relationships>"),
            .. slides.Select((slide, n) => ($"ppt/slides/slide{n}.xml", $"<p:sld xmlns:p=\"p\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree><p:sp><p:txBody>{string.Concat(slide.Select(p => $"<a:p><a:r><a:t>{p}</a:t></a:r></a:p>"))}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>")),
        ]);
    }

    private static byte[] Sheet(int number, int releases)
    {
        const string ids = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        return Zipped.Of(
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", $"<workbook {ids}><sheets><sheet name=\"건의\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst>{string.Concat(Paragraphs(number, releases).Select(p => $"<si><t>{p}</t></si>"))}</sst>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{string.Concat(Paragraphs(number, releases).Select((_, n) => $"<row><c r=\"A{n + 1}\"><v>{n}</v></c><c r=\"B{n + 1}\" t=\"s\"><v>{n}</v></c></row>"))}</sheetData></worksheet>"));
    }

    private static void BarePdf(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        foreach (var page in document.GetPages()) _ = page.Text.Length;
    }

    private static void BareZip(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            using (var stream = entry.Open()) ReadXml(stream);
    }

    /// <summary>No library reads HWP on .NET: the container and the inflated sections stand for one.</summary>
    private static void BareHwp(byte[] bytes)
    {
        var section = PolicyBot.Records.Documents.Hwp.CompoundFile.Open(bytes).Find("BodyText/Section0")!;
        using var plain = new MemoryStream();
        using var inflated = new DeflateStream(new MemoryStream(section), CompressionMode.Decompress);
        inflated.CopyTo(plain);
        _ = Encoding.Unicode.GetString(plain.GetBuffer(), 0, (int)plain.Length & ~1);
    }

    private static void ReadXml(Stream stream)
    {
        var words = new StringBuilder();
        using var xml = XmlReader.Create(stream);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Text) words.Append(xml.Value);
    }
}
