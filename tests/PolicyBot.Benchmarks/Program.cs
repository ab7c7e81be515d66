using PolicyBot.Benchmarks;

switch (args)
{
    case ["attribution-misses", .. var rest]:
        return AttributionMisses.Run(rest);
    default:
        Console.Error.WriteLine("One of: attribution-misses");
        return 2;
}
