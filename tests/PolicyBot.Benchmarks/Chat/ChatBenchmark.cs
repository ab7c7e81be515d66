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
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Chat;

/// <summary><c>chat [--seconds N] [--records N] [--archive DIR]</c>: events at full rate over a restart, then questions over an archive; judged from the platform's journal. An archive that is named is kept for the next run.</summary>
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
        var platform = new JournalPlatform();
        var load = new Load(200, seconds, n => $"{n}번");
        var cost = Cost.Begin();
        var life = await ChatLife.StartAsync(folder, platform, _ => new Echo(), new Echo());
        load.Inbox = message => life.Store.TakeInAsync(message, null, CancellationToken.None);
        var running = load.RunAsync();
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2.0));
        load.Inbox = null;
        var begun = Stopwatch.GetTimestamp();
        await life.DisposeAsync();
        life = await ChatLife.StartAsync(folder, platform, _ => new Echo(), new Echo());
        load.Inbox = message => life.Store.TakeInAsync(message, null, CancellationToken.None);
        var down = Stopwatch.GetElapsedTime(begun);
        await running;
        await DrainAsync(life);
        await life.DisposeAsync();
        Print($"{load.Count} events at 200/s, 10 % redelivered, restarted in {down.TotalSeconds:0.0} s, {load.NotTaken} deliveries refused meanwhile and repeated; {cost.End(load.Count)}");
        return Report(load, platform);
    }

    private static async Task<bool> MeasureQuestionsAsync(string folder, string chat, int seconds, int records)
    {
        var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
        await using var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
        if ((await archive.MeasureAsync(Grade.Classified, CancellationToken.None)).Records < records) await ImportAsync(archive, organisations, topics, Path.Combine(folder, "in"), records);
        using var index = PassageIndex.Open(Path.Combine(folder, "index"));
        await new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None);

        var platform = new JournalPlatform();
        var clearances = new Clearances([new("bench", Grade.Sensitive)]);
        var load = new Load(20, seconds, n => Questions[n % Questions.Length]);
        var answerer = new ExtractiveAnswerer(archive, index, new QuestionReader(organisations, topics), TimeProvider.System, TimeZoneInfo.Utc);
        await MeasureEachAsync(answerer);
        await using var life = await ChatLife.StartAsync(chat, platform, store => new ChatHandler(new()
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
        load.Inbox = message => life.Store.TakeInAsync(message, null, CancellationToken.None);
        var cost = Cost.Begin();
        await load.RunAsync();
        await DrainAsync(life);
        Print($"{load.Count} questions at 20/s over {records} records; {cost.End(load.Count)}");
        return Report(load, platform);
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

    private static bool Report(Load load, JournalPlatform platform)
    {
        var lost = load.Planned.Keys.Count(m => !platform.Answers.ContainsKey(m));
        var doubled = platform.Answers.Values.Count(a => a.Count > 1);
        var acks = load.Acknowledged.Order().ToList();
        var first = load.Planned.Where(p => platform.First.ContainsKey(p.Key)).Select(p => Stopwatch.GetElapsedTime(p.Value, platform.First[p.Key]).TotalMilliseconds).Order().ToList();
        var answers = load.Planned.Where(p => platform.Answers.ContainsKey(p.Key)).Select(p => Stopwatch.GetElapsedTime(p.Value, platform.Answers[p.Key].First()).TotalMilliseconds).Order().ToList();
        Print($"  acknowledged    p50 {At(acks, 0.5):0} ms, p99 {At(acks, 0.99):0} ms, most {acks[^1]:0} ms");
        Print($"  first visible   p50 {At(first, 0.5):0} ms, p99 {At(first, 0.99):0} ms");
        Print($"  answered        p50 {At(answers, 0.5):0} ms, p99 {At(answers, 0.99):0} ms");
        Print($"  lost {lost}, answered twice {doubled}");
        return lost == 0 && doubled == 0;
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
