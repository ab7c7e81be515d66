using System.Text.Json.Nodes;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Incoming;
using PolicyBot.Tests.Records.Documents;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Hosting;

/// <summary>Every way in that needs no command line, through the worker and over the wire.</summary>
public sealed class IntakeTests
{
    private const string Curator = "--Access:Curators:0";

    private static readonly byte[] Minutes = WordFile.Of(WordFile.Paragraph("변전소 현장 간담회") + WordFile.Paragraph("과학기술정보통신부는 2025년 9월 11일 대전에서 변전소 현장 간담회를 열었다. 변학도 사아전력 대표는 변전소 부지를 늘려 달라고 요청했다."));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_without_a_console_takes_in_what_is_dropped_until_it_is_stopped()
    {
        using var folder = new Storage.TemporaryFolder();
        var dropped = Directory.CreateDirectory(Path.Combine(folder.Path, "in")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(dropped, "minutes.docx"), Minutes, Token);
        using var service = BuiltProgram.Start("C", folder.Path, "run", "--data", "data", "--Records:Watch:0", dropped);
        try
        {
            service.StandardInput.Close();
            Assert.Contains("what comes in by itself", await service.StandardError.ReadLineAsync(Token).AsTask().WaitAsync(BuiltProgram.Longest, Token), StringComparison.Ordinal);

            using var limit = new CancellationTokenSource(BuiltProgram.Longest);
            HostRun listed;
            do listed = await BuiltProgram.RunAsync("C", folder.Path, "", ["records", "--data", "data", "--json"]);
            while (listed.Json.GetProperty("records").GetArrayLength() == 0 && !service.HasExited && !limit.IsCancellationRequested);

            Assert.Contains("변전소 현장 간담회", listed.Out, StringComparison.Ordinal);
            Assert.False(service.HasExited);
        }
        finally
        {
            if (!service.HasExited) service.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Slack_curators_import_the_files_of_a_message_and_each_is_told()
    {
        await using var worker = await RunningWorker.StartAsync(Curator, "slack/U1");
        foreach (var (name, bytes) in Documents()) worker.Slack.Files[name] = bytes;

        await worker.Slack.DeliverAsync(worker.Socket, "interactive", Shortcut("1.1", "U1", [.. Documents().Select(d => (d.Name, (long)d.Bytes.Length, worker.Slack.FileUrl(d.Name))), ("huge.pdf", 60L * 1024 * 1024, worker.Slack.FileUrl("huge.pdf"))]));
        var told = "";
        await worker.UntilAsync(() => (told = SlackWords(worker)).Contains("huge.pdf", StringComparison.Ordinal));

        Assert.Equal(Documents().Count, Count(told, "가져옴:"));
        Assert.Contains("50MB", told, StringComparison.Ordinal);
        Assert.DoesNotContain(worker.Slack.Of("file"), f => f.Detail == "huge.pdf");
        Assert.Equal(Documents().Count, (await worker.Host.RunAsync("records", "--json")).Json.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Others_are_refused_on_both_platforms_and_nothing_is_fetched()
    {
        await using var worker = await RunningWorker.StartAsync(Curator, "slack/U1");
        worker.Discord.Files["회의.docx"] = Minutes;

        await worker.Slack.DeliverAsync(worker.Socket, "interactive", Shortcut("1.2", "U2", ("회의.docx", 10, worker.Slack.FileUrl("회의.docx"))));
        await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", Upload("701", worker.Discord, "회의.docx", 10));

        await worker.UntilAsync(() => SlackWords(worker).Contains("담당자", StringComparison.Ordinal) && worker.Discord.Messages.Any(m => m.Content.Contains("담당자", StringComparison.Ordinal)));
        Assert.Empty(worker.Slack.Of("file"));
        Assert.Empty(worker.Discord.Fetched);
        Assert.Empty((await worker.Host.RunAsync("records", "--json")).Json.GetProperty("records").EnumerateArray());
    }

    [Fact]
    public async Task Discord_curators_upload_with_the_command_or_from_a_message_and_may_ask_at_once()
    {
        await using var worker = await RunningWorker.StartAsync(Curator, "discord/" + DiscordEvents.User);
        worker.Discord.Files["meeting.docx"] = Minutes;
        var address = worker.Discord.FileAddress("meeting.docx");

        await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", Upload("702", worker.Discord, "meeting.docx", Minutes.Length));
        await worker.UntilAsync(() => Says(worker, "가져옴: 변전소 현장 간담회"));
        await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction("703", 2, """{"name":"Import as meeting record","type":3,"target_id":"55","resolved":{"messages":{"55":{"content":"","attachments":[{"id":"1","filename":"copy.docx","size":10,"url":"ADDRESS"}]}}}}""".Replace("ADDRESS", address.AbsoluteUri, StringComparison.Ordinal)));
        await worker.UntilAsync(() => Says(worker, "이미 있음: 변전소 현장 간담회"));
        await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", Upload("704", worker.Discord, "huge.pdf", 60 * 1024 * 1024));
        await worker.UntilAsync(() => Says(worker, "받지 않음: huge.pdf"));
        await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("705", "변전소 부지는 누가 요청했나?"));

        await worker.UntilAsync(() => worker.Discord.Messages.Any(m => m.Content.Contains("변학도", StringComparison.Ordinal) && m.Content.Contains("¶ 2", StringComparison.Ordinal)));
        Assert.Equal(["meeting.docx", "meeting.docx"], worker.Discord.Fetched);
    }

    [Fact]
    public async Task A_ministrys_mixed_files_dropped_into_a_folder_are_answered_from_with_page_and_words()
    {
        var inbox = Directory.CreateTempSubdirectory("policybot-inbox-");
        try
        {
            await using var worker = await RunningWorker.StartAsync("--Records:Watch:0", inbox.FullName);
            foreach (var (name, bytes) in Documents()) await File.WriteAllBytesAsync(Path.Combine(inbox.FullName, name), bytes, Token);
            await File.WriteAllBytesAsync(Path.Combine(inbox.FullName, "broken.hwp"), [1, 2, 3], Token);

            // It may have been looked at while they were still being written: what the looks took in is added up.
            await worker.UntilSaidAsync(lines => (TakenIn(lines, "imported"), TakenIn(lines, "refused")) == (Documents().Count, 1));
            string[] status = ["status", "--json", "--Records:Watch:0", inbox.FullName];
            var watch = (await worker.Host.RunAsync(status)).Json.GetProperty("watch")[0];
            await worker.Discord.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("706", "송전선 민원은 누가 제기했나?"));
            await worker.UntilAsync(() => worker.Discord.Messages.Any(m => m.Content.Contains("홍길동", StringComparison.Ordinal) && m.Content.Contains("p. 2", StringComparison.Ordinal) && m.Content.Contains("송전선", StringComparison.Ordinal)));

            Assert.Equal(Documents().Count + 1, watch.GetProperty("documents").GetInt32());
            var refused = Assert.Single(watch.GetProperty("refused").EnumerateArray());
            Assert.EndsWith("broken.hwp", refused.Text("path"), StringComparison.Ordinal);
            Assert.NotEmpty(refused.Text("reason")!);
            Assert.Contains("broken.hwp", (await worker.Host.RunAsync(["status", .. status[2..]])).Out, StringComparison.Ordinal);
        }
        finally
        {
            inbox.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_feed_is_polled_and_its_last_poll_stands_in_the_status()
    {
        await using var feeds = await FakeFeeds.StartAsync();
        feeds.Says("/rss", "<rss><channel><item><title>변전소 소식</title><link>https://example.org/1</link><pubDate>Tue, 30 Sep 2025 10:00:00 +0900</pubDate><description>변학도 사아전력 대표는 변전소 부지를 늘려 달라고 요청했다.</description></item></channel></rss>");
        string[] settings = ["--Records:Feeds:0", feeds["/rss"].AbsoluteUri];
        await using var worker = await RunningWorker.StartAsync(settings);

        await worker.UntilSaidAsync(lines => TakenIn(lines, "imported") == 1);

        var feed = (await worker.Host.RunAsync(["status", "--json", .. settings])).Json.GetProperty("feeds")[0];
        Assert.Equal(1, feed.GetProperty("documents").GetInt32());
        Assert.Equal(("imported", "https://example.org/1"), (feed.GetProperty("last").Text("outcome"), feed.GetProperty("last").Text("path")));
        Assert.Single(feeds.Journal);
    }

    private static IReadOnlyList<(string Name, byte[] Bytes)> Documents() =>
    [
        ("minutes.docx", Minutes),
        ("release.pdf", new PdfFile().Lines("예시부 송전선 간담회").Lines("홍길동 A사 대표는 송전선 민원이 사업을 막는다고 말했다.").Bytes()),
        ("report.hwpx", HwpxFile.Of(HwpxFile.Paragraph("인허가 간담회 결과") + HwpxFile.Paragraph("성춘향 나라사 대표는 인허가가 늦다고 말했다."))),
        ("old.hwp", new HwpFile().Paragraph("세제 간담회 결과").Paragraph("이몽룡 다라사 대표는 세제 지원을 요청했다.").Bytes()),
        ("note.txt", System.Text.Encoding.UTF8.GetBytes("물류 간담회 결과\n\n심청 마바사 대표는 물류비가 부담이라고 말했다.")),
    ];

    private static int TakenIn(IEnumerable<string> log, string how) => log.Where(l => l.Contains("status tells which", StringComparison.Ordinal))
        .Sum(l => int.Parse(l.Split(' ' + how)[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));

    private static bool Says(RunningWorker worker, string words) => worker.Discord.Messages.Any(m => m.Content.Contains(words, StringComparison.Ordinal));

    private static string SlackWords(RunningWorker worker) => string.Join('\n', worker.Slack.Journal.Where(j => j.What is "chat.postEphemeral" or "response_url" or "chat.postMessage").Select(j => j.Body.TryGetProperty("text", out var text) ? text.GetString() : ""));

    private static int Count(string text, string words) => text.Split(words).Length - 1;

    private static JsonObject Shortcut(string trigger, string user, params (string Name, long Size, string Address)[] files) => new()
    {
        ["type"] = "message_action",
        ["callback_id"] = "import",
        ["trigger_id"] = trigger,
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = user },
        ["channel"] = new JsonObject { ["id"] = "C1" },
        ["message"] = new JsonObject
        {
            ["ts"] = "2.2",
            ["text"] = "",
            ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["id"] = "F" + f.Name, ["name"] = f.Name, ["size"] = f.Size, ["url_private_download"] = f.Address })]),
        },
    };

    private static string Upload(string id, FakeDiscord discord, string name, long size) =>
        DiscordEvents.Interaction(id, 2, $$$"""{"name":"record","type":1,"options":[{"name":"file","type":11,"value":"9"}],"resolved":{"attachments":{"9":{"id":"9","filename":"{{{name}}}","size":{{{size}}},"url":"{{{discord.FileAddress(name)}}}" } } } }""");
}
