using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicyBot.Telemetry;

/// <summary>What can be told of the running program to an operator's collector. Costs nothing where nobody listens; carries no text of anybody.</summary>
public static class Measures
{
    public const string Name = "PolicyBot";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Numbers = new(Name);
    private static readonly Counter<long> Questions = Numbers.CreateCounter<long>("policybot.questions", description: "Messages handled");
    private static readonly Counter<long> Pieces = Numbers.CreateCounter<long>("policybot.pieces", description: "Pieces that left the outbox");
    private static readonly Counter<long> ModelCalls = Numbers.CreateCounter<long>("policybot.model.calls", description: "Calls of the language model");
    private static readonly Counter<long> Slots = Numbers.CreateCounter<long>("policybot.slots", description: "Digests, briefs and alerts: due, queued, delivered or missed");
    private static readonly Histogram<double> Stages = Numbers.CreateHistogram<double>("policybot.stage.duration", "s", "How long each stage of the way from message to reply takes");

    /// <summary>Times a stage of the way from message to reply, until disposed.</summary>
    public static StageTimer Stage(string stage) => new(stage, Activities.StartActivity(stage), Stopwatch.GetTimestamp());

    public static void CountQuestion(string platform, string outcome) => Questions.Add(1, new("platform", platform), new("outcome", outcome));

    public static void CountPiece(string platform, string outcome) => Pieces.Add(1, new("platform", platform), new("outcome", outcome));

    public static void CountModelCall(string prompt, string outcome) => ModelCalls.Add(1, new("prompt", prompt), new("outcome", outcome));

    /// <param name="kind">Of the standing order, such as "digest".</param>
    public static void CountSlots(string kind, string outcome, int count = 1)
    {
        if (count > 0) Slots.Add(count, new("kind", kind), new("outcome", outcome));
    }

    /// <summary>Reports numbers of one kind whenever a collector asks; <paramref name="read"/> is not to block.</summary>
    public static void Observe(string name, string tag, Func<IEnumerable<KeyValuePair<string, int>>> read) => Numbers.CreateObservableGauge(
        name, () => read().Select(pair => new Measurement<int>(pair.Value, new KeyValuePair<string, object?>(tag, pair.Key))));

    private static void Record(string stage, TimeSpan took) => Stages.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public readonly struct StageTimer(string stage, Activity? activity, long begun) : IDisposable
    {
        public void Dispose()
        {
            Record(stage, Stopwatch.GetElapsedTime(begun));
            activity?.Dispose();
        }
    }
}
