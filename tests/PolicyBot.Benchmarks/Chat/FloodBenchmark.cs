using System.Globalization;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>
/// <c>flood [--minutes N] [--records N] [--archive DIR]</c>: twenty people ask now and then; every other minute somebody asks a thousand questions besides, in one of their channels.
/// How long the others wait with and without him, minute by minute in turn, by the clock of a Slack on a real socket, at the limits that the program has.
/// </summary>
internal static class FloodBenchmark
{
    private const int Minute = 60;
    private const int PerSecond = 4;
    private const int People = 20;
    private const int Channels = 10;
    private const int FloodPerMinute = 1_000;
    private const double Goal = 1.20;

    public static async Task<int> RunAsync(string[] args)
    {
        var (minutes, records) = (Option(args, "--minutes", 4), Option(args, "--records", 10_000));
        var folder = Directory.CreateTempSubdirectory("policybot-flood-").FullName;
        try
        {
            await using var chat = await AnsweringChat.OpenAsync(Array.IndexOf(args, "--archive") is >= 0 and var at ? args[at + 1] : Path.Combine(folder, "archive"), records);
            await using var server = await ChatBenchmark.ServeAsync();
            await using var life = await chat.StartAsync(Path.Combine(folder, "chat"), server, new(User: 30, Channel: 300));
            // Whatever is done for the first time is done before.
            await AskAsync(life, server, -1, isFlooded: false, 10);
            var loads = new List<(Load Others, bool IsFlooded)>();
            for (var n = 0; n < 2 * minutes; n++)
            {
                // Which of the two comes first in a pair changes: a machine that grows busier is to favour neither.
                var isFlooded = n % 4 is 1 or 2;
                loads.Add((await AskAsync(life, server, n, isFlooded, Minute), isFlooded));
            }

            return Report(loads, server) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Load> AskAsync(ChatLife life, FakeSlackServer server, int minute, bool isFlooded, int seconds)
    {
        // Messages are told apart by their numbers.
        var first = (minute + 1) * 10_000;
        var others = new Load(server, PerSecond, seconds, Question) { First = first, User = n => $"U{n % People}", Channel = n => $"C{n % Channels}" };
        var flood = new Load(server, FloodPerMinute / 60.0, isFlooded ? seconds : 0, Question) { First = first + 5_000, User = _ => "UFLOOD", Channel = _ => "C0" };
        await Task.WhenAll(others.RunAsync(), flood.RunAsync());
        await ChatBenchmark.DrainAsync(life);
        return others;

        static string Question(int n) => AnsweringChat.Questions[n % AnsweringChat.Questions.Length];
    }

    private static bool Report(List<(Load Others, bool IsFlooded)> loads, FakeSlackServer server)
    {
        var answered = ChatBenchmark.Answers(server);
        var quiet = Waits(loads.Where(l => !l.IsFlooded), answered);
        var flooded = Waits(loads.Where(l => l.IsFlooded), answered);
        var lost = loads.Sum(l => l.Others.Planned.Keys.Count(m => !answered.ContainsKey(m)));
        var ratio = At(flooded, 0.99) / At(quiet, 0.99);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{People} people, {PerSecond} questions a second, {loads.Count} minutes; every other minute one more asks {FloodPerMinute} in a channel of theirs; load average {Cost.LoadAverage()}"));
        foreach (var (name, waits) in ((string, List<double>)[])[("quiet", quiet), ("flooded", flooded)])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-9} {waits.Count} answers to the others: p50 {At(waits, 0.5):0} ms, p95 {At(waits, 0.95):0} ms, p99 {At(waits, 0.99):0} ms, most {waits[^1]:0} ms"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  p99 with the flood is {ratio:0.00} of that without (goal: at most {Goal:0.00}, {(ratio <= Goal ? "reached" : "missed")}); lost {lost}, rules of the platform broken {server.Violations.Count}"));
        return ratio <= Goal && lost == 0 && server.Violations.IsEmpty;
    }

    private static List<double> Waits(IEnumerable<(Load Others, bool IsFlooded)> loads, Dictionary<string, List<TimeSpan>> answered) =>
        [.. loads.SelectMany(l => l.Others.Planned).Where(p => answered.ContainsKey(p.Key)).Select(p => (answered[p.Key][0] - p.Value).TotalMilliseconds).Order()];

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
