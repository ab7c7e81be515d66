using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>Tells what came in since the digest before. A changed record is new only in the words that its last version did not have.</summary>
internal sealed class Novelty
{
    private readonly Dictionary<RecordId, RecordArrival> _arrivals;
    private readonly Dictionary<RecordId, string> _before;
    private readonly DigestRequest _request;

    private Novelty(DigestRequest request, Dictionary<RecordId, RecordArrival> arrivals, Dictionary<RecordId, string> before, DigestBasis basis) => (_request, _arrivals, _before, Basis) = (request, arrivals, before, basis);

    public DigestBasis Basis { get; }

    /// <summary>Records that are new or changed.</summary>
    public IReadOnlyList<RecordId> Records => [.. _arrivals.Values.Where(IsTouched).Select(a => a.Id)];

    public static async Task<Novelty> ReadAsync(IArchive archive, DigestRequest request, CancellationToken cancellationToken)
    {
        var all = await archive.ListArrivalsAsync(request.Clearance, cancellationToken);
        var arrivals = all.Where(a => a.First < request.Until).ToDictionary(a => a.Id);
        if (request.LooksBack && arrivals.Count == 0 && all.Count > 0) return AsPublished(request, all);
        var before = new Dictionary<RecordId, string>();
        foreach (var changed in arrivals.Values.Where(a => a.First < request.Since && a.Newest >= request.Since))
            if (await archive.FindTextBeforeAsync(changed.Id, request.Since, request.Clearance, cancellationToken) is { } text) before[changed.Id] = text;
        return new(request, arrivals, before, new(ByPublication: false, request.LooksBack ? all.Count(a => a.First >= request.Until && a.Published <= request.Day) : 0));
    }

    /// <summary>As if each record had come in on the day on which it was published.</summary>
    private static Novelty AsPublished(DigestRequest request, IReadOnlyList<RecordArrival> all)
    {
        var arrivals = all.Where(a => a.Published <= request.Day).Select(a => a with { First = At(a), Newest = At(a) }).ToDictionary(a => a.Id);
        return new(request, arrivals, [], new(ByPublication: true, all.Count(a => a.Published is null)));

        DateTimeOffset At(RecordArrival arrival) => arrival.Published == request.Day ? request.Since : DateTimeOffset.MinValue;
    }

    /// <summary>Whether the record had come in by the time of the digest.</summary>
    public bool Knows(RecordId record) => _arrivals.ContainsKey(record);

    public bool IsNew(StoredStatement statement) => _arrivals.TryGetValue(statement.Record.Id, out var arrival) && IsTouched(arrival)
        && !(_before.TryGetValue(arrival.Id, out var text) && text.Contains(statement.Text, StringComparison.Ordinal));

    private bool IsTouched(RecordArrival arrival) => arrival.First >= _request.Since || arrival.Newest >= _request.Since;
}
