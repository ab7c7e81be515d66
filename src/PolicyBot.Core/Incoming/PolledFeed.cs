using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Incoming;

/// <summary>One feed: when it may be asked again, what it said last, and what came of its items. All that matters is in the store, so a restart asks no sooner.</summary>
/// <param name="jitter">From 0 to 1.</param>
public sealed class PolledFeed(Uri address, IArchive archive, Importer importer, FeedClient client, TimeProvider time, TimeSpan interval, Func<double> jitter)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    public Uri Address => address;

    public async Task<DateTimeOffset> DueAsync(CancellationToken cancellationToken)
    {
        // From the store each time: another worker on it may have asked meanwhile.
        return DateTimeOffset.FromUnixTimeMilliseconds((await LoadAsync(cancellationToken)).Next);
    }

    /// <returns>What is news, each item once.</returns>
    public async Task<IReadOnlyList<IntakeResult>> PollAsync(CancellationToken cancellationToken)
    {
        var before = await LoadAsync(cancellationToken);
        var reply = await client.FetchAsync(address, before.ETag, before.Modified, cancellationToken);
        if (reply.Outcome != FeedOutcome.Fresh) return await EndAsync(Next(before, reply), reply.Fault, [], cancellationToken);
        var result = await ImportAsync(reply.Body!, cancellationToken);
        var results = IntakeResults.Of(result, _ => true);
        // What could not be read as a feed at all is no answer to stand by: the next is asked for whole.
        var whole = results.Find(r => r.Path == address.AbsoluteUri && r.Outcome == IntakeOutcome.Refused)?.Detail ?? result.Stopped;
        var state = whole is null ? Next(before, reply) : Next(before, FeedReply.Failed(whole));
        return await EndAsync(state, whole, [.. results.Where(r => r.Outcome != IntakeOutcome.Unchanged && r.Path != address.AbsoluteUri)], cancellationToken);
    }

    /// <summary>Read by the child process like any document: from a file, under the addresses of its items.</summary>
    private async Task<ImportResult> ImportAsync(byte[] body, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-feed-");
        try
        {
            var file = Path.Combine(folder.FullName, "feed.rss");
            await File.WriteAllBytesAsync(file, body, cancellationToken);
            return await importer.ImportAsync([file], document => Named(document, file), null, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ReadResult Named(ReadResult document, string file) => document with
    {
        Path = document.Record?.Sources is [var link, ..] ? link : address.AbsoluteUri + document.Path[Math.Min(file.Length, document.Path.Length)..],
        Refusal = document.Refusal?.Replace(file, address.AbsoluteUri, StringComparison.Ordinal),
    };

    private async Task<IReadOnlyList<IntakeResult>> EndAsync(FeedState state, string? fault, List<IntakeResult> results, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = (await archive.ListSeenAsync(address.AbsoluteUri, cancellationToken)).ToDictionary(s => s.Path, StringComparer.Ordinal);
        // A refused item comes again with every poll until the feed drops it: told once.
        var news = results.Where(r => !(seen.TryGetValue(r.Path, out var before) && before.Results is [var known] && known == r)).ToList();
        await archive.SavePlaceAsync(
            new(address.AbsoluteUri, now, fault, JsonSerializer.Serialize(state, FeedJson.Default.FeedState)),
            [.. news.DistinctBy(n => n.Path).Select(n => new SeenDocument(n.Path, n.Record?.Value ?? "", 0, now, now, [n]))],
            [],
            cancellationToken);
        return news;
    }

    private FeedState Next(FeedState before, FeedReply reply)
    {
        var failures = reply.Outcome == FeedOutcome.Failed ? before.Failures + 1 : 0;
        var wait = interval * Math.Pow(2, Math.Min(failures, 10));
        if (wait > Longest || reply.Outcome == FeedOutcome.Gone) wait = Longest;
        // Never sooner than asked for, and not all at the same moment.
        if (reply.Wait is { } asked && asked > wait) wait = asked < LongestAsked ? asked : LongestAsked;
        wait *= 1 + (jitter() / 10);
        return before with
        {
            Next = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds(),
            Failures = failures,
            ETag = reply.Outcome == FeedOutcome.Fresh ? reply.ETag : before.ETag,
            Modified = reply.Outcome == FeedOutcome.Fresh ? reply.Modified : before.Modified,
        };
    }

    private async Task<FeedState> LoadAsync(CancellationToken cancellationToken)
    {
        var place = (await archive.ListPlacesAsync(cancellationToken)).FirstOrDefault(p => p.Address == address.AbsoluteUri);
        return place?.State is { } state ? JsonSerializer.Deserialize(state, FeedJson.Default.FeedState)! : new(0, 0, null, null);
    }
}

/// <param name="Next">When it may be asked again, in milliseconds since 1970.</param>
internal sealed record FeedState(long Next, int Failures, string? ETag, string? Modified);

[JsonSerializable(typeof(FeedState))]
internal sealed partial class FeedJson : JsonSerializerContext;
