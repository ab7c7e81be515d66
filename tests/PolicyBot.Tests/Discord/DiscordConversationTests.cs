using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Discord;

public sealed class DiscordConversationTests
{
    [Fact]
    public async Task A_mention_is_answered_in_a_thread_under_it()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        var question = fake.Put(FakeDiscord.Channel, DiscordEvents.User, $"<@{FakeDiscord.Bot}> 전기 요금은?");
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention(question.Id, "전기 요금은?"));
        var message = await rig.NextAsync();

        var delivery = new Delivery { Conversation = message.Conversation, InReplyTo = message.MessageId, OpensThread = true };
        var working = await rig.Platform.SendAsync(rig.Piece(delivery, key: "w") with { Kind = PieceKind.Working, Body = "ko" }, TestContext.Current.CancellationToken);
        var placeholder = Assert.IsType<SendOutcome.Sent>(working).MessageId;
        var sent = await rig.Platform.SendAsync(rig.Piece(delivery) with { Replaces = placeholder }, TestContext.Current.CancellationToken);

        Assert.Equal(("전기 요금은?", true, false, ConversationKind.Public), (message.Text, message.IsAddressed, message.TagsOthers, message.Conversation.Kind));
        Assert.Equal(placeholder, Assert.IsType<SendOutcome.Sent>(sent).MessageId);
        var answer = Assert.Single(fake.Messages, m => m.Author == FakeDiscord.Bot);
        Assert.Equal((question.Id, "답입니다."), (answer.Channel, answer.Content));
        Assert.Equal("전기 요금은?", Assert.Single(fake.Requests, r => r.Path.EndsWith("/threads", StringComparison.Ordinal)).Body!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Lines_in_a_thread_of_the_bot_need_no_mention_and_others_are_not_read()
    {
        await using var fake = await FakeDiscord.StartAsync();
        fake.Bodies["GET channels/31"] = $$"""{"id":"31","type":11,"guild_id":"{{FakeDiscord.Guild}}","parent_id":"{{FakeDiscord.Channel}}"}""";
        fake.Bodies["GET channels/32"] = $$"""{"id":"32","type":11,"guild_id":"{{FakeDiscord.Guild}}","parent_id":"{{FakeDiscord.Channel}}"}""";
        var inbox = new MemoryInbox();
        inbox.OwnThreads.Add("31");
        await using var rig = await DiscordRig.StartAsync(fake, inbox, readsThreads: true);

        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Message("701", "남의 이야기", channel: "32"));
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Message("702", "언제였나요", channel: "31"));
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Message("703", "<@6> 봐요", """,    "mentions":[{"id":"6","username":"mong"}]""", channel: "31"));

        var second = await rig.NextAsync(2);
        var first = rig.Inbox.Messages.First();
        Assert.Equal(("언제였나요", false, false, "31", FakeDiscord.Channel), (first.Text, first.IsAddressed, first.TagsOthers, first.Conversation.Thread, first.Conversation.Channel));
        Assert.Equal(("@mong 봐요", true), (second.Text, second.TagsOthers));
    }

    [Fact]
    public async Task Direct_messages_are_heard_and_machines_are_not()
    {
        await using var fake = await FakeDiscord.StartAsync();
        fake.Bodies["GET channels/41"] = """{"id":"41","type":1}""";
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.EmitAsync("MESSAGE_CREATE", $$$"""{"id":"700","channel_id":"41","type":0,"content":"x","author":{"id":"{{{FakeDiscord.Bot}}}"}}""");
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", """{"id":"701","channel_id":"41","type":0,"content":"x","author":{"id":"9","bot":true}}""");
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Message("702", "물은 <:ok:12> <#5> <t:0:R> 어때요", channel: "41", guild: null));
        await fake.Gateway.EmitAsync("MESSAGE_UPDATE", DiscordEvents.Message("702", "고쳐 물을게요", ""","edited_timestamp":"2026-03-02T09:00:00Z" """, channel: "41", guild: null));
        await fake.Gateway.EmitAsync("MESSAGE_DELETE", """{"id":"702","channel_id":"41"}""");

        await rig.NextAsync(3);
        Assert.Equal([(ChatMessageKind.Text, "물은 :ok: #channel 1970-01-01 00:00 UTC 어때요"), (ChatMessageKind.Edited, "고쳐 물을게요"), (ChatMessageKind.Deleted, "")], rig.Inbox.Messages.Select(m => (m.Kind, m.Text)));
        Assert.All(rig.Inbox.Messages, m => Assert.Equal(("702", ConversationKind.Direct), (m.MessageId, m.Conversation.Kind)));
    }

    [Fact]
    public async Task A_private_answer_to_a_message_goes_to_the_one_who_asked()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        var sent = await rig.Platform.SendAsync(rig.Piece(Private()), TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(sent);
        Assert.Equal("4" + DiscordEvents.User[1..], Assert.Single(fake.Messages).Channel);
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_is_told_so_without_the_answer()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        fake.Fail("POST /channels/4", FakeFault.Code(403, 50007));

        var sent = await rig.Platform.SendAsync(rig.Piece(Private(), "비밀"), TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(sent);
        var told = Assert.Single(fake.Messages);
        Assert.Equal(FakeDiscord.Channel, told.Channel);
        Assert.DoesNotContain("비밀", told.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10003, true)]
    [InlineData(50001, true)]
    [InlineData(50013, true)]
    [InlineData(50035, false)]
    public async Task What_will_never_be_accepted_is_refused(int code, bool isLost)
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        fake.Fail("/messages", FakeFault.Code(code == 50035 ? 400 : 403, code));

        var refused = Assert.IsType<SendOutcome.Refused>(await rig.Platform.SendAsync(rig.Piece(Public()), TestContext.Current.CancellationToken));

        Assert.Equal(isLost, refused.ConversationLost);
        Assert.DoesNotContain(FakeDiscord.Token, refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"retry_after":0.75,"global":false}""", "1", 0.75)]
    [InlineData("{}", "2", 2)]
    [InlineData("", null, 5)]
    [InlineData("<html>", "3", 3)]
    public async Task Nothing_is_sent_inside_a_penalty(string body, string? header, double seconds)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var fake = await FakeDiscord.StartAsync(clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: clock);
        fake.Fail("/messages", new(429, body, header, TimeSpan.FromSeconds(seconds)));

        var first = Assert.IsType<SendOutcome.Later>(await rig.Platform.SendAsync(rig.Piece(Public()), TestContext.Current.CancellationToken));
        var second = Assert.IsType<SendOutcome.Later>(await rig.Platform.SendAsync(rig.Piece(Public()), TestContext.Current.CancellationToken));
        clock.Advance(first.Wait);
        var third = await rig.Platform.SendAsync(rig.Piece(Public()), TestContext.Current.CancellationToken);

        Assert.Equal((seconds, seconds), (first.Wait.TotalSeconds, second.Wait.TotalSeconds));
        Assert.IsType<SendOutcome.Sent>(third);
        Assert.Equal(2, fake.Requests.Count(r => r.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_whose_reply_was_lost_is_not_sent_twice()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var fake = await FakeDiscord.StartAsync(clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: clock);
        for (var i = 0; i < 200; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            var piece = rig.Piece(Public(), $"답 {i}", $"piece-{i}");
            fake.Fail("POST /channels", i % 2 == 0 ? FakeFault.LostReply : new(500, IsApplied: true));

            Assert.IsType<SendOutcome.InDoubt>(await rig.Platform.SendAsync(piece, TestContext.Current.CancellationToken));
            Assert.Equal(new Reconciled(true, null), await rig.Platform.ReconcileAsync(piece, TestContext.Current.CancellationToken));
            Assert.IsType<SendOutcome.Sent>(await rig.Platform.SendAsync(piece, TestContext.Current.CancellationToken));
        }

        Assert.Equal(200, fake.Messages.Count());
    }

    [Fact]
    public async Task After_the_nonce_is_forgotten_the_history_is_read()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        var old = rig.Clock.GetUtcNow() - TimeSpan.FromHours(1);
        fake.Put(FakeDiscord.Channel, DiscordEvents.User, "답입니다.");
        var ours = fake.Put(FakeDiscord.Channel, FakeDiscord.Bot, "답입니다.");

        Assert.Equal(new(true, ours.Id), await rig.Platform.ReconcileAsync(rig.Piece(Public()) with { Stored = old }, TestContext.Current.CancellationToken));
        Assert.Equal(new(true, null), await rig.Platform.ReconcileAsync(rig.Piece(Public(), "다른 답") with { Stored = old }, TestContext.Current.CancellationToken));
        fake.Fail("GET /channels", new(500));
        Assert.False((await rig.Platform.ReconcileAsync(rig.Piece(Public()) with { Stored = old }, TestContext.Current.CancellationToken)).Known);
    }

    [Fact]
    public async Task A_revoked_token_stops_everything_and_is_said()
    {
        await using var fake = await FakeDiscord.StartAsync();
        fake.Fail("/users/@me", FakeFault.Code(401, 0));
        var rig = DiscordRig.Create(fake);

        await rig.Platform.RunAsync(TestContext.Current.CancellationToken);
        var outcome = await rig.Platform.SendAsync(rig.Piece(Public()), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectionPhase.Failed, rig.Platform.State.Phase);
        Assert.Contains("Discord:Token", rig.Platform.State.Reason, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Later>(outcome);
        Assert.Single(fake.Requests);
    }

    private static Delivery Public() => new() { Conversation = new("discord", FakeDiscord.Guild, FakeDiscord.Channel, null, ConversationKind.Public) };

    private static Delivery Private() => Public() with { Kind = DeliveryKind.Private, UserId = DiscordEvents.User };
}
