using System.Diagnostics;
using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Benchmarks;

/// <summary><c>import [--records N]...</c>: files to archive to index, everything understood, at growing sizes. Seconds per record must not grow.</summary>
internal static class ImportBenchmark
{
    private static readonly int[] Sizes = [1_000, 10_000];

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Chunk(2).Select(pair => pair is ["--records", var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 0).ToArray();
        if (sizes.Contains(0))
        {
            await Console.Error.WriteLineAsync("import [--records N]...");
            return 2;
        }

        Console.WriteLine($"{"records",9} {"MB text",8} {"import s",9} {"records/s",10} {"statements",10} {"again s",8} {"index s",8} {"MB store",9} {"MB index",9} {"peak MB",8}");
        foreach (var size in sizes.Length > 0 ? sizes : Sizes) await MeasureAsync(size);
        return 0;
    }

    private static async Task MeasureAsync(int records)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-import-").FullName;
        try
        {
            var characters = Generate(Path.Combine(folder, "in"), records);
            var data = Path.Combine(folder, "data");
            var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
            var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
            await using var archive = SqliteArchive.Open(data, organisations, TimeProvider.System);
            var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);

            var (result, import) = await TimeAsync(() => importer.ImportAsync([Path.Combine(folder, "in")], null, CancellationToken.None));
            var (_, again) = await TimeAsync(() => importer.ImportAsync([Path.Combine(folder, "in")], null, CancellationToken.None));
            using var index = PassageIndex.Open(Path.Combine(data, "index"));
            var (_, follow) = await TimeAsync(() => new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None));
            if (result.Imported != records) throw new InvalidOperationException($"{result.Imported} of {records} imported: {result.Stopped ?? result.Rejected[0].Reason}");

            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{records,9} {characters * 2 / 1e6,8:0.0} {import.TotalSeconds,9:0.0} {records / import.TotalSeconds,10:0} {result.Records.Sum(r => r.Statements),10} {again.TotalSeconds,8:0.0} {follow.TotalSeconds,8:0.0} {Megabytes(data, "policybot.db*"),9:0.0} {Megabytes(Path.Combine(data, "index"), "*"),9:0.0} {process.PeakWorkingSet64 / 1e6,8:0}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Generate(string folder, int records)
    {
        long characters = 0;
        for (var number = 0; number < records; number++)
        {
            var text = GeneratedRecords.Text(number);
            characters += text.Length;
            var file = Path.Combine(folder, (number / 1000).ToString("D3", CultureInfo.InvariantCulture), $"{number:D6}.txt");
            if (number % 1000 == 0) Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return characters;
    }

    private static async Task<(T Result, TimeSpan Took)> TimeAsync<T>(Func<Task<T>> work)
    {
        var begun = Stopwatch.GetTimestamp();
        return (await work(), Stopwatch.GetElapsedTime(begun));
    }

    private static double Megabytes(string folder, string pattern) => new DirectoryInfo(folder).GetFiles(pattern).Sum(file => file.Length) / 1e6;
}
