using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Telemetry;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Digests;
using PolicyBot.Tests.Prompts;
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
        using var listening = Listen();
        var platform = new JournalPlatform(_time);
        await using var process = new ChatProcess(_folder.Path, platform, new(), _time);
        await process.StartAsync(Token);
        await process.Store.TakeInAsync(ChatSamples.Question("1", "비밀스러운 질문"), null, Token);

        await _time.UntilAsync(() => _heard.Contains("policybot.pieces platform=test outcome=Sent") && _heard.Contains("trace message"));

        Assert.Contains("policybot.questions platform=test outcome=answered", _heard);
        foreach (var stage in (string[])["message", "handle", "store", "send"]) Assert.Contains($"policybot.stage.duration stage={stage}", _heard);
        Assert.DoesNotContain(_heard, line => line.Contains("비밀", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_digest_is_counted_when_it_is_due_made_and_delivered_and_one_too_late_when_it_is_missed()
    {
        using var listening = Listen();
        _time.AdjustTime(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        var platform = new JournalPlatform(_time);
        await using var process = new DigestProcess(_folder.Path, archive, platform, _time);
        await process.Store.SaveOrdersAsync([new Subscription { Zone = "Asia/Seoul", At = new(2, 30), Cadence = Cadence.Daily }.Order(ChatSamples.Channel("C1"), "U1", OrderState.Active)], Token);

        _time.AdjustTime(new(2026, 1, 4, 18, 0, 0, TimeSpan.Zero));
        await process.TurnAsync();

        foreach (var outcome in (string[])["due", "made", "delivered", "missed"]) Assert.Contains($"policybot.slots kind=digest outcome={outcome}", _heard);
        Assert.Single(platform.Journal, p => p.Key.StartsWith("digest/", StringComparison.Ordinal) && p.Key.EndsWith("/0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retrieval_and_calls_of_a_model_are_timed_and_a_call_counted_by_what_came_of_it()
    {
        using var listening = Listen();
        using (var index = PassageIndex.Open(Path.Combine(_folder.Path, "index"))) await index.FindPassagesAsync(new() { Text = "비밀스러운 질문" }, Token);
        await using var fake = await FakeModel.StartAsync();
        fake.Says = _ => "{\"question\": \"비밀\"}";
        using var model = new LanguageModel(PromptLibrary.Load(PromptLibraryTests.Shipped), new(fake.Endpoint, "fake", "", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), 100), _time, TimeZoneInfo.Utc, _ => { });
        var inputs = new Dictionary<string, object> { ["question"] = "비밀스러운 질문", ["language"] = "ko", ["earlier"] = new List<object>() };

        await model.CompleteAsync("read-question", inputs, new([], null), null, Token);
        fake.Fault = Fault.Refuse;
        await Assert.ThrowsAsync<ModelUnavailableException>(() => model.CompleteAsync("read-question", inputs, new([], null), null, Token));

        foreach (var stage in (string[])["retrieve", "model"])
        {
            Assert.Contains($"policybot.stage.duration stage={stage}", _heard);
            Assert.Contains($"trace {stage}", _heard);
        }

        Assert.Contains("policybot.model.calls prompt=read-question outcome=replied", _heard);
        Assert.Contains("policybot.model.calls prompt=read-question outcome=unavailable", _heard);
        Assert.DoesNotContain(_heard, line => line.Contains("비밀", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private Listening Listen()
    {
        var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.Start();
        var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _heard.Enqueue($"trace {activity.OperationName}"),
        };
        ActivitySource.AddActivityListener(activities);
        return new Listening(meters, activities);
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (key, value) in tags) line += $" {key}={value}";
        _heard.Enqueue(line);
    }

    private sealed record Listening(MeterListener Meters, ActivityListener Activities) : IDisposable
    {
        public void Dispose()
        {
            Meters.Dispose();
            Activities.Dispose();
        }
    }
}
