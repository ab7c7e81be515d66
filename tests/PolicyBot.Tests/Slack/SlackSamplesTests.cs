using System.Text.Json.Nodes;
using PolicyBot.Tests.Conformance;

namespace PolicyBot.Tests.Slack;

/// <summary>Every sample that Slack's maintainers publish: it is acknowledged, and the bot lives on.</summary>
public sealed class SlackSamplesTests
{
    [Fact]
    public async Task Every_event_is_acknowledged()
    {
        var files = Directory.GetFiles(ConformanceData.Require("slack/events"), "*.json");
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        foreach (var file in files)
        {
            var payload = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
            await bench.Server.DeliverAsync(socket, "events_api", payload);
            payload["type"] = "event_callback";
            payload["event_id"] = Path.GetFileName(file);
            payload["team_id"] = "T1";
            await bench.Server.DeliverAsync(socket, "events_api", payload);
        }

        Assert.Equal(96, files.Length);
        Assert.Equal(2 * files.Length, bench.Server.Of("ack").Count());
        Assert.DoesNotContain(bench.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_interaction_is_acknowledged()
    {
        var files = Directory.GetFiles(ConformanceData.Require("slack/app-backend"), "*.json");
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        foreach (var file in files)
        {
            var payload = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
            await bench.Server.DeliverAsync(socket, file.Contains("SlashCommand", StringComparison.Ordinal) ? "slash_commands" : "interactive", payload);
        }

        Assert.Equal(files.Length, bench.Server.Of("ack").Count());
        Assert.DoesNotContain(bench.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_published_envelope_is_acknowledged()
    {
        var published = JsonNode.Parse(await File.ReadAllTextAsync(ConformanceData.Require("slack/socket-mode-envelopes.json"), TestContext.Current.CancellationToken))!;
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        foreach (var envelope in published["envelopes"]!.AsArray())
            await bench.Server.DeliverAsync(socket, (string)envelope!["type"]!, envelope["payload"]!, takesPayload: (bool)envelope["accepts_response_payload"]!);

        Assert.Equal(5, bench.Server.Of("ack").Count());
        Assert.All(bench.Server.Of("ack"), a => Assert.False(a.Body.TryGetProperty("payload", out _)));
        Assert.Equal(["command/111.222.xxx", "trigger/3701415066658.3485157640.72f11de3d52bb9593d6931af772a323e"], bench.Inbox.Messages.Select(m => m.Key).Where(k => !k.StartsWith('T')));
    }

    [Fact]
    public void Replies_of_every_method_are_read_whatever_their_size()
    {
        foreach (var file in Directory.GetFiles(ConformanceData.Require("slack/api")))
        {
            using var raw = File.OpenRead(file);
            using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(raw, System.IO.Compression.CompressionMode.Decompress) : (Stream)raw;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);

            Assert.False(PolicyBot.Slack.Web.Fields.Flag(System.Text.Json.JsonElement.Parse(bytes.ToArray()), "ok"));
        }
    }
}
