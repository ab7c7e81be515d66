using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Telemetry;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Telemetry;

/// <summary>What a collector hears of one question, from message to reply.</summary>
public sealed class MeasuresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> _heard = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_counted_timed_by_stage_and_traced_and_none_of_its_words_are_told()
    {
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _heard.Enqueue($"trace {activity.OperationName}"),
        };
        ActivitySource.AddActivityListener(activities);
        var platform = new JournalPlatform(_time);
        await using var process = new ChatProcess(_folder.Path, platform, new(), _time);
        await process.StartAsync(Token);
        await process.Store.TakeInAsync(ChatSamples.Question("1", "비밀스러운 질문"), null, Token);

        await _time.UntilAsync(() => _heard.Contains("policybot.pieces platform=test outcome=Sent") && _heard.Contains("trace message"));

        Assert.Contains("policybot.questions platform=test outcome=answered", _heard);
        foreach (var stage in (string[])["message", "handle", "store", "send"]) Assert.Contains($"policybot.stage.duration stage={stage}", _heard);
        Assert.DoesNotContain(_heard, line => line.Contains("비밀", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (key, value) in tags) line += $" {key}={value}";
        _heard.Enqueue(line);
    }
}
