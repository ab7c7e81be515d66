using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PolicyBot.Benchmarks.Search;

/// <summary>Our index and the stock one on the same passages and questions, each in a process of its own, one after the other.</summary>
internal static class SearchBenchmark
{
    private const int Seed = 7;
    private const int Questions = 1000;

    public static int Run(string[] arguments)
    {
        var passages = 100_000;
        string? only = null;
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            if (arguments[i] == "--passages") passages = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            if (arguments[i] == "--only") only = arguments[i + 1];
        }

        return only is null ? Compare(passages) : RunOne(only, passages);
    }

    private static int Compare(int passages)
    {
        var ours = InOwnProcess("policybot", passages);
        var stock = InOwnProcess("stock", passages);
        Console.WriteLine(FormattableString.Invariant($"{passages} passages, {Questions} questions, top 20 with their texts, shortest of three askings"));
        Console.WriteLine($"{"",-22}{ours.Name,12}{stock.Name,12}{"ratio",9}");
        Row("index build, s", ours.BuildSeconds, stock.BuildSeconds);
        Row("index on disk, MB", ours.IndexMb, stock.IndexMb);
        Row("query p50, ms", ours.P50Ms, stock.P50Ms);
        Row("query p95, ms", ours.P95Ms, stock.P95Ms);
        Row("managed memory, MB", ours.ManagedMb, stock.ManagedMb);
        Row("peak of process, MB", ours.PeakMb, stock.PeakMb);
        Row("asked passage first", ours.Right, stock.Right);
        return 0;
    }

    /// <summary>One contestant; the figures as one JSON line.</summary>
    private static int RunOne(string name, int passages)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-search-");
        try
        {
            using Contestant contestant = name == "stock" ? new StockIndex(folder.FullName) : new OurIndex(folder.FullName);
            Console.WriteLine(JsonSerializer.Serialize(contestant.Measure(Passages(passages), Asked(passages))));
            return 0;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static IEnumerable<string> Passages(int count)
    {
        var text = new KoreanText(Seed);
        for (var i = 0; i < count; i++) yield return text.Passage();
    }

    private static (string Question, string Passage)[] Asked(int count)
    {
        var every = Math.Max(1, count / Questions);
        var asking = new KoreanText(Seed + 1);
        return [.. Passages(count).Where((_, i) => i % every == 0).Take(Questions).Select(p => (asking.QuestionAbout(p), p))];
    }

    private static Measured InOwnProcess(string name, int passages)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["search", "--only", name, "--passages", passages.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Measured>(output)! : throw new InvalidOperationException($"The run of {name} failed.");
    }

    private static void Row(string what, double ours, double stock) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-22}{ours,12:F2}{stock,12:F2}{(stock > 0 ? ours / stock : 0),9:F2}"));
}
