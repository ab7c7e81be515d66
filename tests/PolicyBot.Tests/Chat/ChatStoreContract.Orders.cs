using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

/// <summary>Standing orders and their slots.</summary>
public abstract partial class ChatStoreContract
{
    private static readonly Slot First = new("o1", "digest", "2025-07-24", Begin);

    [Fact]
    public async Task A_slot_is_claimed_once_and_by_nobody_again_when_it_was_missed()
    {
        await SaveAsync("o1");
        var missed = First with { Key = "2025-07-23" };
        await Store.MissAsync([missed], Token);

        Assert.Equal([First], (await Store.ClaimAsync([First, missed], Token)).Select(c => c.Slot));
        Assert.Empty(await Store.ClaimAsync([First], Token));
        await ReopenAsync();
        Assert.Empty(await Store.ClaimAsync([First, missed], Token));
        Assert.Equal([SlotState.Missed, SlotState.Claimed], (await Store.ListSlotsAsync(Begin, Token)).OrderBy(s => s.Slot.Key).Select(s => s.State));
    }

    [Fact]
    public async Task Who_was_taken_over_from_queues_nothing()
    {
        await SaveAsync("o1");
        var old = Assert.Single(await Store.ClaimAsync([First], Token));
        await ReopenAsync();
        var taken = Assert.Single(await Store.TakeOverAsync(Token));

        await Store.FillAsync([new(old, [ChatSamples.Piece("old")])], Token);
        Assert.Null(await HeadAsync());
        await Store.FillAsync([new(taken, [ChatSamples.Piece("new")])], Token);
        Assert.Equal("new", (await HeadAsync())!.Piece.Key);
        Assert.Empty(await Store.TakeOverAsync(Token));
    }

    [Fact]
    public async Task A_slot_is_delivered_when_its_first_piece_is_sent()
    {
        await FillAsync("o1", ChatSamples.Piece("a/0"), ChatSamples.Piece("a/1") with { Under = "a/0" });
        Assert.Equal(SlotState.Queued, await StateAsync());
        Assert.Empty(await Store.ListDeliveredAsync("digest", Token));

        await SendAsync("m1");

        Assert.Equal(SlotState.Delivered, await StateAsync());
        Assert.Equal(Begin, (await Store.ListDeliveredAsync("digest", Token))["o1"]);
        var second = (await HeadAsync())!.Piece;
        Assert.Equal(("m1", true), (second.Delivery.InReplyTo, second.Delivery.OpensThread));
    }

    [Fact]
    public async Task What_has_nothing_to_say_is_quiet_and_counts_as_told()
    {
        await FillAsync("o1");

        Assert.Equal(SlotState.Quiet, await StateAsync());
        Assert.Contains("o1", (await Store.ListDeliveredAsync("digest", Token)).Keys);
    }

    [Theory]
    [InlineData(false, SlotState.Failed)]
    [InlineData(true, SlotState.Lost)]
    public async Task A_slot_whose_piece_is_refused_says_why(bool lost, SlotState state)
    {
        await FillAsync("o1", ChatSamples.Piece("a/0"));
        await Store.SettleAsync((await HeadAsync())!.Id, new SendOutcome.Refused("no", lost), null, Token);

        var slot = Assert.Single(await Store.ListSlotsAsync(Begin, Token));
        Assert.Equal((state, "no"), (slot.State, slot.Reason));
        Assert.Equal(lost ? 1 : 0, (await Store.PauseLostAsync((_, _) => [ChatSamples.Piece("told", "U1")], Token)).Count);
        Assert.Empty(await Store.PauseLostAsync((_, _) => [ChatSamples.Piece("again", "U1")], Token));
        Assert.Equal(lost ? "told" : null, (await HeadAsync("test/U1"))?.Piece.Key);
    }

    [Fact]
    public async Task A_slot_of_an_order_that_was_paused_meanwhile_is_dropped()
    {
        await SaveAsync("o1");
        var claim = Assert.Single(await Store.ClaimAsync([First], Token));
        await SaveAsync("o1", OrderState.Paused);
        await Store.FillAsync([new(claim, [ChatSamples.Piece("a")])], Token);

        Assert.Null(await HeadAsync());
        Assert.Equal(SlotState.Dropped, await StateAsync());
    }

    [Fact]
    public async Task News_that_were_told_are_not_queued_again()
    {
        await FillAsync("o1", [("o1", "k1")], ChatSamples.Piece("a"));
        Assert.Equal(["k1"], await Store.FindToldAsync("o1", ["k1", "k2"], Token));
        var again = Assert.Single(await Store.ClaimAsync([First with { Key = "other" }], Token));
        await Store.FillAsync([new(again, [ChatSamples.Piece("b")]) { Told = [("o1", "k1")] }], Token);

        Assert.Equal(1, (await Store.MeasureAsync(Token)).ToSend);
    }

    [Fact]
    public async Task Orders_are_kept_changed_and_listed_by_place_and_owner()
    {
        await SaveAsync("o1");
        Time.Advance(TimeSpan.FromHours(1));
        await SaveAsync("o1");
        Assert.Equal(Begin, (await Store.FindOrderAsync("o1", Token))!.Since);
        await CompleteNewAsync("1", new() { Orders = [Order("o1") with { Body = "changed" }, Order("o2", channel: "C2")] });

        Assert.Equal(Begin.AddHours(1), (await Store.FindOrderAsync("o1", Token))!.Since);
        Assert.Equal(["o1", "o2"], (await Store.ListOrdersAsync(ChatSamples.Channel(), "U1", Token)).Select(o => o.Id));
        Assert.Equal(["o2"], (await Store.ListOrdersAsync(ChatSamples.Channel("C2"), null, Token)).Select(o => o.Id));
        await SaveAsync("o2", OrderState.Ended);
        Assert.Equal(["o1"], (await Store.ListOrdersAsync("digest", Token)).Select(o => o.Id));
    }

    private static StandingOrder Order(string id, OrderState state = OrderState.Active, string channel = "C1") => new(id, "digest", new() { Conversation = ChatSamples.Channel(channel) }, "U1", state, "body");

    private Task SaveAsync(string id, OrderState state = OrderState.Active) => Store.SaveOrdersAsync([Order(id, state)], Token);

    private Task FillAsync(string id, params QueuedPiece[] pieces) => FillAsync(id, [], pieces);

    private async Task FillAsync(string id, (string, string)[] told, params QueuedPiece[] pieces)
    {
        await SaveAsync(id);
        await Store.FillAsync([new(Assert.Single(await Store.ClaimAsync([First], Token)), pieces) { Told = told }], Token);
    }

    private async Task<SlotState> StateAsync() => Assert.Single(await Store.ListSlotsAsync(Begin, Token)).State;
}
