using PolicyBot.Benchmarks;
using PolicyBot.Benchmarks.Search;

switch (args)
{
    case ["attribution-misses", .. var rest]:
        return AttributionMisses.Run(rest);
    case ["import", .. var rest]:
        return await ImportBenchmark.RunAsync(rest);
    case ["search", .. var rest]:
        return SearchBenchmark.Run(rest);
    default:
        Console.Error.WriteLine("One of: attribution-misses, import, search [--passages N]");
        return 2;
}
