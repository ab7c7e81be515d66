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
        Row("기록", "records", $"{shape.Records}건 ({Day(shape.From)} ~ {Day(shape.To)})", $"{shape.Records} ({Day(shape.From)} to {Day(shape.To)})");
        Row("가져옴", "imported", Moment(shape.LastImport, zone, output), Moment(shape.LastImport, zone, output));
        if (shape.Outdated > 0)
            Row("묵음", "outdated", $"기록 {shape.Outdated}건이 이전 규칙이나 목록으로 읽혔습니다. 아무 파일이나 다시 가져오면 새로 읽습니다", $"{shape.Outdated} records were understood by older rules or catalogues; run import again, with any file, to read them anew");
        Row("색인", "index", $"대목 {shape.Index.Passages}개, {(shape.Index.Current ? "최신" : "저장소보다 뒤처짐; 다음 질문 때 따라잡습니다")}", $"{shape.Index.Passages} passages, {(shape.Index.Current ? "up to date" : "behind the store; the next question brings it up")}");
        Row("저장소", "store", $"{shape.Provider}, 스키마 {shape.Schema.Archive}(기록)·{shape.Schema.Chat}(대화)", $"{shape.Provider}, schema {shape.Schema.Archive} (records) and {shape.Schema.Chat} (chat)");
        foreach (var worker in shape.Workers)
        {
            var name = $"{worker.Number} {worker.Name} {worker.Version}{Clock(worker, output)}";
            Row("봇", "worker", $"{name}, 맡은 일: {(worker.Holds.Count == 0 ? "없음" : string.Join(' ', worker.Holds))}", $"{name}, holds {(worker.Holds.Count == 0 ? "nothing" : string.Join(' ', worker.Holds))}");
        }

        if (shape.Workers.Select(w => w.Version).Distinct().Count() > 1) Row("", "", "서로 다른 판이 실행 중입니다. 모두 최신으로 올리십시오.", "They run different versions: bring all to the newest.");
        foreach (var folder in shape.Watch ?? []) PlaceStatus.Print(output.Pick("폴더", "folder"), folder, output, zone);
        foreach (var feed in shape.Feeds ?? []) PlaceStatus.Print(output.Pick("피드", "feed"), feed, output, zone);
        foreach (var calendar in shape.Calendars ?? []) PlaceStatus.Print(output.Pick("일정", "calendar"), calendar, output, zone);
        PrintDigests(shape, output);
        if (shape.Embeddings is { } vectors)
        {
            var fault = vectors.Fault is { } told ? $"; {told}" : "";
            Row("임베딩", "embeddings",
                $"{vectors.Name}({vectors.Dimension}차원) 대목 {vectors.Passages}개, {(vectors.Current ? "최신" : "저장소보다 뒤처짐; 없는 것은 낱말로만 찾습니다")}{fault}",
                $"{vectors.Passages} passages by {vectors.Name} ({vectors.Dimension} numbers), {(vectors.Current ? "up to date" : "behind the store; what is missing is found by words alone")}{fault}");
        }

        if (shape.ToReview is { } doubted)
        {
            var more = doubted.Count == MostReviewed ? "+" : "";
            Row("검토할 것", "to review", $"규칙과 모델이 달리 읽은 대목 {doubted.Count}{more}개; 규칙의 읽기를 따릅니다", $"{doubted.Count}{more} stretches that rules and model read differently; the rules' reading stands");
        }

        foreach (var one in shape.ToReview?.Take(MostPrinted) ?? [])
            output.Line($"  {one.RecordId} {one.Start}-{one.End} “{one.Text.ReplaceLineEndings(" ")}” {output.Pick("모델", "model")}: {Say(one.Proposed, output)}; {output.Pick("규칙", "rules")}: {Say(one.Ruled, output)}");
        if (shape.Chat is not { } chat) return;
        Row("대화", "chat", $"마지막 메시지 {Moment(chat.LastTakenIn, zone, output)}", $"last message {Moment(chat.LastTakenIn, zone, output)}");
        var queues = shape.Queues;
        Row("대기열", "queues",
            $"답할 것 {queues["inbox"]}, 보낼 것 {queues["outbox"]}(불확실 {queues["inDoubt"]}), 실패 {queues["failed"]}, 포기 {queues["deadLetters"]}",
            $"{queues["inbox"]} to answer, {queues["outbox"]} to send ({queues["inDoubt"]} in doubt), {queues["failed"]} failed, {queues["deadLetters"]} given up");
        foreach (var dead in chat.DeadLetters) output.Line($"  {Moment(dead.At, zone, output)} {dead.Key}: {dead.Reason}");

        void Row(string koreanName, string name, string korean, string english) => output.Line(output.Pick($"{koreanName,-8} {korean}", $"{name,-10} {english}"));
    }

    private static void PrintDigests(StatusShape shape, Output output)
    {
        var next = shape.NextDigest?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        if (shape.Digests.GetValueOrDefault("subscriptions") is > 0 and var orders)
        {
            output.Line(output.Pick(
                $"소식      구독 {orders}건; 지난 7일 보낼 것 {shape.Digests["due"]}건, 보낸 것 {shape.Digests["delivered"]}건; 다음 {next}",
                $"digests    {orders} subscriptions; of the last 7 days {shape.Digests["due"]} due, {shape.Digests["delivered"]} delivered; next {next}"));
        }

        foreach (var missed in shape.MissedDigests ?? []) output.Line($"  {output.Pick("못 보냄", "MISSED")} {missed.Subscription} {Day(missed.Day)}: {missed.Reason}");
    }

    private static string Clock(WorkerShape worker, Output output) => Math.Abs(worker.ClockAheadMs) < 1000
        ? ""
        : output.Pick(string.Create(CultureInfo.InvariantCulture, $", 시계가 데이터베이스와 {worker.ClockAheadMs / 1000:+0;-0}초 다름"), string.Create(CultureInfo.InvariantCulture, $", clock {worker.ClockAheadMs / 1000:+0;-0} s off the database's"));

    public static string Moment(DateTimeOffset? at, TimeZoneInfo zone, Output output) =>
        at is { } known ? TimeZoneInfo.ConvertTime(known, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : output.Pick("없음", "never");

    private static string Say(ReadAs? read, Output output) => read is null
        ? output.Pick("아무것도 아님", "nothing")
        : $"{VerbWords.Of(read.Kind, output.Language)}, {VerbWords.Of(read.Level, output.Language)} {string.Join(", ", read.Names)}".TrimEnd().ToLowerInvariant();

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
