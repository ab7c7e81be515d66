using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Slack;

public sealed class SlackMessagesTests
{
    private static async Task<IReadOnlyList<ChatMessage>> TakeAsync(string type, JsonObject payload, Action<SlackBench>? prepare = null)
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        prepare?.Invoke(bench);
        await bench.Server.DeliverAsync(socket, type, payload);
        return bench.Inbox.Messages;
    }

    private static JsonObject Message(JsonObject inner)
    {
        foreach (var (name, value) in new[] { ("type", "message"), ("user", "U1"), ("ts", "1800000000.000100"), ("channel", "C1") }) inner.TryAdd(name, value);
        return SlackBench.Event("Ev1", inner);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        var message = Assert.Single(await TakeAsync("events_api", Message(new() { ["channel"] = "D1", ["channel_type"] = "im", ["text"] = "세제 지원은?" })));

        Assert.True(message.IsAddressed);
        Assert.Equal(ConversationKind.Direct, message.Conversation.Kind);
        Assert.Equal("T1/Ev1", message.Key);
        Assert.Equal("D1/1800000000.000100", message.TwinKey);
        Assert.Equal(Language.Korean, message.Language);
    }

    [Fact]
    public async Task People_who_talk_to_each_other_are_not_stored() =>
        Assert.Empty(await TakeAsync("events_api", Message(new() { ["channel_type"] = "channel", ["text"] = "점심 먹을까?" })));

    [Fact]
    public async Task A_line_in_a_thread_of_the_bot_needs_no_mention()
    {
        var message = Assert.Single(await TakeAsync("events_api", Message(new() { ["channel_type"] = "channel", ["thread_ts"] = "1799.1", ["text"] = "그럼 <@U2|임꺽정>은?" }), b => b.Inbox.OwnThreads.Add("1799.1")));

        Assert.False(message.IsAddressed);
        Assert.True(message.TagsOthers);
        Assert.Equal("그럼 @임꺽정은?", message.Text);
        Assert.Equal("1799.1", message.Conversation.Thread);
    }

    [Fact]
    public async Task A_channel_that_was_shared_since_is_known_to_be()
    {
        await using var bench = await SlackBench.CreateAsync();
        var kept = new Conversation("slack", "T1", "C1", null, ConversationKind.Private);
        bench.Server.Workspace.Channels["C1"] = new() { ["is_private"] = true };
        bench.Server.Workspace.Channels["C2"] = new() { ["is_private"] = true, ["is_ext_shared"] = true };

        Assert.Equal(ConversationKind.Private, await bench.Slack.FindKindAsync(kept, TestContext.Current.CancellationToken));
        Assert.Equal(ConversationKind.Shared, await bench.Slack.FindKindAsync(kept with { Channel = "C2" }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"bot_id":"B2","channel_type":"im"}""")]
    [InlineData("""{"user":"U0BOT","channel_type":"im"}""")]
    [InlineData("""{"subtype":"channel_join","channel_type":"im"}""")]
    [InlineData("""{"subtype":"message_changed","channel_type":"im","message":{"user":"U0BOT","ts":"1.1","text":"a"}}""")]
    [InlineData("""{"subtype":"message_changed","channel_type":"im","message":{"user":"U1","ts":"1.1","text":"a"},"previous_message":{"text":"a"}}""")]
    public async Task Its_own_words_and_those_of_machines_are_left(string inner) => Assert.Empty(await TakeAsync("events_api", Message(JsonNode.Parse(inner)!.AsObject())));

    [Theory]
    [InlineData("""{"subtype":"message_changed","channel_type":"im","message":{"user":"U1","ts":"1.1","text":"고친 질문"},"previous_message":{"text":"질문"}}""", ChatMessageKind.Edited, "고친 질문")]
    [InlineData("""{"subtype":"message_deleted","channel_type":"im","previous_message":{"user":"U1","ts":"1.1","text":"질문"}}""", ChatMessageKind.Deleted, "")]
    public async Task Edits_and_deletions_name_their_message(string inner, ChatMessageKind kind, string text)
    {
        var message = Assert.Single(await TakeAsync("events_api", Message(JsonNode.Parse(inner)!.AsObject())));

        Assert.Equal((kind, "1.1", text), (message.Kind, message.MessageId, message.Text));
    }

    [Theory]
    [InlineData("""{"is_channel":true}""", ConversationKind.Public)]
    [InlineData("""{"is_channel":true,"is_private":true}""", ConversationKind.Private)]
    [InlineData("""{"is_mpim":true}""", ConversationKind.Private)]
    [InlineData("""{"is_channel":true,"is_ext_shared":true}""", ConversationKind.Shared)]
    [InlineData("""{"is_channel":true,"is_shared":true,"is_org_shared":true}""", ConversationKind.Public)]
    [InlineData("""{}""", ConversationKind.Shared)]
    public async Task Who_sees_a_channel_is_asked(string channel, ConversationKind kind) =>
        Assert.Equal(kind, Assert.Single(await TakeAsync("events_api", SlackBench.Mention("Ev1", "1.1"), b => b.Server.Workspace.Channels["C1"] = JsonNode.Parse(channel)!.AsObject())).Conversation.Kind);

    [Fact]
    public async Task What_cannot_be_learned_is_read_strictly()
    {
        var message = Assert.Single(await TakeAsync("events_api", SlackBench.Mention("Ev1", "1.1"), b =>
        {
            b.Server.Plan("conversations.info", FakeSlack.Fault.Error("missing_scope"));
            b.Server.Plan("users.info", FakeSlack.Fault.Status(500));
        }));

        Assert.Equal(ConversationKind.Shared, message.Conversation.Kind);
        Assert.True(message.User.IsGuest);
    }

    [Theory]
    [InlineData("""{"is_channel":true}""")]
    [InlineData("""{"is_channel":true,"is_private":true}""")]
    [InlineData("""{"is_mpim":true}""")]
    public async Task A_channel_with_a_guest_among_its_members_is_shared_whoever_asks(string channel)
    {
        var message = Assert.Single(await TakeAsync("events_api", SlackBench.Mention("Ev1", "1.1"), b =>
        {
            b.Server.Workspace.Channels["C1"] = JsonNode.Parse(channel)!.AsObject();
            b.Server.Workspace.Users["U7"] = new() { ["team_id"] = "T1", ["is_restricted"] = true };
            b.Server.Workspace.Members["C1"] = ["U1", "U7"];
        }));

        Assert.Equal(ConversationKind.Shared, message.Conversation.Kind);
        Assert.False(message.User.IsGuest);
    }

    [Theory]
    [InlineData("users.list")]
    [InlineData("conversations.members")]
    public async Task A_channel_whose_members_cannot_be_learned_is_shared(string method) =>
        Assert.Equal(ConversationKind.Shared, Assert.Single(await TakeAsync("events_api", SlackBench.Mention("Ev1", "1.1"), b =>
        {
            b.Server.Workspace.Users["U7"] = new() { ["team_id"] = "T1", ["is_restricted"] = true };
            b.Server.Plan(method, FakeSlack.Fault.Error("missing_scope"));
        })).Conversation.Kind);

    [Fact]
    public async Task Who_joins_makes_the_bot_look_again()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        bench.Server.Workspace.Users["U7"] = new() { ["team_id"] = "T1", ["is_restricted"] = true };
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1.1"));
        bench.Server.Workspace.Members["C1"] = ["U1", "U7"];

        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Event("Ev2", new() { ["type"] = "member_joined_channel", ["user"] = "U7", ["channel"] = "C1" }));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev3", "1.2"));

        Assert.Equal([ConversationKind.Public, ConversationKind.Shared], bench.Inbox.Messages.Select(m => m.Conversation.Kind));
    }

    [Theory]
    [InlineData("concerns 홍길동 전자 topic:세제", "concerns", "홍길동 전자")]
    [InlineData("우려 홍길동 전자", "concerns", "홍길동 전자")]
    [InlineData("세제는 누가 요구했나?", "ask", null)]
    [InlineData("", "help", null)]
    public async Task One_command_stands_for_all(string words, string command, string? organisation)
    {
        var message = Assert.Single(await TakeAsync("slash_commands", new() { ["team_id"] = "T1", ["channel_id"] = "C1", ["user_id"] = "U1", ["command"] = "/policybot", ["text"] = words, ["trigger_id"] = "9.9" }));

        Assert.Equal((command, organisation), (message.Command, message.Values.GetValueOrDefault("organisation")));
        if (command == "ask") Assert.Equal(words, message.Text);
    }

    [Fact]
    public async Task A_guest_is_told_from_staff() =>
        Assert.True(Assert.Single(await TakeAsync("events_api", SlackBench.Mention("Ev1", "1.1"), b => b.Server.Workspace.Users["U1"] = new() { ["team_id"] = "T1", ["is_ultra_restricted"] = true })).User.IsGuest);

    [Theory]
    [InlineData("홍길동 전자 topic:세제", "홍길동 전자", "세제")]
    [InlineData("주제:\"세제 지원\" A사", "A사", "세제 지원")]
    [InlineData("https://example.org", "https://example.org", null)]
    public async Task A_command_brings_its_options(string words, string organisation, string? topic)
    {
        var message = Assert.Single(await TakeAsync("slash_commands", new() { ["team_id"] = "T1", ["channel_id"] = "C1", ["user_id"] = "U1", ["command"] = "/concerns", ["text"] = words, ["trigger_id"] = "9.9", ["response_url"] = "https://hooks.slack.com/x" }));

        Assert.Equal(("concerns", "command/9.9"), (message.Command, message.Key));
        Assert.Equal(organisation, message.Values["organisation"]);
        Assert.Equal(topic, message.Values.GetValueOrDefault("topic"));
        Assert.Equal("https://hooks.slack.com/x", message.ReplyHandle);
    }

    private static JsonObject Press(JsonObject action) => new()
    {
        ["type"] = "block_actions",
        ["trigger_id"] = "7.7",
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1" },
        ["channel"] = new JsonObject { ["id"] = "C1" },
        ["container"] = new JsonObject { ["message_ts"] = "5.5", ["thread_ts"] = "5.1" },
        ["actions"] = new JsonArray(action),
    };

    [Fact]
    public async Task A_press_names_its_button_and_message()
    {
        var message = Assert.Single(await TakeAsync("interactive", Press(new() { ["action_id"] = "share:a1", ["action_ts"] = "6.6" })));

        Assert.Equal((ChatMessageKind.Press, "share:a1", "5.5", "5.1"), (message.Kind, message.Action, message.MessageId, message.Conversation.Thread));
        Assert.Equal("C1/5.5/6.6", message.TwinKey);
    }

    [Fact]
    public async Task A_choice_brings_its_value() =>
        Assert.Equal("세제", Assert.Single(await TakeAsync("interactive", Press(new() { ["action_id"] = "topic", ["selected_option"] = new JsonObject { ["value"] = "세제" } }))).Values["value"]);

    [Fact]
    public async Task A_suggestion_asks_its_question()
    {
        var message = Assert.Single(await TakeAsync("interactive", Press(new() { ["action_id"] = "suggestion:0", ["value"] = "세제는 누가 요구했나?" })));

        Assert.Equal((ChatMessageKind.Text, "세제는 누가 요구했나?", true), (message.Kind, message.Text, message.IsAddressed));
    }

    [Fact]
    public async Task A_button_of_a_form_opens_it_and_the_form_comes_back_with_its_place()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await bench.Server.DeliverAsync(socket, "interactive", Press(new() { ["action_id"] = "comment:a1" }));
        var opened = await bench.Server.WaitForAsync("views.open");
        Assert.Empty(bench.Inbox.Messages);
        var view = opened.Body.GetProperty("view");
        await bench.Server.DeliverAsync(socket, "interactive", new JsonObject
        {
            ["type"] = "view_submission",
            ["trigger_id"] = "8.8",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["view"] = new JsonObject
            {
                ["id"] = "V1",
                ["callback_id"] = view.GetProperty("callback_id").GetString(),
                ["private_metadata"] = view.GetProperty("private_metadata").GetString(),
                ["state"] = new JsonObject { ["values"] = new JsonObject { ["comment"] = new JsonObject { ["comment"] = new JsonObject { ["value"] = "다른 사람 말" } } } },
            },
        });

        var form = Assert.Single(bench.Inbox.Messages);
        Assert.Equal((ChatMessageKind.Form, "comment:a1", "C1", "5.1", "5.5"), (form.Kind, form.Action, form.Conversation.Channel, form.Conversation.Thread, form.MessageId));
        Assert.Equal("다른 사람 말", form.Values["comment"]);
    }

    [Fact]
    public async Task A_command_that_asks_for_a_form_opens_it_and_is_not_stored()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await bench.Server.DeliverAsync(socket, "slash_commands", new JsonObject { ["team_id"] = "T1", ["channel_id"] = "C1", ["user_id"] = "U1", ["command"] = "/meetings", ["text"] = "add", ["trigger_id"] = "9.1" });
        var opened = await bench.Server.WaitForAsync("views.open");

        Assert.Equal("comment:new", opened.Body.GetProperty("view").GetProperty("callback_id").GetString());
        Assert.Equal("9.1", opened.Body.GetProperty("trigger_id").GetString());
        Assert.Empty(bench.Inbox.Messages);
    }

    [Fact]
    public async Task A_shortcut_brings_the_words_and_files_of_the_message()
    {
        var message = Assert.Single(await TakeAsync("interactive", new()
        {
            ["type"] = "message_action",
            ["callback_id"] = "import",
            ["trigger_id"] = "3.3",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["channel"] = new JsonObject { ["id"] = "C1" },
            ["message"] = new JsonObject { ["ts"] = "2.2", ["text"] = "*회의록* &amp; 첨부", ["files"] = new JsonArray(new JsonObject { ["id"] = "F1", ["name"] = "a.txt", ["size"] = 12, ["url_private_download"] = "https://files.slack.com/a" }) },
        }));

        Assert.Equal((ChatMessageKind.Shortcut, "import", "2.2", "회의록 & 첨부"), (message.Kind, message.Action, message.MessageId, message.Text));
        Assert.Equal(new("F1", "a.txt", 12, "https://files.slack.com/a"), Assert.Single(message.Files));
    }

    [Fact]
    public async Task The_page_and_a_fresh_thread_are_told()
    {
        var home = Assert.Single(await TakeAsync("events_api", SlackBench.Event("Ev1", new() { ["type"] = "app_home_opened", ["tab"] = "home", ["user"] = "U1", ["channel"] = "D1", ["event_ts"] = "1.1" })));
        var thread = Assert.Single(await TakeAsync("events_api", SlackBench.Event("Ev1", new() { ["type"] = "assistant_thread_started", ["event_ts"] = "1.1", ["assistant_thread"] = new JsonObject { ["user_id"] = "U1", ["channel_id"] = "D1", ["thread_ts"] = "1.0" } })));

        Assert.Equal((ChatMessageKind.Home, ConversationKind.Direct), (home.Kind, home.Conversation.Kind));
        Assert.Equal((ChatMessageKind.ThreadOpened, "1.0"), (thread.Kind, thread.Conversation.Thread));
        Assert.Null(thread.MessageId);
    }

    [Theory]
    [InlineData("""{"type":"member_left_channel","user":"U0BOT","channel":"C1"}""", 1)]
    [InlineData("""{"type":"member_left_channel","user":"U1","channel":"C1"}""", 0)]
    [InlineData("""{"type":"channel_archive","user":"U1","channel":"C1"}""", 1)]
    public async Task A_channel_that_is_lost_is_told(string inner, int expected) =>
        Assert.Equal(expected, (await TakeAsync("events_api", SlackBench.Event("Ev1", JsonNode.Parse(inner)!.AsObject()))).Count(m => m.Kind == ChatMessageKind.Left));
}
