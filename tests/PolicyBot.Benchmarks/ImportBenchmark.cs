using System.Diagnostics;
using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Benchmarks;

/// <summary><c>import [--records N...]</c>: files to archive to index, everything understood, at growing sizes. Seconds per record must not grow.</summary>
internal static class ImportBenchmark
{
    private static readonly int[] Sizes = [1_000, 10_000];

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Where(arg => arg != "--records")
            .Select(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        if (sizes.Contains(0))
        {
            await Console.Error.WriteLineAsync("import [--records N...]");
            return 2;
        }

        foreach (var size in sizes.Length > 0 ? sizes : Sizes) await MeasureAsync(size);
        return 0;
    }

    private static async Task MeasureAsync(int records)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-import-").FullName;
        try
        {
            var input = Path.Combine(folder, "in");
            var characters = Generate(input, records);
            var data = Path.Combine(folder, "data");
            var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
            var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
            await using var archive = SqliteArchive.Open(data, organisations, TimeProvider.System);
            var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);
            Print($"{records} records, {characters * 2 / 1e6:0.0} MB of text");

            var (result, import) = await TimeAsync(() => importer.ImportAsync([input], new Checkpoints(records), CancellationToken.None));
            if (result.Imported != records) throw new InvalidOperationException($"{result.Imported} of {records} imported: {result.Stopped ?? result.Rejected[0].Reason}");
            Print($"  import     {import.TotalSeconds,8:0.0} s  {records / import.TotalSeconds,6:0} records/s, {result.Records.Sum(r => r.Statements)} statements");
            var (_, again) = await TimeAsync(() => importer.ImportAsync([input], null, CancellationToken.None));
            Print($"  unchanged  {again.TotalSeconds,8:0.0} s");
            var (all, ledger) = await TimeAsync(() => archive.FindStatementsAsync(new() { Clearance = Grade.Classified, Limit = int.MaxValue }, CancellationToken.None));
            Print($"  ledger     {ledger.TotalSeconds,8:0.0} s  {all.Count} statements");
            using var index = PassageIndex.Open(Path.Combine(data, "index"));
            var (_, follow) = await TimeAsync(() => new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None));
            Print($"  index      {follow.TotalSeconds,8:0.0} s");
            Print($"  disk       store {Bytes(data, "policybot.db*") / 1e6:0.0} MB, {Bytes(data, "policybot.db*") / records:0} bytes/record; index {Bytes(Path.Combine(data, "index"), "*") / 1e6:0.0} MB; peak memory {PeakMegabytes():0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The speed of each tenth: it must not fall as the archive grows.</summary>
    private sealed class Checkpoints(int records) : IProgress<ImportProgress>
    {
        private int _records;
        private TimeSpan _elapsed;

        public void Report(ImportProgress value)
        {
            if (value.Records < records && value.Records - _records < records / 10) return;
            Print($"  {100.0 * value.Records / records,4:0} %     {value.Elapsed.TotalSeconds,8:0.0} s  {(value.Records - _records) / (value.Elapsed - _elapsed).TotalSeconds,6:0} records/s, peak {PeakMegabytes():0} MB");
            (_records, _elapsed) = (value.Records, value.Elapsed);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
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

    private static double Bytes(string folder, string pattern) => new DirectoryInfo(folder).GetFiles(pattern).Sum(file => file.Length);
}
