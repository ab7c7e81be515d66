using System.CommandLine;
using System.Globalization;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Contract;
using PolicyBot.Retrieval.Evaluation;

namespace PolicyBot.Verbs;

internal static class EvalVerb
{
    public static Command Create(CommonOptions common) =>
        new("eval", "Score retrieval or attribution on labelled data / 라벨 데이터로 평가") { CreateRetrieval(common), CreateAttribution(common) };

    private static Command CreateRetrieval(CommonOptions common)
    {
        var corpus = Required("--corpus", "Passages: {\"id\", \"title\"?, \"text\"} lines, .gz allowed");
        var queries = Required("--queries", "Questions: {\"id\", \"text\"} lines");
        var qrels = Required("--qrels", "Tab-separated: queryId passageId [score]");
        var verb = new Command("retrieval", "Recall, MRR, NDCG and speed of the search / 검색 평가") { corpus, queries, qrels };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            common.LoadSettings(parse);
            var scores = await Guard(() => new RetrievalEvaluation(common.Time).ScoreAsync(parse.GetValue(corpus)!, parse.GetValue(queries)!, parse.GetValue(qrels)!, cancellationToken));
            var output = common.Output(parse);
            if (output.Json) output.Write(scores, ContractJson.Readable.RetrievalScores);
            else
            {
                output.Line(Row("questions", scores.Queries.ToString(CultureInfo.InvariantCulture)));
                foreach (var (name, value) in (ReadOnlySpan<(string, double)>)[("R@1", scores.RecallAt1), ("R@5", scores.RecallAt5), ("R@10", scores.RecallAt10), ("MRR@10", scores.MrrAt10), ("NDCG@10", scores.NdcgAt10)]) output.Line(Row(name, Share(value)));
                foreach (var (name, value) in (ReadOnlySpan<(string, double)>)[("index, s", scores.IndexSeconds), ("p50, ms", scores.P50Ms), ("p95, ms", scores.P95Ms), ("peak, MB", scores.PeakMb)]) output.Line(Row(name, value.ToString("0.0", CultureInfo.InvariantCulture)));
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static Command CreateAttribution(CommonOptions common)
    {
        var gold = Required("--gold", "Labelled examples, one JSON object a line");
        var verb = new Command("attribution", "Statements, levels and false attributions / 발언자 귀속 평가") { gold };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var report = await Guard(() => Task.Run(() => new AttributionEvaluation(workplace.Organisations, workplace.Topics).Evaluate(parse.GetValue(gold)!, cancellationToken), cancellationToken));
            var scores = report.Scores;
            var output = common.Output(parse);
            if (output.Json)
            {
                output.Write(scores, ContractJson.Readable.AttributionScores);
                return ExitCode.Done;
            }

            output.Line(Row("statements P / R / F1", $"{Share(scores.Statements.Precision)} / {Share(scores.Statements.Recall)} / {Share(scores.Statements.F1)}"));
            output.Line(Row("level accuracy", Share(scores.LevelAccuracy)));
            output.Line(Row("false attributions", $"{scores.FalseAttributions} ({Share(scores.FalseAttributionShare)} of named)"));
            output.Line(Row("inventions", scores.Inventions.ToString(CultureInfo.InvariantCulture)));
            output.Line(Row("names", Share(scores.NameAccuracy)));
            output.Line(Row("strength / upgrades", $"{Share(scores.StrengthAccuracy)} / {scores.StrengthUpgrades}"));
            output.Line(Row("reply links F1", Share(scores.ReplyLinks.F1)));
            output.Line(Row("due", Share(scores.DueAccuracy)));
            output.Line(Row("topic", Share(scores.TopicAccuracy)));
            foreach (var (slice, s) in scores.BySlice.OrderBy(s => s.Key, StringComparer.Ordinal)) output.Line(Row("  " + slice, $"F1 {Share(s.F1)}, level {Share(s.LevelAccuracy)}, false {s.FalseAttributions}"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };

    private static string Row(string name, string value) => $"{name,-24} {value}";

    private static string Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static async Task<T> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is LabelledDataException or GoldFileException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongUseException(fault.Message);
        }
    }
}
