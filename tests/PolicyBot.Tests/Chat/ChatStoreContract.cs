using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Chat;

/// <summary>What every chat store keeps, whatever it is made of.</summary>
public abstract partial class ChatStoreContract : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Begin = new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected FakeTimeProvider Time { get; } = new(Begin);

    private protected IChatStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_event_is_taken_in_once_also_over_a_restart()
    {
        Assert.True(await TakeInAsync(ChatSamples.Question("1")));
        Assert.False(await TakeInAsync(ChatSamples.Question("1")));

        await ReopenAsync();

        Assert.False(await TakeInAsync(ChatSamples.Question("1")));
        Assert.True(await TakeInAsync(ChatSamples.Question("1") with { Conversation = ChatSamples.Channel() with { Platform = "other" } }));
    }

    [Theory]
    [InlineData("mention", "message")]
    [InlineData("message", "mention")]
    public async Task The_same_thing_told_under_two_keys_is_one(string first, string second)
    {
        Assert.True(await TakeInAsync(ChatSamples.Question(first, twin: "C1:17.1")));
        Assert.False(await TakeInAsync(ChatSamples.Question(second, twin: "C1:17.1")));
        Assert.True(await TakeInAsync(ChatSamples.Question("other", twin: "C1:17.2")));
    }

    [Fact]
    public async Task Twins_at_the_same_instant_are_one()
    {
        for (var n = 0; n < 50; n++)
        {
            var twin = $"C1:{n}";
            var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => TakeInAsync(ChatSamples.Question($"{n}-{i}", twin: twin)), Token)));
            Assert.Equal(1, taken.Count(t => t));
        }
    }

    [Fact]
    public async Task What_was_taken_in_waits_in_its_order_and_again_after_a_crash_in_the_middle_of_work()
    {
        for (var n = 0; n < 3; n++) await TakeInAsync(ChatSamples.Question($"{n}", user: $"U{n}"));
        var entries = await Store.ReadInboxAsync(Token).TakeAsync(3, Token);
        Assert.Equal(["test/U0", "test/U1", "test/U2"], entries.Select(e => e.User));
        await Store.BeginAsync(entries[0].Id, null, Token);
        await CompleteAsync(entries[1].Id, Handled.Silence);

        await ReopenAsync();

        Assert.Equal([entries[0].Id, entries[2].Id], (await Store.ReadInboxAsync(Token).TakeAsync(2, Token)).Select(e => e.Id));
        Assert.Equal(1, (await Store.FindMessageAsync(entries[0].Id, Token))!.Tries);
        Assert.Null(await Store.FindMessageAsync(entries[1].Id, Token));
    }

    [Fact]
    public async Task A_message_comes_back_as_it_was_told()
    {
        var message = ChatSamples.Question("1", "“정말?”\n<@U2> 😀") with
        {
            Command = "ask",
            Action = "a:b",
            Values = new Dictionary<string, string> { ["question"] = "무엇" },
            Files = [new("F1", "회의록.pdf", 12, "https://example.org/f")],
            Language = Language.Korean,
            ReplyHandle = "handle",
            User = new("U1", "홍길동", true) { Roles = ["R1", "R2"] },
        };
        await TakeInAsync(message);

        var stored = (await Store.FindMessageAsync(1, Token))!.Message;

        Assert.Equal(message with { Values = stored.Values, Files = stored.Files, User = message.User with { Roles = stored.User.Roles } }, stored);
        Assert.Equal(message.User.Roles, stored.User.Roles);
        Assert.Equal(message.Values, stored.Values);
        Assert.Equal(message.Files, stored.Files);
    }

    [Fact]
    public async Task The_place_in_the_stream_is_kept_with_the_event_and_alone()
    {
        Assert.Null(await Store.FindSessionAsync("test", Token));
        await Store.TakeInAsync(ChatSamples.Question("1"), "s1", Token);
        await Store.TakeInAsync(ChatSamples.Question("2"), null, Token);
        Assert.Equal("s1", await Store.FindSessionAsync("test", Token));
        await Store.TakeInAsync(ChatSamples.Question("2"), "s2", Token);

        await ReopenAsync();

        Assert.Equal("s2", await Store.FindSessionAsync("test", Token));
        await Store.SaveSessionAsync("test", null, Token);
        Assert.Null(await Store.FindSessionAsync("test", Token));
    }

    [Fact]
    public async Task Completing_a_second_time_changes_nothing()
    {
        await TakeInAsync(ChatSamples.Question("1"));
        var message = (await Store.FindMessageAsync(1, Token))!;
        await Store.CompleteAsync(message, Handled.Silence, null, [ChatSamples.Piece("a")], Token);
        await Store.CompleteAsync(message, new() { Kept = new("x", "y") }, null, [ChatSamples.Piece("b")], Token);

        Assert.Null(await Store.FindAnswerAsync("x", Token));
        Assert.Equal(1, (await Store.MeasureAsync(Token)).ToSend);
    }

    [Fact]
    public async Task A_piece_is_queued_once()
    {
        await Store.QueueAsync([ChatSamples.Piece("a", body: "first"), ChatSamples.Piece("a", body: "again")], Token);
        await SendAsync("m1");

        await Store.QueueAsync([ChatSamples.Piece("a")], Token);

        Assert.Null(await HeadAsync());
    }

    [Fact]
    public async Task A_piece_that_waits_is_left_out_when_another_takes_its_place()
    {
        await Store.QueueAsync([ChatSamples.Chained("w", PiecePart.Working, "s"), ChatSamples.Chained("a", PiecePart.Answer, "s")], Token);

        var head = (await HeadAsync())!;

        Assert.Equal(("a", null), (head.Piece.Key, head.Piece.Replaces));
    }

    [Fact]
    public async Task A_penalty_outlives_the_piece_that_earned_it()
    {
        await Store.QueueAsync([ChatSamples.Chained("w", PiecePart.Working, "s")], Token);
        var until = Begin.AddSeconds(30);
        await Store.SettleAsync(1, new SendOutcome.Later(TimeSpan.FromSeconds(30), "429"), until, Token);
        await Store.QueueAsync([ChatSamples.Chained("a", PiecePart.Answer, "s")], Token);

        Assert.Equal(("a", until), ((await HeadAsync())!.Piece.Key, (await HeadAsync())!.NotBefore));
    }

    [Fact]
    public async Task A_penalty_is_kept_to_its_last_tick()
    {
        await Store.QueueAsync([ChatSamples.Chained("a", PiecePart.Answer, "s")], Token);
        var until = Begin.AddSeconds(30).AddTicks(1);
        await Store.SettleAsync(1, new SendOutcome.Later(TimeSpan.FromSeconds(30), "429"), until, Token);

        Assert.True((await HeadAsync())!.NotBefore >= until);
    }

    [Fact]
    public async Task A_sent_piece_is_replaced_by_the_next_of_its_chain_and_further_pieces_know_it()
    {
        await Store.QueueAsync([ChatSamples.Chained("w", PiecePart.Working, "s")], Token);
        await SendAsync("m1");
        await Store.QueueAsync([ChatSamples.Chained("i", PiecePart.Interim, "s")], Token);
        Assert.Equal("m1", (await HeadAsync())!.Piece.Replaces);
        await SendAsync("m1");
        await Store.QueueAsync([ChatSamples.Chained("a0", PiecePart.Answer, "s"), ChatSamples.Piece("a1") with { Source = "s" }], Token);

        var first = (await HeadAsync())!.Piece;
        Assert.Equal(("a0", "m1", false), (first.Key, first.Replaces, first.IsFurther));
        await SendAsync("m1");
        var second = (await HeadAsync())!.Piece;
        Assert.Equal(("a1", null, true), (second.Key, second.Replaces, second.IsFurther));
    }

    [Fact]
    public async Task Lanes_with_something_to_send_are_told_at_the_start_and_as_they_come()
    {
        await Store.QueueAsync([ChatSamples.Piece("a", "C1"), ChatSamples.Piece("b", "C2")], Token);
        await ReopenAsync();
        await Store.QueueAsync([ChatSamples.Piece("c", "C3")], Token);

        var lanes = await Store.ReadLanesAsync(Token).TakeAsync(3, Token);

        Assert.Equal(["test/C1", "test/C2", "test/C3"], lanes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_piece_whose_sending_has_no_outcome_is_in_doubt()
    {
        await Store.QueueAsync([ChatSamples.Piece("a")], Token);
        Assert.False((await HeadAsync())!.IsInDoubt);
        await Store.MarkSendingAsync(1, Token);

        await ReopenAsync();

        Assert.True((await HeadAsync())!.IsInDoubt);
    }

    [Fact]
    public async Task A_lost_conversation_gives_up_its_lane_and_no_other()
    {
        await Store.QueueAsync([ChatSamples.Piece("a"), ChatSamples.Piece("b"), ChatSamples.Piece("c", "C2")], Token);

        await Store.SettleAsync(1, new SendOutcome.Refused("The channel is gone.", ConversationLost: true), null, Token);

        var queues = await Store.MeasureAsync(Token);
        Assert.Equal((1, 2), (queues.ToSend, queues.Dead));
        Assert.All(queues.DeadLetters, d => Assert.Equal(("test/C1", "The channel is gone.", Begin), (d.Lane, d.Reason, d.At)));
    }

    [Fact]
    public async Task What_a_thread_is_about_is_kept_for_that_thread()
    {
        var thread = ChatSamples.Channel(thread: "t1");
        await CompleteNewAsync("1", new() { Context = "c1", OwnsThread = true }, thread);
        await CompleteNewAsync("2", new() { OwnsThread = true }, thread);

        Assert.Equal(("c1", true), (await Store.FindContextAsync(thread, Token), await ((IInbox)Store).IsOwnThreadAsync(thread, Token)));
        Assert.Null(await Store.FindContextAsync(ChatSamples.Channel(), Token));
        Assert.False(await ((IInbox)Store).IsOwnThreadAsync(ChatSamples.Channel(thread: "t2"), Token));
    }

    [Fact]
    public async Task Judgements_make_the_review_list_with_the_answer_they_are_about()
    {
        await CompleteNewAsync("1", new() { Kept = new("a1", "body") });
        await CompleteNewAsync("2", new() { Judgement = new("a1", "helpful", "U1", null) });
        Assert.Empty(await Store.ListReviewAsync(10, Token));
        await CompleteNewAsync("3", new() { Judgement = new("a1", "wrong-speaker", "U1", null) });
        Time.Advance(TimeSpan.FromMinutes(1));
        await CompleteNewAsync("4", new() { Judgement = new("a1", "wrong-speaker", "U1", "B사의 말") });

        var item = Assert.Single(await Store.ListReviewAsync(10, Token));

        Assert.Equal(new ReviewItem(new("a1", "wrong-speaker", "U1", "B사의 말"), Begin.AddMinutes(1), new("a1", "body")), item);
    }

    [Fact]
    public async Task Settings_of_a_channel_are_its_own()
    {
        var settings = new ChannelSettings(Language.English, "A사", "power");
        await CompleteNewAsync("1", new() { ChannelSettings = settings });

        Assert.Equal(settings, await Store.FindChannelAsync(ChatSamples.Channel(thread: "t1"), Token));
        Assert.Null(await Store.FindChannelAsync(ChatSamples.Channel("C2"), Token));
    }

    [Fact]
    public async Task The_last_edit_or_deletion_of_a_message_is_found_and_never_handled()
    {
        var message = ChatSamples.Question("1");
        await TakeInAsync(message);
        Assert.Null(await Store.FindLaterEditAsync(message, Token));
        await TakeInAsync(ChatSamples.Question("2", "새말") with { Kind = ChatMessageKind.Edited, MessageId = "m-1" });
        Assert.Equal("새말", (await Store.FindLaterEditAsync(message, Token))!.Text);
        await TakeInAsync(ChatSamples.Question("3") with { Kind = ChatMessageKind.Deleted, MessageId = "m-1" });

        Assert.Equal(ChatMessageKind.Deleted, (await Store.FindLaterEditAsync(message, Token))!.Kind);
        Assert.Equal(1, (await Store.MeasureAsync(Token)).Waiting);
    }

    [Fact]
    public async Task What_is_done_goes_after_a_week_and_what_waits_stays()
    {
        await CompleteNewAsync("1", new() { Kept = new("a1", "body") });
        await TakeInAsync(ChatSamples.Question("2"));
        await Store.QueueAsync([ChatSamples.Piece("a"), ChatSamples.Piece("b")], Token);
        await SendAsync("m1");

        Time.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal(0, await Store.SweepAsync(Token));
        Time.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(2, await Store.SweepAsync(Token));

        var queues = await Store.MeasureAsync(Token);
        Assert.Equal((1, 1), (queues.Waiting, queues.ToSend));
        Assert.NotNull(await Store.FindAnswerAsync("a1", Token));
    }

    private protected abstract Task<IChatStore> OpenAsync();

    private protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    private protected Task<bool> TakeInAsync(ChatMessage message) => Store.TakeInAsync(message, null, Token);

    private protected Task<OutboxEntry?> HeadAsync(string lane = "test/C1") => Store.FindHeadAsync(lane, Token);

    private async Task SendAsync(string messageId) => await Store.SettleAsync((await HeadAsync())!.Id, new SendOutcome.Sent(messageId), null, Token);

    private async Task CompleteAsync(long id, Handled handled, Conversation? thread = null) =>
        await Store.CompleteAsync((await Store.FindMessageAsync(id, Token))!, handled, thread, [], Token);

    private async Task CompleteNewAsync(string key, Handled handled, Conversation? thread = null)
    {
        await TakeInAsync(ChatSamples.Question(key));
        var entry = (await Store.ReadInboxAsync(Token).TakeAsync(1, Token))[0];
        await CompleteAsync(entry.Id, handled, thread);
    }
}
