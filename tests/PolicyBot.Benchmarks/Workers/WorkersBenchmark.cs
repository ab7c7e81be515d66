using System.Diagnostics;
using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;

namespace PolicyBot.Benchmarks.Workers;

/// <summary>
/// <c>workers --connection C [--records N] [--seconds N] [--changes N]</c>: an archive on PostgreSQL, its index rebuilt, questions answered by one process and by two, and how soon a change of one is found by the other.
/// </summary>
internal static class WorkersBenchmark
{
    private static readonly string[] Questions =
        ["전력 문제는 누가 제기했나?", "인허가 건의에 뭐라고 답했나?", "Who asked for tax benefits?", "예시부는 예산에 대해 무엇을 약속했나?", "아직 답이 없는 건의는?", "B사는 무엇을 요구했나?"];

    private static readonly Organisations Organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
    private static readonly Topics Topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--child", var connection, var folder, var seconds]) return await AnswerAsync(connection, folder, int.Parse(seconds, CultureInfo.InvariantCulture));
        var at = Array.IndexOf(args, "--connection");
        if (at < 0)
        {
            await Console.Error.WriteLineAsync("workers --connection C [--records N] [--seconds N] [--changes N]; the database must be empty or one of an earlier run");
            return 2;
        }

        await MeasureAsync(args[at + 1], Option(args, "--records", 9_000), Option(args, "--seconds", 20), Option(args, "--changes", 300));
        return 0;
    }

    private static async Task MeasureAsync(string connection, int records, int seconds, int changes)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-workers-").FullName;
        try
        {
            await using var archive = PostgresArchive.Open(connection, Organisations, TimeProvider.System);
            await FillAsync(archive, Path.Combine(folder, "in"), records);
            foreach (var name in (string[])["1", "2"])
            {
                using var index = PassageIndex.Open(Path.Combine(folder, name));
                var begun = Stopwatch.GetTimestamp();
                await new IndexFollower(archive, index, new(Organisations)).FollowAsync(null, CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
                Print($"rebuild    {index.CountVisible(Grade.Classified)} passages in {took:0.0} s, {index.CountVisible(Grade.Classified) / took:0}/s, {new DirectoryInfo(Path.Combine(folder, name)).GetFiles().Sum(f => f.Length) / 1e6:0.0} MB");
            }

            var one = await AnswerAsync(connection, folder, seconds, ["1"]);
            var two = await AnswerAsync(connection, folder, seconds, ["1", "2"]);
            Print($"questions  one process  {one.PerSecond,7:0.0}/s, {one.PerCpuSecond,7:0.0} per second of processor");
            Print($"questions  two          {two.PerSecond,7:0.0}/s, {two.PerCpuSecond,7:0.0} per second of processor each");
            Print($"factor     {two.PerSecond / one.PerSecond:0.00} by the clock on this machine, {2 * two.PerCpuSecond / one.PerCpuSecond:0.00} where each has a processor of its own");
            await FollowAsync(archive, connection, folder, changes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(PostgresArchive archive, string input, int records)
    {
        if ((await archive.MeasureAsync(Grade.Classified, CancellationToken.None)).Records >= records) return;
        Directory.CreateDirectory(input);
        for (var number = 0; number < records; number++) await File.WriteAllTextAsync(Path.Combine(input, $"{number:D6}.txt"), GeneratedRecords.Text(number));
        var begun = Stopwatch.GetTimestamp();
        var result = await Importer(archive).ImportAsync([input], null, CancellationToken.None);
        Print($"import     {result.Imported} records, {result.Imported / Stopwatch.GetElapsedTime(begun).TotalSeconds:0}/s {result.Stopped}");
    }

    private static Importer Importer(IArchive archive) =>
        new(archive, new RecordReader(TimeProvider.System), new MeetingReader(Organisations), new StatementReader(Organisations, Topics), TimeProvider.System);

    /// <summary>Processes side by side, each on a processor of its own where the machine has so many.</summary>
    private static async Task<(double PerSecond, double PerCpuSecond)> AnswerAsync(string connection, string folder, int seconds, string[] names)
    {
        var results = await Task.WhenAll(names.Select(async (name, number) =>
        {
            using var child = Process.Start(new ProcessStartInfo(
                "taskset",
                ["-c", (number % Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture), Environment.ProcessPath!, "workers", "--child", connection, Path.Combine(folder, name), seconds.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            })!;
            var line = (await child.StandardOutput.ReadToEndAsync()).Split(' ');
            await child.WaitForExitAsync();
            return (PerSecond: double.Parse(line[0], CultureInfo.InvariantCulture), PerCpuSecond: double.Parse(line[1], CultureInfo.InvariantCulture));
        }));
        return (results.Sum(r => r.PerSecond), results.Average(r => r.PerCpuSecond));
    }

    private static async Task<int> AnswerAsync(string connection, string folder, int seconds)
    {
        await using var archive = PostgresArchive.Open(connection, Organisations, TimeProvider.System);
        using var index = PassageIndex.Open(folder);
        var answerer = new ExtractiveAnswerer(archive, index, new QuestionReader(Organisations, Topics), TimeProvider.System, TimeZoneInfo.Utc);
        foreach (var question in Questions) await AskAsync(answerer, question);
        using var process = Process.GetCurrentProcess();
        var (cpu, begun, count) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds) await AskAsync(answerer, Questions[count++ % Questions.Length]);
        process.Refresh();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{count / Stopwatch.GetElapsedTime(begun).TotalSeconds} {count / (process.TotalProcessorTime - cpu).TotalSeconds}"));
        return 0;
    }

    private static Task<Answers.Answer> AskAsync(ExtractiveAnswerer answerer, string question) => answerer.AnswerAsync(question, Grade.Classified, CancellationToken.None);

    /// <summary>One stores, the other waits, follows and looks: from the commit's return to the passage being there.</summary>
    private static async Task FollowAsync(PostgresArchive one, string connection, string folder, int changes)
    {
        await using var other = PostgresArchive.Open(connection, Organisations, TimeProvider.System);
        using var index = PassageIndex.Open(Path.Combine(folder, "2"));
        var follower = new IndexFollower(other, index, new(Organisations));
        using var stop = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            while (true)
            {
                await other.WaitForChangeAsync(stop.Token);
                await follower.FollowAsync(null, stop.Token);
            }
        });
        var took = new List<double>();
        var run = Guid.NewGuid().ToString("N")[..8];
        for (var n = 0; n < changes; n++)
        {
            var input = Path.Combine(folder, $"{run}-{n}.txt");
            await File.WriteAllTextAsync(input, $"가상부, {run} {n}번 간담회\n입력 2025-07-24\n\n홍길동 A사 대표는 “{run} {n}번 설비의 전력이 부족하다”고 말했다.\n");
            await Importer(one).ImportAsync([input], null, CancellationToken.None);
            var begun = Stopwatch.GetTimestamp();
            var newest = (await one.ReadSequenceAsync(CancellationToken.None)).Newest;
            while (index.Sequence < newest) await Task.Delay(1);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        await stop.CancelAsync();
        await following.ContinueWith(_ => { }, TaskScheduler.Default);
        took.Sort();
        Print($"followed   {changes} changes: p50 {took[changes / 2]:0} ms, p99 {took[(int)(changes * 0.99)]:0} ms, longest {took[^1]:0} ms");
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
