using System.Diagnostics;
using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks;

/// <summary><c>brief [--records N] [--archive FOLDER]</c>: the brief for twelve guests who spoke at every other meeting, beside plain questions over the same archive. A folder that is named is kept, and used again.</summary>
internal static class BriefBenchmark
{
    private const int Guests = 12;
    private const int Times = 15;

    private static readonly string[] Questions = ["전력 문제는 누가 제기했나?", "인허가 건의에 뭐라고 답했나?", "예시부는 예산에 대해 무엇을 약속했나?", "B사는 무엇을 요구했나?", "아직 답이 없는 건의는?"];

    public static async Task<int> RunAsync(string[] args)
    {
        var records = Value(args, "--records") is { } n ? int.Parse(n, CultureInfo.InvariantCulture) : 10_000;
        var folder = Value(args, "--archive") ?? Directory.CreateTempSubdirectory("policybot-brief-").FullName;
        try
        {
            await MeasureAsync(folder, records);
            return 0;
        }
        finally
        {
            if (Value(args, "--archive") is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, int records)
    {
        var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
        await using var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
        if ((await archive.MeasureAsync(Clearance.Everything, CancellationToken.None)).Records < records) await FillAsync(archive, organisations, topics, Path.Combine(folder, "in"), records);
        using var index = PassageIndex.Open(Path.Combine(folder, "index"));
        await new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None);

        var today = new DateOnly(2025, 12, 1);
        var meeting = Coming(today.AddDays(1));
        var composer = new BriefComposer(archive, organisations, topics);
        Brief? brief = null;
        var (brief50, briefCpu) = await MedianAsync(async _ =>
        {
            brief = await composer.ComposeAsync(meeting, today, Clearance.Everything, CancellationToken.None);
            BriefReply.Pages(brief, Language.Korean);
        });
        var answerer = new ExtractiveAnswerer(archive, index, new(organisations, topics), TimeProvider.System, TimeZoneInfo.Utc);
        var (question50, questionCpu) = await MedianAsync(i => answerer.AnswerAsync(Questions[i % Questions.Length], Clearance.Everything, null, CancellationToken.None));
        Print($"{records} records; {brief!.Invited.Count} guests, {brief.Invited.Sum(i => i.Concerns.Count)} concerns, {brief.Invited.Sum(i => i.Commitments.Count)} commitments told");
        Print($"  brief      {brief50,8:0} ms at the median, {briefCpu:0} ms of the processor");
        Print($"  question   {question50,8:0} ms at the median, {questionCpu:0} ms of the processor; the brief takes {brief50 / question50:0.0} times as long and {briefCpu / questionCpu:0.0} times the processor");
    }

    private static async Task FillAsync(SqliteArchive archive, Organisations organisations, Topics topics, string input, int records)
    {
        Directory.CreateDirectory(input);
        for (var i = 0; i < records; i++) await File.WriteAllTextAsync(Path.Combine(input, $"{i}.txt"), GeneratedRecords.Text(i));
        var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);
        await importer.ImportAsync([input], null, CancellationToken.None);
    }

    private static Meeting Coming(DateOnly day) => new()
    {
        Id = new("coming"),
        // With a topic: of guests who spoke often, what fits it is looked up besides.
        Title = "전력 공급 합동 간담회",
        Date = MeetingDate.Of(day),
        Hosts = [new(null, null, "예시부")],
        Participants = [.. Enumerable.Range(0, Guests).Select(i => new Party(null, "대표", $"{(char)('A' + i)}사"))],
        Status = MeetingStatus.Upcoming,
        RecordIds = [],
    };

    /// <returns>Milliseconds of the clock at the median, and of the processor on the average: what others do on the machine lengthens the first.</returns>
    private static async Task<(double Median, double Cpu)> MedianAsync(Func<int, Task> work)
    {
        await work(0);
        var times = new List<double>();
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await work(i);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return (times.Order().ElementAt(Times / 2), (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMilliseconds / Times);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
