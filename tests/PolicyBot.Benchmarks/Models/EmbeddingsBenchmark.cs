using System.Diagnostics;
using System.Globalization;
using PolicyBot.Benchmarks.Search;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Tests.Prompts;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Models;

/// <summary><c>embeddings [--passages N]</c>: what the view by vectors costs beside the view by words alone. The vectors are made in the process itself, so that no service is measured.</summary>
internal static class EmbeddingsBenchmark
{
    private const int Dimension = 1024;
    private const int Questions = 300;

    public static async Task<int> RunAsync(string[] args)
    {
        var passages = args is ["--passages", var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("policybot-embeddings-").FullName;
        try
        {
            using var index = PassageIndex.Open(folder);
            var view = new DenseView();
            var asked = new List<string>();
            var (text, asking) = (new KoreanText(7), new KoreanText(8));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var begun = Stopwatch.GetTimestamp();
            for (var record = 0; record < passages / 10; record++)
            {
                var id = new RecordId($"r{record}");
                var made = Enumerable.Range(0, 10).Select(i => Passage(id, i, text.Passage())).ToList();
                index.Replace(id, made);
                view.Replace(id, [.. made.Select(p => new PassageVector(id, p.Id, p.Grade, null, null, ByteVector.Of(FakeVectors.Of(p.Text, Dimension))))]);
                if (record % Math.Max(1, passages / 10 / Questions) == 0) asked.Add(asking.QuestionAbout(made[0].Text));
            }

            index.Commit(1);
            Console.WriteLine(FormattableString.Invariant($"{passages} passages, {Dimension} numbers each, {asked.Count} questions, top 20; filled in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s, vectors in memory about {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576} MB"));
            await MeasureAsync("words alone", index, asked);
            await MeasureAsync("words and vectors", new FusedRetriever(index, view, new Own()), asked);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, IRetriever retriever, List<string> asked)
    {
        foreach (var question in asked.Take(asked.Count / 4)) await FindAsync(question);
        var times = new List<double>();
        foreach (var question in asked)
        {
            var shortest = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                await FindAsync(question);
                shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            times.Add(shortest);
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"{name,-20} p50 {times[times.Count / 2],7:F2} ms   p95 {times[times.Count * 95 / 100],7:F2} ms   (shortest of three askings)"));

        Task<IReadOnlyList<FoundPassage>> FindAsync(string question) => retriever.FindPassagesAsync(new() { Text = question, Top = 20 }, CancellationToken.None);
    }

    private static Passage Passage(RecordId record, int number, string text) => new()
    {
        Id = new($"{record}#{number}"),
        RecordId = record,
        Span = new SourceSpan(0, text.Length),
        Text = text,
        Grade = Grade.Open,
    };

    private sealed class Own : ITextVectors
    {
        public string Name => "own";

        public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(t => FakeVectors.Of(t, Dimension))]);
    }
}
