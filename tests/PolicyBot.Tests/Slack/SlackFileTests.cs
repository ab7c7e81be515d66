using PolicyBot.Chat;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Tests.Slack;

public sealed class SlackFileTests
{
    private static readonly Delivery _threaded = new() { Conversation = new("slack", "T1", "C1", null, ConversationKind.Public), UserId = "U1", InReplyTo = "1.1", OpensThread = true };
    private static readonly Reply _ledger = new() { Language = Language.Korean, Text = "기록에 없습니다. [1]", Files = [new("ledger.csv", "text/csv", "a,b"u8.ToArray(), "대장")] };

    [Fact]
    public async Task A_file_is_uploaded_into_the_thread()
    {
        await using var bench = await SlackBench.CreateAsync();
        var bodies = bench.Slack.Render(_ledger, _threaded);

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bodies[1])));

        Assert.Equal(["files.getUploadURLExternal", "upload", "files.completeUploadExternal"], bench.Server.Journal.Select(j => j.What));
        Assert.Equal("1.1", bench.Server.Journal[^1].Text("thread_ts"));
    }

    [Fact]
    public async Task A_file_whose_reply_was_lost_is_found_again_and_one_that_never_came_is_known_to_be_missing_once_Slack_had_its_time()
    {
        await using var bench = await SlackBench.CreateAsync();
        var token = TestContext.Current.CancellationToken;
        var piece = Piece(bench.Slack.Render(_ledger, _threaded)[1]);
        bench.Server.Plan("files.completeUploadExternal", Fault.Status(502), Fault.AppliedButLost);

        Assert.IsType<SendOutcome.InDoubt>(await SendAsync(bench, piece));
        Assert.Equal(new(false, null), await bench.Slack.ReconcileAsync(piece with { Doubts = 4 }, token));
        Assert.Equal(new(true, null), await bench.Slack.ReconcileAsync(piece with { Doubts = 5 }, token));
        Assert.IsType<SendOutcome.InDoubt>(await SendAsync(bench, piece));
        Assert.Equal(new(true, (string?)Assert.Single(bench.Server.Workspace.Messages)["ts"]), await bench.Slack.ReconcileAsync(piece, token));
    }

    [Fact]
    public async Task Files_are_fetched_from_Slack_alone()
    {
        await using var bench = await SlackBench.CreateAsync();
        var token = TestContext.Current.CancellationToken;

        using var reader = new StreamReader(await bench.Slack.OpenFileAsync(new("F1", "a.txt", 1, bench.Server.FileUrl("a.txt")), token));
        Assert.Equal("회의록 본문", await reader.ReadToEndAsync(token));
        await Assert.ThrowsAsync<ChatFileException>(() => bench.Slack.OpenFileAsync(new("F2", "b.txt", 1, "https://example.org/b.txt"), token));
    }

    private static OutgoingPiece Piece(string body) => new() { Key = "answer/1", Kind = PieceKind.Answer, Delivery = _threaded, Body = body, Stored = DateTimeOffset.UnixEpoch.AddYears(50) };

    private static Task<SendOutcome> SendAsync(SlackBench bench, OutgoingPiece piece) => bench.Slack.SendAsync(piece, TestContext.Current.CancellationToken);
}
