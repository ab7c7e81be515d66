using System.Diagnostics;
using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Chat;

/// <summary><c>chat [--seconds N] [--records N] [--archive DIR]</c>: events at full rate over a restart, then questions over an archive; judged from the journal of a Slack on a real socket. An archive that is named is kept for the next run.</summary>
internal static class ChatBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (seconds, records) = (Option(args, "--seconds", 60), Option(args, "--records", 10_000));
        var folder = Directory.CreateTempSubdirectory("policybot-chat-").FullName;
        try
        {
            var sound = await MeasureEventsAsync(Path.Combine(folder, "events"), seconds);
            var archive = Array.IndexOf(args, "--archive") is >= 0 and var at ? args[at + 1] : Path.Combine(folder, "archive");
            return await MeasureQuestionsAsync(archive, Path.Combine(folder, "questions"), seconds, records) && sound ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every event is a question that costs nothing to answer: what is measured is the way in and out.</summary>
    private static async Task<bool> MeasureEventsAsync(string folder, int seconds)
    {
        await using var server = await ServeAsync();
        var load = new Load(server, 200, seconds, n => $"{n}번");
        var life = await ChatLife.StartAsync(folder, server, _ => new Echo(), new Echo());
        var cost = Cost.Begin();
        var running = load.RunAsync();
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2.0));
        var begun = Stopwatch.GetTimestamp();
        await life.DisposeAsync();
        life = await ChatLife.StartAsync(folder, server, _ => new Echo(), new Echo());
        var down = Stopwatch.GetElapsedTime(begun);
        await running;
        await DrainAsync(life);
        Print($"{load.Count} events at 200/s, 10 % redelivered, restarted in {down.TotalSeconds:0.0} s, {load.NotTaken} deliveries not acknowledged meanwhile and repeated; {cost.End(load.Count)}");
        var sound = Report(load, server);
        await life.DisposeAsync();
        return sound;
    }

    /// <summary>On a real socket, in this process: its work is in the figures too.</summary>
    public static async Task<FakeSlackServer> ServeAsync()
    {
        var server = new FakeSlackServer { ReadsSchemas = false };
        // Public channels see open records alone.
        for (var n = 0; n < Load.Channels; n++) server.Workspace.Channels[Load.ChannelOf(n)] = new() { ["is_channel"] = true, ["is_private"] = true };
        await server.StartAsync();
        return server;
    }

    private static async Task<bool> MeasureQuestionsAsync(string folder, string chat, int seconds, int records)
    {
        await using var chatting = await AnsweringChat.OpenAsync(folder, records);
        await using var server = await ServeAsync();
        var load = new Load(server, 20, seconds, n => AnsweringChat.Questions[n % AnsweringChat.Questions.Length]);
        await MeasureEachAsync(chatting.Answerer);
        await using var life = await chatting.StartAsync(chat, server, RateLimits.None);
        var cost = Cost.Begin();
        await load.RunAsync();
        await DrainAsync(life);
        Print($"{load.Count} questions at 20/s over {records} records; {cost.End(load.Count)}");
        return Report(load, server);
    }

    /// <summary>One after the other, the first time left out: which question costs how much.</summary>
    private static async Task MeasureEachAsync(ExtractiveAnswerer answerer)
    {
        foreach (var question in AnsweringChat.Questions)
        {
            await answerer.AnswerAsync(question, Grade.Sensitive, CancellationToken.None);
            var cost = Cost.Begin();
            for (var n = 0; n < 5; n++) await answerer.AnswerAsync(question, Grade.Sensitive, CancellationToken.None);
            Print($"  {question}: {cost.End(5)}");
        }
    }

    public static async Task DrainAsync(ChatLife life)
    {
        while (await life.Store.MeasureAsync(CancellationToken.None) is { Waiting: > 0 } or { ToSend: > 0 }) await Task.Delay(100);
    }

    /// <summary>By the time stamp of the message: when it was answered.</summary>
    public static Dictionary<string, List<TimeSpan>> Answers(FakeSlackServer server) =>
        server.Journal.Where(e => e.What is "chat.postMessage" or "chat.startStream").GroupBy(e => e.Text("thread_ts"), e => e.At, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.ToList(), StringComparer.Ordinal);

    private static bool Report(Load load, FakeSlackServer server)
    {
        var first = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var entry in server.Journal.Where(e => e.What is "assistant.threads.setStatus" or "chat.postMessage" or "chat.startStream")) first.TryAdd(entry.Text("thread_ts"), entry.At);
        var answers = Answers(server);
        var lost = load.Planned.Keys.Count(m => !answers.ContainsKey(m));
        var doubled = answers.Values.Count(a => a.Count > 1);
        Print($"  acknowledged    {Times(load.Acknowledged)}");
        Print($"  first visible   {Times(load.Planned.Where(p => first.ContainsKey(p.Key)).Select(p => (first[p.Key] - p.Value).TotalMilliseconds))}");
        Print($"  answered        {Times(load.Planned.Where(p => answers.ContainsKey(p.Key)).Select(p => (answers[p.Key][0] - p.Value).TotalMilliseconds))}");
        Print($"  lost {lost}, answered twice {doubled}, rules of the platform broken {server.Violations.Count}{(server.Violations.TryPeek(out var violation) ? $" ({violation})" : "")}");
        return lost == 0 && doubled == 0 && server.Violations.IsEmpty;
    }

    private static string Times(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted.Count == 0 ? "never" : string.Create(CultureInfo.InvariantCulture, $"p50 {At(sorted, 0.5):0} ms, p99 {At(sorted, 0.99):0} ms, most {sorted[^1]:0} ms");
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private sealed class Echo : IChatHandler, IEgress
    {
        public Task<Reply> PassAsync(Reply reply, Delivery delivery, CancellationToken cancellationToken) => Task.FromResult(reply);

        public Reply PassStandIn(Reply reply, Delivery delivery) => reply;

        public Task<Reply?> StandInAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

        public Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult<Language?>(Language.Korean);

        public Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken) =>
            Task.FromResult(new Handled { Replies = [new(new() { Language = Language.Korean, Text = message.Text })] });

        public Reply Apologise(ChatMessage message, Language language) => new() { Language = language, Text = "?" };
    }
}
