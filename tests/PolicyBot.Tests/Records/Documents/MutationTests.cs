using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PolicyBot.Records;
using PolicyBot.Records.Documents;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>
/// Broken documents by the thousand, through the child process as an import reads them: none may end this process, each refusal names its file and reason, and the good neighbour between them is always read.
/// POLICYBOT_MUTATIONS sets how many.
/// </summary>
public sealed class MutationTests : TemporaryFiles
{
    private const int Default = 10_000;
    private const int BetweenGood = 250;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Broken_documents_harm_nobody()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("POLICYBOT_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Default;
        var seeds = Seeds();
        using var documents = DocumentReaderTests.Documents();
        var reader = new RecordReader(TimeProvider.System) { Documents = documents };
        var (refused, taken, slowest) = (0, 0, TimeSpan.Zero);
#pragma warning disable CA5394 // Predictable on purpose: a failure can be run again.
        var random = new Random(20_250_724);
        for (var n = 0; n < count; n++)
        {
            var (name, bytes) = seeds[n % seeds.Count];
            var path = Write($"{n % 50}-{name}", bytes.AsSpan().StartsWith("PK"u8) && random.Next(2) == 0 ? MutateWithin(bytes, random) : Mutate(bytes, random));
            var begun = Stopwatch.GetTimestamp();
            foreach (var result in reader.Read(path, Token))
            {
                Assert.StartsWith(path, result.Path, StringComparison.Ordinal);
                Assert.True(result.Record is not null ^ !string.IsNullOrWhiteSpace(result.Refusal), $"mutation {n} of {name}");
                if (result.Record is not null) taken++;
                if (result.Refusal is { } reason)
                {
                    refused++;
                    Assert.False(reason.Contains("died", StringComparison.Ordinal) || reason.Contains("stopped", StringComparison.Ordinal), $"mutation {n} of {name}: {reason}");
                }
            }

            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
            if (n % BetweenGood == 0) Assert.NotNull(Assert.Single(reader.Read(Write("good.docx", WordFile.Of(WordFile.Paragraph("이웃의 말"))), Token)).Record);
        }
#pragma warning restore CA5394

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} mutations, {refused} refused, {taken} read, the slowest took {slowest.TotalSeconds:0.00} s, the child at most {documents.PeakBytes / 1048576} MB");
        Assert.True(refused > count / 10 && taken > count / 20, $"{refused} refused, {taken} read");
        Assert.True(slowest < Longest, $"one took {slowest}");
        Assert.InRange(documents.PeakBytes, 0, 512L * 1024 * 1024);
    }

    private static List<(string Name, byte[] Bytes)> Seeds()
    {
        var table = HwpFile.Mark(11, "tbl ");
        List<(string, byte[])> seeds =
        [
            ("a.docx", WordFile.Of(WordFile.Paragraph("홍길동 대표의 말") + WordFile.Table(["가", "나"], ["다", "라"]))),
            ("a.hwpx", HwpxFile.Of(HwpxFile.Paragraph("이몽룡 차관의 말") + HwpxFile.Run(HwpxFile.Table(["가", "나"])))),
            ("a.hwp", new HwpFile().Paragraph("성춘향 위원의 말").Paragraph(table).Table(1, ["가", "나"], ["다", "라"]).Bytes()),
            ("plain.hwp", new HwpFile().Paragraph($"말{HwpFile.Mark(17, "fn  ")}").Control("fn  ").List(2).Paragraph("각주", 2).Paragraph(table).Table(1, ["가", "나"]).Bytes(0)),
            ("a.pdf", new PdfFile().Lines("변학도 의원의 말", "둘째 줄").Page((50, 700, "업체"), (200, 700, "건의")).Bytes()),
            ("a.zip", Zipped.Of([("1.txt", "첫째"u8.ToArray()), ("2.docx", WordFile.Of(WordFile.Paragraph("둘째")))])),
            ("a.eml", "Subject: =?utf-8?B?66eQ?=\nDate: Thu, 24 Jul 2025 10:00:00 +0900\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=EB=A7=90\n--b--\n"u8.ToArray()),
            ("a.rss", "<rss><channel><item><title>제목</title><description>&lt;p&gt;말&lt;/p&gt;</description></item></channel></rss>"u8.ToArray()),
        ];
        Assert.All(seeds, seed => Assert.All(ReadDocuments.All(seed.Item1, seed.Item2), read => Assert.NotNull(read.Record)));
        // The samples hold little text: half of the mutations are of documents that do.
        return [.. Enumerable.Repeat(seeds, 5).SelectMany(s => s), .. PdfSamples()];
    }

    private static IEnumerable<(string, byte[])> PdfSamples()
    {
        var samples = Path.GetFullPath(Path.Combine(SharedData.Config, "..", "..", "shared", "data", "attacks", "pdf-samples.jsonl"));
        return !File.Exists(samples) ? [] : File.ReadLines(samples).Take(40).Select((line, at) => ($"sample{at}.pdf", Convert.FromBase64String(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("b64").GetString()!)));
    }

#pragma warning disable CA5394
    /// <summary>Breaks what is packed, not the package: its checksums are right again.</summary>
    private static byte[] MutateWithin(byte[] bytes, Random random)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return Zipped.Of([.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open()) packed.CopyTo(content);
            return (entry.FullName, random.Next(2) == 0 ? Mutate(content.ToArray(), random) : content.ToArray());
        })]);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var broken = bytes.ToArray();
        for (var change = random.Next(1, 8); change > 0 && broken.Length > 4; change--)
        {
            var at = random.Next(broken.Length);
            switch (random.Next(6))
            {
                case 0: broken[at] = (byte)random.Next(256); break;
                case 1: broken[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: broken = broken[..Math.Max(1, at)]; break;
                case 3: broken = [.. broken[..at], .. broken[Math.Min(broken.Length, at + random.Next(1, 200))..]]; break;
                case 4: broken = [.. broken[..at], .. broken[Math.Max(0, at - random.Next(1, 200))..at], .. broken[at..]]; break;
                default: broken.AsSpan(at, Math.Min(4, broken.Length - at)).Fill(random.Next(2) == 0 ? (byte)0xFF : (byte)0); break;
            }
        }

        return broken;
    }
#pragma warning restore CA5394
}
