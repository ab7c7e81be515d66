using PolicyBot.Contract;
using PolicyBot.Storage;

namespace PolicyBot.Verbs;

/// <summary>How the last look at each watched folder and each feed went.</summary>
internal static class PlaceStatus
{
    private const int MostRefused = 5;
    private const string Hidden = "(above this clearance)";

    public static Task<IReadOnlyList<PlaceShape>?> ReadAsync(Workplace workplace, IEnumerable<string> addresses, CancellationToken cancellationToken) =>
        ReadAsync(workplace, addresses.Select(a => (a, a)), cancellationToken);

    /// <summary>Null for none.</summary>
    /// <param name="addresses">As the archive knows them, and as they are shown.</param>
    public static async Task<IReadOnlyList<PlaceShape>?> ReadAsync(Workplace workplace, IEnumerable<(string Key, string Shown)> addresses, CancellationToken cancellationToken)
    {
        var places = (await workplace.Archive.ListPlacesAsync(cancellationToken)).ToDictionary(p => p.Address, StringComparer.Ordinal);
        var shapes = new List<PlaceShape>();
        foreach (var (address, shown) in addresses.Distinct())
        {
            var seen = await workplace.Archive.ListSeenAsync(address, cancellationToken);
            var results = seen.SelectMany(s => s.Results.Select(r => (s.At, Result: r))).ToList();
            var refused = results.Where(r => r.Result.Outcome == IntakeOutcome.Refused).Select(r => new RejectedShape(r.Result.Path, r.Result.Detail ?? "")).ToList();
            var place = places.GetValueOrDefault(address);
            var last = results.Count == 0 ? null : await ShapeAsync(workplace, results[^1].Result, results[^1].At, cancellationToken);
            shapes.Add(new(shown, place?.Looked, place?.Fault, results.Count(r => r.Result.Outcome != IntakeOutcome.Gone), last, refused));
        }

        return shapes.Count > 0 ? shapes : null;
    }

    public static void Print(string what, PlaceShape place, Output output, TimeZoneInfo zone)
    {
        const string indent = "           ";
        output.Line($"{what,-10} {place.Address}: " + (place.Looked is { } looked
            ? output.Pick($"{StatusVerb.Moment(looked, zone, output)}에 봄, 문서 {place.Documents}건", $"looked at {StatusVerb.Moment(looked, zone, output)}, {place.Documents} documents")
            : output.Pick("아직 보지 않음; 실행 중인 봇이 봅니다", "not looked at yet; a running worker does")));
        if (place.Fault is { } fault) output.Line($"{indent}{output.Pick("문제", "fault")}: {fault}");
        if (place.Last is { } last)
        {
            var version = last.Version is { } number ? output.Pick($" ({number}판)", $" (version {number})") : "";
            output.Line($"{indent}{output.Pick("마지막", "last")}: {StatusVerb.Moment(last.At, zone, output)} {VerbWords.Of(last.Outcome, output.Language).ToLowerInvariant()} {last.Path}{version}{(last.Detail is { } detail ? $": {detail}" : "")}");
        }

        foreach (var refused in place.Refused.TakeLast(MostRefused)) output.Line($"{indent}{output.Pick("거부", "refused")}: {refused.Path}: {refused.Reason}");
        if (place.Refused.Count > MostRefused) output.Line(indent + output.Pick($"이 밖에 거부 {place.Refused.Count - MostRefused}건: status --json에 모두 있습니다", $"and {place.Refused.Count - MostRefused} more refused: status --json names them all"));
    }

    private static async Task<PlaceResultShape> ShapeAsync(Workplace workplace, IntakeResult result, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var hidden = result.Record is { } id && await workplace.Archive.FindRecordAsync(id, workplace.Clearance, cancellationToken) is null;
        return new(hidden ? Hidden : result.Path, result.Outcome, hidden ? null : result.Detail, hidden ? null : result.Record?.Value, result.Version, at);
    }
}
