using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Discord;

public sealed class DiscordInteractionTests
{
    [Fact]
    public async Task A_command_is_stored_then_acknowledged_then_answered()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        var early = -1;
        rig.Inbox.Before = _ => Task.FromResult(early = Callbacks(fake).Count());
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("601", "누가 말했나"));
        var message = await rig.NextAsync();

        var delivery = Private(message);
        Assert.IsType<SendOutcome.Sent>(await rig.Platform.SendAsync(rig.Piece(delivery, key: "w") with { Kind = PieceKind.Working, Body = "ko" }, TestContext.Current.CancellationToken));
        Assert.IsType<SendOutcome.Sent>(await rig.Platform.SendAsync(rig.Piece(delivery, "하나"), TestContext.Current.CancellationToken));
        Assert.IsType<SendOutcome.Sent>(await rig.Platform.SendAsync(rig.Piece(delivery, "둘", "2") with { IsFurther = true }, TestContext.Current.CancellationToken));

        Assert.Equal(0, early);
        Assert.Equal((ChatMessageKind.Command, "ask", "누가 말했나", Language.Korean), (message.Kind, message.Command, message.Values["question"], message.Language));
        var callback = Assert.Single(Callbacks(fake)).Body!.Value;
        Assert.Equal((5, 64), (callback.GetProperty("type").GetInt32(), callback.GetProperty("data").GetProperty("flags").GetInt32()));
        Assert.Equal(["하나", "둘"], fake.Messages.Select(m => m.Content).OrderByDescending(c => c, StringComparer.Ordinal));
        Assert.Equal(64 + 4, fake.Requests.Last().Body!.Value.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task A_press_leaves_the_message_and_its_answer_follows()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Press("602", "helpful:1", """["x"]"""));
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Press("603", "ask:언제였나요?"));
        await rig.NextAsync(2);
        var press = rig.Inbox.Messages.First();

        await rig.Platform.SendAsync(rig.Piece(Private(press)), TestContext.Current.CancellationToken);

        Assert.Equal((ChatMessageKind.Press, "helpful:1", "x", "800000000000000001"), (press.Kind, press.Action, press.Values["value"], press.MessageId));
        Assert.Equal((ChatMessageKind.Text, "언제였나요?", true), (rig.Inbox.Messages.Last().Kind, rig.Inbox.Messages.Last().Text, rig.Inbox.Messages.Last().IsAddressed));
        await rig.UntilAsync(() => Callbacks(fake).Count() == 2);
        Assert.All(Callbacks(fake), c => Assert.Equal(6, c.Body!.Value.GetProperty("type").GetInt32()));
        Assert.Contains(fake.Requests, r => r is { Method: "POST" } && r.Path.StartsWith("/webhooks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_opens_at_once_and_comes_back_filled_in()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Press("604", "wrong:7"));
        await rig.UntilAsync(() => Callbacks(fake).Any());
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction("605", 5, """{"custom_id":"wrong:7","components":[{"type":18,"component":{"type":4,"custom_id":"comment","value":"A사가 아니다"}}]}"""));
        var form = await rig.NextAsync();

        Assert.Equal(9, Callbacks(fake).First().Body!.Value.GetProperty("type").GetInt32());
        Assert.Equal((ChatMessageKind.Form, "wrong:7", "A사가 아니다"), (form.Kind, form.Action, form.Values["comment"]));
    }

    [Fact]
    public async Task A_command_that_asks_for_a_form_opens_it_and_is_not_stored()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction("606", 2, """{"name":"meetings","type":1,"options":[{"name":"count","type":3,"value":"99"}]}"""));
        await rig.UntilAsync(() => Callbacks(fake).Any());

        var opened = Callbacks(fake).First().Body!.Value;
        Assert.Equal((9, "wrong:new"), (opened.GetProperty("type").GetInt32(), opened.GetProperty("data").GetProperty("custom_id").GetString()));
        Assert.Empty(rig.Inbox.Messages);
    }

    [Fact]
    public async Task Suggestions_are_offered_while_somebody_types()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction("606", 4, """{"name":"ask","options":[{"name":"organisation","type":3,"value":"에너","focused":true}]}"""));
        await rig.UntilAsync(() => Callbacks(fake).Any());

        var callback = Callbacks(fake).Single().Body!.Value;
        Assert.Equal((8, "ask organisation 에너"), (callback.GetProperty("type").GetInt32(), callback.GetProperty("data").GetProperty("choices")[0].GetProperty("name").GetString()));
        Assert.Empty(rig.Inbox.Messages);
    }

    [Fact]
    public async Task An_action_on_a_message_brings_its_words_and_files()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Interaction("607", 2, """{"name":"Import as meeting record","type":3,"target_id":"55","resolved":{"messages":{"55":{"content":"회의록","attachments":[{"id":"1","filename":"a.txt","size":3,"url":"https://cdn.discordapp.com/a.txt"}]}}}}"""));
        var shortcut = await rig.NextAsync();

        Assert.Equal((ChatMessageKind.Shortcut, "import", "회의록", "55", "a.txt"), (shortcut.Kind, shortcut.Action, shortcut.Text, shortcut.MessageId, Assert.Single(shortcut.Files).Name));
    }

    [Fact]
    public async Task A_lost_reply_to_the_acknowledgement_means_that_it_arrived()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        fake.Fail("/callback", FakeFault.LostReply);
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("608", "q"));

        var sent = await rig.Platform.SendAsync(rig.Piece(Private(await rig.NextAsync())), TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(sent);
        await rig.UntilAsync(() => Callbacks(fake).Count() == 2);
        Assert.StartsWith("original-", Assert.Single(fake.Messages).Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeliveryKind.Message, FakeDiscord.Channel)]
    [InlineData(DeliveryKind.Private, "400000000000000001")]
    public async Task An_expired_interaction_is_answered_by_a_message(DeliveryKind kind, string channel)
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);
        fake.DeadTokens["token-609"] = 1;
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", DiscordEvents.Ask("609", "q"));

        var sent = await rig.Platform.SendAsync(rig.Piece(Private(await rig.NextAsync()) with { Kind = kind }), TestContext.Current.CancellationToken);
        var next = await rig.Platform.SendAsync(rig.Piece(Private(rig.Inbox.Messages.First()) with { Kind = kind, AskedAt = rig.Clock.GetUtcNow().AddMinutes(-16) }, "늦은 답", "late"), TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(sent);
        Assert.IsType<SendOutcome.Sent>(next);
        Assert.All(fake.Messages, m => Assert.Equal(channel, m.Channel));
        Assert.Equal(2, fake.Messages.Count());
    }

    [Fact]
    public async Task Commands_are_registered_once_and_again_only_when_they_change()
    {
        DiscordSchema.Require();
        var inbox = new MemoryInbox();
        await using var fake = await FakeDiscord.StartAsync();
        await using (var rig = await DiscordRig.StartAsync(fake, inbox)) await rig.UntilAsync(() => inbox.FindSessionAsync("discord/commands", TestContext.Current.CancellationToken).Result is not null);
        await using (var again = await DiscordRig.StartAsync(fake, inbox)) Assert.Equal(1, fake.Requests.Count(r => r.Method == "PUT"));

        var ask = fake.Requests.Single(r => r.Method == "PUT").Body!.Value[0];
        Assert.Equal(("ask", "질문", true), (ask.GetProperty("name").GetString(), ask.GetProperty("name_localizations").GetProperty("ko").GetString(), ask.GetProperty("options")[1].GetProperty("autocomplete").GetBoolean()));
    }

    [Fact]
    public async Task The_check_says_what_is_missing()
    {
        await using var fake = await FakeDiscord.StartAsync();
        var rig = DiscordRig.Create(fake, readsThreads: true);

        var alone = await rig.Platform.CheckAsync(TestContext.Current.CancellationToken);
        fake.Bodies["GET users/@me/guilds"] = """[{"id":"1","name":"정책실","permissions":"3072"}]""";
        fake.Bodies["GET applications/@me"] = """{"id":"7","flags":262144}""";
        var joined = await rig.Platform.CheckAsync(TestContext.Current.CancellationToken);
        fake.Bodies["GET users/@me/guilds"] = """[{"id":"1","name":"정책실","permissions":"8"}]""";

        Assert.Contains(alone, l => l.Contains("Message Content Intent", StringComparison.Ordinal));
        Assert.Contains(alone, l => l.Contains("scope=bot+applications.commands&permissions=", StringComparison.Ordinal));
        Assert.Contains("Send Messages in Threads", Assert.Single(joined), StringComparison.Ordinal);
        Assert.Empty(await rig.Platform.CheckAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<FakeRequest> Callbacks(FakeDiscord fake) => fake.Requests.Where(r => r.Path.EndsWith("/callback", StringComparison.Ordinal));

    private static Delivery Private(ChatMessage message) =>
        new() { Conversation = message.Conversation, Kind = DeliveryKind.Private, UserId = message.User.Id, ReplyHandle = message.ReplyHandle, AskedAt = DateTimeOffset.UtcNow };
}
