using System.Diagnostics;
using System.Globalization;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Chat;

/// <summary><c>chat [--seconds N] [--records N] [--archive DIR]</c>: events at full rate over a restart, then questions over an archive; judged from the journal of a Slack on a real socket. An archive that is named is kept for the next run.</summary>
internal static class ChatBenchmark
{
    private static readonly string[] Questions =
        ["전력 문제는 누가 제기했나?", "인허가 건의에 뭐라고 답했나?", "Who asked for tax benefits?", "예시부는 예산에 대해 무엇을 약속했나?", "아직 답이 없는 건의는?", "B사는 무엇을 요구했나?"];

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
    private static async Task<FakeSlackServer> ServeAsync()
    {
        var server = new FakeSlackServer { ReadsSchemas = false };
        // Public channels see open records alone.
        for (var n = 0; n < Load.Channels; n++) server.Workspace.Channels[Load.Channel(n)] = new() { ["is_channel"] = true, ["is_private"] = true };
        await server.StartAsync();
        return server;
    }

    private static async Task<bool> MeasureQuestionsAsync(string folder, string chat, int seconds, int records)
    {
        var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
        await using var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
        if ((await archive.MeasureAsync(Grade.Classified, CancellationToken.None)).Records < records) await ImportAsync(archive, organisations, topics, Path.Combine(folder, "in"), records);
        using var index = PassageIndex.Open(Path.Combine(folder, "index"));
        await new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None);

        await using var server = await ServeAsync();
        var clearances = new Clearances([new("slack", Grade.Sensitive)]);
        var load = new Load(server, 20, seconds, n => Questions[n % Questions.Length]);
        var answerer = new ExtractiveAnswerer(archive, index, new QuestionReader(organisations, topics), TimeProvider.System, TimeZoneInfo.Utc);
        await MeasureEachAsync(answerer);
        await using var life = await ChatLife.StartAsync(chat, server, store => new ChatHandler(new()
        {
            Archive = archive,
            Retriever = index,
            Answerer = new(answerer, null),
            Organisations = organisations,
            Topics = topics,
            Memory = store,
            Time = TimeProvider.System,
            Zone = TimeZoneInfo.Utc,
            Clearances = clearances,
        }), new EgressGate(archive, clearances));
        var cost = Cost.Begin();
        await load.RunAsync();
        await DrainAsync(life);
        Print($"{load.Count} questions at 20/s over {records} records; {cost.End(load.Count)}");
        return Report(load, server);
    }

    /// <summary>One after the other, the first time left out: which question costs how much.</summary>
    private static async Task MeasureEachAsync(ExtractiveAnswerer answerer)
    {
        foreach (var question in Questions)
        {
            await answerer.AnswerAsync(question, Grade.Sensitive, CancellationToken.None);
            var cost = Cost.Begin();
            for (var n = 0; n < 5; n++) await answerer.AnswerAsync(question, Grade.Sensitive, CancellationToken.None);
            Print($"  {question}: {cost.End(5)}");
        }
    }

    private static async Task ImportAsync(SqliteArchive archive, Organisations organisations, Topics topics, string input, int records)
    {
        Directory.CreateDirectory(input);
        for (var number = 0; number < records; number++) await File.WriteAllTextAsync(Path.Combine(input, $"{number:D6}.txt"), GeneratedRecords.Text(number));
        var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);
        var result = await importer.ImportAsync([input], null, CancellationToken.None);
        if (result.Imported != records) throw new InvalidOperationException($"{result.Imported} of {records} imported.");
    }

    private static async Task DrainAsync(ChatLife life)
    {
        while (await life.Store.MeasureAsync(CancellationToken.None) is { Waiting: > 0 } or { ToSend: > 0 }) await Task.Delay(100);
    }

    private static bool Report(Load load, FakeSlackServer server)
    {
        var first = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var answers = new Dictionary<string, List<TimeSpan>>(StringComparer.Ordinal);
        foreach (var entry in server.Journal.Where(e => e.What is "assistant.threads.setStatus" or "chat.postMessage" or "chat.startStream"))
        {
            var asked = entry.Text("thread_ts");
            first.TryAdd(asked, entry.At);
            if (entry.What == "assistant.threads.setStatus") continue;
            if (answers.TryGetValue(asked, out var known)) known.Add(entry.At);
            else answers[asked] = [entry.At];
        }

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

        public Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult<Language?>(Language.Korean);

        public Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken) =>
            Task.FromResult(new Handled { Replies = [new(new() { Language = Language.Korean, Text = message.Text })] });

        public Reply Apologise(ChatMessage message, Language language) => new() { Language = language, Text = "?" };
    }
}
