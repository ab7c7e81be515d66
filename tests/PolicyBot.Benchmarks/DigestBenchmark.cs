using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Benchmarks;

/// <summary><c>digests [--subscriptions N] [--records N]</c>: so many subscriptions due in the same minute, sent to a platform that allows 100 posts a second in all; judged from its journal.</summary>
internal static class DigestBenchmark
{
    private static readonly string[][] Filters = [[], ["power"], ["permits"], ["tax"], ["talent"], ["power", "permits"], ["finance"], ["process"], ["data-access"], ["security"]];

    public static async Task<int> RunAsync(string[] args)
    {
        var (subscriptions, records) = (Option(args, "--subscriptions", 5_000), Option(args, "--records", 1_000));
        var folder = Directory.CreateTempSubdirectory("policybot-digests-").FullName;
        try
        {
            return await MeasureAsync(folder, subscriptions, records) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(string folder, int subscriptions, int records)
    {
        var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
        await using var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
        await ImportAsync(archive, organisations, topics, Path.Combine(folder, "in"), records);
        var due = DateTimeOffset.UtcNow;
        await SubscribeAsync(folder, subscriptions, due);

        var platform = new LimitedPlatform(100);
        await using var store = SqliteChatStore.Open(folder, TimeProvider.System);
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IChatStore>(store).AddSingleton<IChatPlatform>(platform).AddSingleton<IEgress>(new EgressGate(archive, Clearances.Default)).AddSingleton(TimeProvider.System)
            .AddSingleton<IChatHandler>(new Chat.Silence()).AddSingleton(CommandCatalogue.All)
            .AddSingleton(new DigestDesk { Archive = archive, Topics = topics, Organisations = organisations, Clearances = Clearances.Default, Time = TimeProvider.System })
            .AddChat().AddDigests();
        using var host = builder.Build();
        GC.Collect();
        var (before, begun) = (Process.GetCurrentProcess().WorkingSet64, Stopwatch.GetTimestamp());
        await host.StartAsync();
        while ((await store.ListSlotsAsync(due.AddDays(-1), CancellationToken.None)).Count(s => s.State is SlotState.Queued or SlotState.Delivered) < subscriptions) await Task.Delay(50);
        var queued = Stopwatch.GetElapsedTime(begun);
        Print($"{subscriptions} subscriptions of {Filters.Length} kinds over {records} records: all queued in {queued.TotalSeconds:0.0} s");
        var memory = new List<long>();
        while ((await store.MeasureAsync(CancellationToken.None)).ToSend > 0)
        {
            memory.Add(Process.GetCurrentProcess().WorkingSet64);
            await Task.Delay(1000);
        }

        await host.StopAsync();
        var pieces = platform.Arrived.Values.Sum(p => p.Count);
        var doubled = platform.Arrived.Values.Sum(p => p.Count - p.Distinct().Count());
        var outOfOrder = platform.Arrived.Values.Count(p => !p.Order(StringComparer.Ordinal).SequenceEqual(p));
        Print($"  {pieces} pieces in {platform.Arrived.Count} channels sent after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, {platform.Refused} times told to wait, {platform.TooSoon} sent within a penalty");
        Print($"  missed {subscriptions - platform.Arrived.Count}, doubled {doubled}, channels out of order {outOfOrder}");
        Print($"  memory {before / 1e6:0} MB before, {memory.DefaultIfEmpty().Max() / 1e6:0} MB at most while sending, {memory.LastOrDefault() / 1e6:0} MB at the end");
        return queued <= TimeSpan.FromSeconds(10) && doubled == 0 && outOfOrder == 0 && platform.TooSoon == 0 && platform.Arrived.Count == subscriptions;
    }

    private static async Task SubscribeAsync(string folder, int subscriptions, DateTimeOffset due)
    {
        await using var store = SqliteChatStore.Open(folder, new Past(due.AddHours(-1)));
        await store.SaveOrdersAsync(
            [
                .. Enumerable.Range(0, subscriptions).Select(n => new Subscription { Zone = "Etc/UTC", At = TimeOnly.FromDateTime(due.UtcDateTime), Cadence = Cadence.Daily, Topics = Filters[n % Filters.Length] }
                    .Order(new("bench", "T1", $"C{n}", null, ConversationKind.Public), "U1")),
            ], CancellationToken.None);
    }

    private static async Task ImportAsync(SqliteArchive archive, Organisations organisations, Topics topics, string input, int records)
    {
        Directory.CreateDirectory(input);
        for (var number = 0; number < records; number++) await File.WriteAllTextAsync(Path.Combine(input, $"{number:D6}.txt"), GeneratedRecords.Text(number));
        var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);
        await importer.ImportAsync([input], null, CancellationToken.None);
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private sealed class Past(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>So many posts a second in all; above that a channel is told to wait, and is noted when it does not.</summary>
    private sealed class LimitedPlatform(int perSecond) : IChatPlatform
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, DateTimeOffset> _penalties = new(StringComparer.Ordinal);
        private long _second;
        private int _posts;

        public ConcurrentDictionary<string, List<string>> Arrived { get; } = new(StringComparer.Ordinal);

        public int Refused { get; private set; }

        public int TooSoon { get; private set; }

        public string Name => "bench";

        public ConnectionState State { get; } = new(ConnectionPhase.Connected, null, DateTimeOffset.UnixEpoch);

        public Task RunAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

        public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

        public IReadOnlyList<string> Render(Reply reply, Delivery delivery) => [reply.Heading + reply.Text];

        public Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                var (now, channel) = (DateTimeOffset.UtcNow, piece.Delivery.Conversation.Channel);
                if (_penalties.TryGetValue(channel, out var until) && now < until) TooSoon++;
                if (now.ToUnixTimeSeconds() != _second) (_second, _posts) = (now.ToUnixTimeSeconds(), 0);
                if (++_posts > perSecond)
                {
                    Refused++;
                    var wait = TimeSpan.FromSeconds(1 + Random.Shared.Next(20));
                    _penalties[channel] = now + wait;
                    return Task.FromResult<SendOutcome>(new SendOutcome.Later(wait, "429"));
                }

                Arrived.GetOrAdd(channel, _ => []).Add(piece.Key);
                return Task.FromResult<SendOutcome>(new SendOutcome.Sent(piece.Key));
            }
        }

        public Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken) =>
            Task.FromResult(new Reconciled(true, Arrived.GetValueOrDefault(piece.Delivery.Conversation.Channel)?.Contains(piece.Key) == true ? piece.Key : null));

        public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken) => throw new ChatFileException("There are no files here.");
    }
}
