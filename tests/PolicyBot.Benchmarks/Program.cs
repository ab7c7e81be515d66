using PolicyBot.Benchmarks;
using PolicyBot.Benchmarks.Chat;
using PolicyBot.Benchmarks.Models;
using PolicyBot.Benchmarks.Search;
using PolicyBot.Benchmarks.Workers;

switch (args)
{
    case ["adapters", .. var rest]:
        return await AdapterBenchmark.RunAsync(rest);
    case ["attribution-misses", .. var rest]:
        return AttributionMisses.Run(rest);
    case ["brief", .. var rest]:
        return await BriefBenchmark.RunAsync(rest);
    case ["chat", .. var rest]:
        return await ChatBenchmark.RunAsync(rest);
    case ["digests", .. var rest]:
        return await DigestBenchmark.RunAsync(rest);
    case ["documents", .. var rest]:
        return Documents.Run(rest);
    case ["flood", .. var rest]:
        return await FloodBenchmark.RunAsync(rest);
    case ["import", .. var rest]:
        return await ImportBenchmark.RunAsync(rest);
    case ["embeddings", .. var rest]:
        return await EmbeddingsBenchmark.RunAsync(rest);
    case ["model", .. var rest]:
        return await ModelBenchmark.RunAsync(rest);
    case ["reimport", .. var rest]:
        return await ReimportBenchmark.RunAsync(rest);
    case ["rights", .. var rest]:
        return RightsBenchmark.Run(rest);
    case ["search", .. var rest]:
        return SearchBenchmark.Run(rest);
    case ["workers", .. var rest]:
        return await WorkersBenchmark.RunAsync(rest);
    default:
        Console.Error.WriteLine("One of: adapters [--rounds N], attribution-misses, brief [--records N] [--archive FOLDER], chat [--seconds N] [--records N] [--archive DIR], digests [--subscriptions N] [--records N], documents [--files N], embeddings [--passages N], flood [--minutes N], import, model [--calls N], reimport [--files N], rights [--passages N], search [--passages N], workers --connection C");
        return 2;
}
