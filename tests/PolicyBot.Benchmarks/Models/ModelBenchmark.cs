using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Prompts;

namespace PolicyBot.Benchmarks.Models;

/// <summary><c>model [--calls N]</c>: answers over the shipped records with a model on a loopback socket that is faithful, or fails in each of its ways; how long an answer takes, what it costs, and how soon a mended model is used again.</summary>
internal static class ModelBenchmark
{
    private const int Together = 8;

    private static readonly Fault[] Faults = [Fault.None, Fault.Refuse, Fault.TooMany, Fault.Break, Fault.Garbage, Fault.Empty, Fault.Huge, Fault.Hang, Fault.HangMidway];

    private static readonly string[] Questions =
    [
        "전력 공급은 누가 요청했고 정부는 뭐라고 답했나?", "인허가에 대해 나온 의견은?", "7월 24일 간담회에서 나온 우려 정리해 줘", "세제 지원은 몇 번 나왔나?", "아직 답이 없는 건의는?", "GPU 지원은 누가 건의했나?",
        "정부가 약속한 것과 기한은?", "Who raised power supply?", "What was promised on permits?", "Which requests are still unanswered?",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var calls = args is ["--calls", var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 200;
        var folder = Directory.CreateTempSubdirectory("policybot-model-").FullName;
        try
        {
            var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
            var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
            await using var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
            await new Importer(archive, new(TimeProvider.System), new(organisations), new(organisations, topics), TimeProvider.System).ImportAsync([Path.Combine(AppContext.BaseDirectory, "config", "records")], null, CancellationToken.None);
            using var index = PassageIndex.Open(Path.Combine(folder, "index"));
            await new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None);
            var plain = new ExtractiveAnswerer(archive, index, new(organisations, topics), TimeProvider.System, TimeZoneInfo.Utc);
            var prompts = PromptLibrary.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
            var gate = new Gate(organisations, topics);
            Console.WriteLine($"{"the model",-14}{"answers",9}{"by model",10}{"p50 ms",9}{"p99 ms",9}{"max ms",9}");
            foreach (var fault in Faults) await MeasureAsync(fault, calls, model => new(plain, new(archive, model, gate, Clearance.Everything)), prompts);
            await MeasureRecoveryAsync(model => new(plain, new(archive, model, gate, Clearance.Everything)), prompts);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A client of its own for each answer, so that the breaker hides nothing.</summary>
    private static async Task MeasureAsync(Fault fault, int calls, Func<ILanguageModel, Answerer> answering, PromptLibrary prompts)
    {
        await using var fake = await FakeModel.StartAsync();
        (fake.Fault, fake.Says) = (fault, FakeReplies.Faithful);
        await AskAsync(fake, 0, answering, prompts);
        fake.Asked.Clear();
        var (times, byModel) = (new ConcurrentBag<double>(), 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, calls), new ParallelOptions { MaxDegreeOfParallelism = Together }, async (number, _) =>
        {
            var begun = Stopwatch.GetTimestamp();
            var answer = await AskAsync(fake, number, answering, prompts);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (answer.By == AnswerSource.Model) Interlocked.Increment(ref byModel);
        });
        var sorted = times.Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"{fault,-14}{calls,9}{byModel,10}{sorted[sorted.Count / 2],9:F0}{sorted[sorted.Count * 99 / 100],9:F0}{sorted[^1],9:F0}"));
        if (fault != Fault.None) return;
        var costs = fake.Asked.Select(a => (Characters: a.Prompt.Length, Tokens: Tokens(a.Prompt))).OrderBy(c => c.Tokens).ToList();
        Console.WriteLine(FormattableString.Invariant($"  prompt: mean {costs.Average(c => c.Tokens):F0}, largest {costs[^1].Tokens} tokens (estimated: a syllable of Hangul, or four other characters, each one), {costs[^1].Characters} characters; bound of the statements in it {StatementPhrasing.MostCharacters} characters"));
    }

    private static async Task<Answer> AskAsync(FakeModel fake, int number, Func<ILanguageModel, Answerer> answering, PromptLibrary prompts)
    {
        using var model = Client(fake, prompts);
        return await answering(model).AnswerAsync(Questions[number % Questions.Length], Clearance.Everything, null, new(["bench"], TimeProvider.System.GetTimestamp()), null, CancellationToken.None);
    }

    private static async Task MeasureRecoveryAsync(Func<ILanguageModel, Answerer> answering, PromptLibrary prompts)
    {
        await using var fake = await FakeModel.StartAsync();
        (fake.Fault, fake.Says) = (Fault.Break, FakeReplies.Faithful);
        using var model = Client(fake, prompts);
        var answerer = answering(model);
        for (var i = 0; i < 20; i++) await OneAsync();
        var (reached, begun) = (fake.Asked.Count, Stopwatch.GetTimestamp());
        fake.Fault = Fault.None;
        while ((await OneAsync()).By != AnswerSource.Model) await Task.Delay(100);
        Console.WriteLine(FormattableString.Invariant($"breaker: of 20 calls {reached} reached the failing model; used again {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s after it was mended"));

        Task<Answer> OneAsync() => answerer.AnswerAsync(Questions[0], Clearance.Everything, null, new(["bench"], TimeProvider.System.GetTimestamp()), null, CancellationToken.None);
    }

    private static LanguageModel Client(FakeModel fake, PromptLibrary prompts) =>
        new(prompts, new(fake.Endpoint, "fake", "", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(2.5), int.MaxValue / 20), TimeProvider.System, TimeZoneInfo.Utc, _ => { });

    private static int Tokens(string text) => text.Count(c => c is >= '가' and <= '힣') + (text.Count(c => c is < '가' or > '힣') / 4);
}
