using System.Diagnostics;
using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Benchmarks;

/// <summary><c>reimport [--files N]</c>: a folder of documents of all formats, imported three times with nothing changed in between; the next build has to read them all again.</summary>
internal static class ReimportBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var files = args is ["--files", var given] && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1000;
        var folder = Directory.CreateTempSubdirectory("policybot-reimport-").FullName;
        try
        {
            var input = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
            var formats = Documents.Formats(Documents.Short).ToList();
            for (var at = 0; at < files; at++)
            {
                var (extension, make, _) = formats[at % formats.Count];
                await File.WriteAllBytesAsync(Path.Combine(input, string.Create(CultureInfo.InvariantCulture, $"{at:D6}{extension}")), make(at));
            }

            var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
            var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
            await using var archive = SqliteArchive.Open(Path.Combine(folder, "data"), organisations, TimeProvider.System);
            foreach (var (what, build) in ((string, string)[])[("first", "1"), ("again", "1"), ("by the next build", "2")])
            {
                using var documents = new DocumentReader(DocumentReading.Program(), TimeProvider.System, new());
                var importer = new Importer(archive, new(TimeProvider.System) { Documents = documents, Build = build }, new(organisations), new(organisations, topics), TimeProvider.System);
                var (begun, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var result = await importer.ImportAsync([input], null, CancellationToken.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {what}: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - used + documents.ProcessorTime).TotalSeconds:0.00} s of processor; imported {result.Imported}, unchanged {result.Unchanged}, refused {result.Rejected.Count}"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
