using PolicyBot.Benchmarks;

switch (args)
{
    case ["attribution-misses", .. var rest]:
        return AttributionMisses.Run(rest);
    case ["import", .. var rest]:
        return await ImportBenchmark.RunAsync(rest);
    default:
        Console.Error.WriteLine("One of: attribution-misses, import");
        return 2;
}
