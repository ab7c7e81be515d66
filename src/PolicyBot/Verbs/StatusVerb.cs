using System.CommandLine;
using System.Globalization;
using System.Reflection;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Contract;
using PolicyBot.Digests;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Verbs;

internal static class StatusVerb
{
    private const int MostReviewed = 100;
    private const int MostPrinted = 10;

    public static string Version { get; } =
        typeof(StatusVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static Command Create(CommonOptions common)
    {
        var verb = new Command("status", "Records, last import, index, connections, queues / 상태");
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var shape = await ReadAsync(workplace, cancellationToken);
            var output = common.Output(parse);
            if (output.Json) output.Write(shape, ContractJson.Readable.StatusShape);
            else Print(shape, output, workplace.Settings.TimeZone);
            return ExitCode.Done;
        });
        return verb;
    }

    public static async Task<StatusShape> ReadAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var extent = await workplace.Archive.MeasureAsync(workplace.Clearance, cancellationToken);
        var sequence = await workplace.Archive.ReadSequenceAsync(cancellationToken);
        using var index = PassageIndex.OpenReadOnly(Path.Combine(workplace.Folder, "index"));
        var peeked = await Stores.PeekChatAsync(workplace.Settings, workplace.Folder, workplace.Time, cancellationToken);
        var queues = peeked?.Queues;
        var digests = await ReadDigestsAsync(workplace, cancellationToken);
        return new(
            Version, Path.GetFullPath(workplace.Folder), extent.Records, extent.From, extent.To, extent.LastImport,
            new(index?.CountVisible(workplace.Clearance) ?? 0, index?.Sequence ?? 0, index?.Sequence == sequence.Newest),
            new Dictionary<string, string>(), Queues(queues),
            digests is null ? [] : new Dictionary<string, int>(StringComparer.Ordinal) { ["subscriptions"] = digests.Active, ["due"] = digests.Due, ["delivered"] = digests.Delivered, ["missed"] = digests.Gaps.Count })
        {
            Chat = queues is null ? null : new(queues.LastTakenIn, [.. queues.DeadLetters.Select(d => new DeadLetterShape(d.Key, d.Lane, d.At, d.Reason))]),
            Provider = workplace.Settings["Store:Provider"],
            Schema = new(SchemaVersions.Archive, SchemaVersions.Chat),
            Workers = [.. (peeked?.Workers ?? []).Select(w => new WorkerShape(w.Number, w.Name, w.Version, (int)w.ClockAhead.TotalMilliseconds, w.Holds))],
            NextDigest = digests?.Next,
            MissedDigests = digests?.Gaps is { Count: > 0 } gaps ? [.. gaps.Select(g => new MissedDigestShape(g.Order, g.Day, g.Due, g.Reason))] : null,
            Embeddings = ReadVectors(workplace, sequence),
            Outdated = await CountOutdatedAsync(workplace, cancellationToken),
            ToReview = await workplace.Archive.ListDisagreementsAsync(workplace.Clearance, MostReviewed, cancellationToken) is { Count: > 0 } doubted ? [.. doubted.Select(DisagreementShape.Of)] : null,
            Watch = await PlaceStatus.ReadAsync(workplace, workplace.Settings.List("Records:Watch").Select(Path.GetFullPath), cancellationToken),
            Feeds = await PlaceStatus.ReadAsync(workplace, workplace.Settings.List("Records:Feeds").Select(f => new Uri(f).AbsoluteUri), cancellationToken),
            Calendars = await PlaceStatus.ReadAsync(workplace, workplace.Settings.List("Meetings:Calendars").Select(c => (SubscribedCalendars.KeyOf(c), SubscribedCalendars.Name(c))), cancellationToken),
        };
    }

    private static async Task<DigestReport?> ReadDigestsAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var now = workplace.Time.GetUtcNow();
        return await Stores.PeekOrdersAsync(workplace.Settings, workplace.Folder, workplace.Time, now - DigestWatch.LooksBack, cancellationToken) is var (orders, slots)
            ? new DigestWatch(workplace.Holidays).Read(orders, slots, now)
            : null;
    }

    private static Dictionary<string, int> Queues(ChatQueues? queues) => queues is null ? [] : new(StringComparer.Ordinal)
    {
        ["inbox"] = queues.Waiting,
        ["failed"] = queues.Failed,
        ["outbox"] = queues.ToSend,
        ["inDoubt"] = queues.InDoubt,
        ["deadLetters"] = queues.Dead,
    };

    private static VectorsShape? ReadVectors(Workplace workplace, ArchiveSequence sequence)
    {
        if (workplace.Settings.Embeddings is not { } settings) return null;
        using var file = VectorFile.Open(workplace.Folder);
        return file.Read() is { } state && state.Name == settings.Name
            ? new(state.Name, state.Dimension, state.Passages, state.Sequence == sequence.Newest, state.Fault)
            : new(settings.Name, 0, 0, false, "no vectors of this model yet; the worker and `import` make them");
    }

    /// <summary>Only of what may be seen here.</summary>
    private static async Task<int> CountOutdatedAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var outdated = await workplace.Archive.ListUnderstoodOtherwiseAsync(Understanding.Of(workplace.Statements), cancellationToken);
        if (outdated.Count == 0) return 0;
        var visible = await workplace.Archive.ListRecordsAsync(workplace.Clearance, cancellationToken);
        return visible.Select(r => r.Id).Intersect(outdated).Count();
    }

    private static void Print(StatusShape shape, Output output, TimeZoneInfo zone)
    {
        output.Line($"PolicyBot {shape.Version}, {shape.Folder}");
        output.Line($"records    {shape.Records} ({Day(shape.From)} to {Day(shape.To)})");
        output.Line($"imported   {Moment(shape.LastImport, zone)}");
        if (shape.Outdated > 0) output.Line($"outdated   {shape.Outdated} records were understood by older rules or catalogues; run import again, with any file, to read them anew");
        output.Line($"index      {shape.Index.Passages} passages, {(shape.Index.Current ? "up to date" : "behind the store; the next question brings it up")}");
        output.Line($"store      {shape.Provider}, schema {shape.Schema.Archive} (records) and {shape.Schema.Chat} (chat)");
        foreach (var worker in shape.Workers) output.Line($"worker     {worker.Number} {worker.Name} {worker.Version}{Clock(worker)}, holds {(worker.Holds.Count == 0 ? "nothing" : string.Join(' ', worker.Holds))}");
        if (shape.Workers.Select(w => w.Version).Distinct().Count() > 1) output.Line("           They run different versions: bring all to the newest.");
        foreach (var folder in shape.Watch ?? []) PlaceStatus.Print("folder", folder, output, zone);
        foreach (var feed in shape.Feeds ?? []) PlaceStatus.Print("feed", feed, output, zone);
        foreach (var calendar in shape.Calendars ?? []) PlaceStatus.Print("calendar", calendar, output, zone);
        if (shape.Digests.GetValueOrDefault("subscriptions") > 0)
            output.Line($"digests    {shape.Digests["subscriptions"]} subscriptions; of the last 7 days {shape.Digests["due"]} due, {shape.Digests["delivered"]} delivered; next {shape.NextDigest?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}");
        foreach (var missed in shape.MissedDigests ?? []) output.Line($"  MISSED {missed.Subscription} {Day(missed.Day)}: {missed.Reason}");
        if (shape.Embeddings is { } vectors)
            output.Line($"embeddings {vectors.Passages} passages by {vectors.Name} ({vectors.Dimension} numbers), {(vectors.Current ? "up to date" : "behind the store; what is missing is found by words alone")}{(vectors.Fault is { } fault ? $"; {fault}" : "")}");
        if (shape.ToReview is { } doubted) output.Line($"to review  {doubted.Count}{(doubted.Count == MostReviewed ? "+" : "")} stretches that rules and model read differently; the rules' reading stands");
        foreach (var one in shape.ToReview?.Take(MostPrinted) ?? []) output.Line($"  {one.RecordId} {one.Start}-{one.End} “{one.Text.ReplaceLineEndings(" ")}” model: {Say(one.Proposed)}; rules: {Say(one.Ruled)}");
        if (shape.Chat is not { } chat) return;
        output.Line($"chat       last message {Moment(chat.LastTakenIn, zone)}");
        output.Line($"queues     {shape.Queues["inbox"]} to answer, {shape.Queues["outbox"]} to send ({shape.Queues["inDoubt"]} in doubt), {shape.Queues["failed"]} failed, {shape.Queues["deadLetters"]} given up");
        foreach (var dead in chat.DeadLetters) output.Line($"  {Moment(dead.At, zone)} {dead.Key}: {dead.Reason}");
    }

    private static string Clock(WorkerShape worker) => Math.Abs(worker.ClockAheadMs) < 1000 ? "" : string.Create(CultureInfo.InvariantCulture, $", clock {worker.ClockAheadMs / 1000:+0;-0} s off the database's");

    public static string Moment(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } known ? TimeZoneInfo.ConvertTime(known, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : "never";

    private static string Say(ReadAs? read) => read is null ? "nothing" : $"{read.Kind}, {read.Level} {string.Join(", ", read.Names)}".TrimEnd().ToLowerInvariant();

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
