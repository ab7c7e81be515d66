using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;

namespace PolicyBot.Benchmarks;

/// <summary>
/// For those who write the rules: every difference between a labelled file and what is read from it, then the figures.
/// <code>dotnet run --project tests/PolicyBot.Benchmarks -- attribution-misses FILE.jsonl [--lang ko] [--trap negation] [--what level]</code>
/// </summary>
internal static class AttributionMisses
{
    public static int Run(string[] args)
    {
        if (args is not [var file, ..])
        {
            Console.Error.WriteLine("attribution-misses FILE.jsonl [--lang ko|en] [--trap NAME] [--what missed|extra|kind|level|false|...]");
            return 2;
        }

        var config = Path.Combine(Root(), "config");
        var evaluation = new AttributionEvaluation(
            Organisations.Load(Path.Combine(config, "organisations.yaml")), Topics.Load(Path.Combine(config, "topics.yaml")));
        var examples = GoldFile.Read(file).Where(e => Option(args, "--lang") is not { } lang || e.Language == Text.Languages.Parse(lang))
            .Where(e => Option(args, "--trap") is not { } trap || e.Trap == trap).ToDictionary(e => e.Id);
        var report = evaluation.Evaluate([.. examples.Values], CancellationToken.None);

        foreach (var row in report.Misses.Where(m => Option(args, "--what") is not { } what || m.What == what).GroupBy(m => m.ExampleId))
        {
            Console.WriteLine($"\n{row.Key} ({examples[row.Key].Trap}) {examples[row.Key].Text}");
            foreach (var miss in row) Console.WriteLine($"    {miss.What,-10} {miss.Expected ?? "-"}  =>  {miss.Found ?? "-"}");
        }

        Console.WriteLine();
        Console.WriteLine(AttributionTable.Of(report.Scores));
        return 0;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyBot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
