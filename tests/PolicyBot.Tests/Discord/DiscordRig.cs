using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Discord;
using PolicyBot.Text;

namespace PolicyBot.Tests.Discord;

/// <summary>The adapter against the fake, running.</summary>
internal sealed class DiscordRig : IAsyncDisposable
{
    public static ChatCatalogue Catalogue { get; } = new(
        [
            new("ask", "질문", "Ask the records", "기록에 묻기") { Options = [new("question", "질문", "What to ask", "물을 것", IsRequired: true), new("organisation", "기관", "Who", "누구", IsSuggested: true)] },
            new("meetings", "회의", "Upcoming meetings", "예정 회의", IsPrivate: false) { Options = [new("count", "개수", "How many", "몇 개", OptionKind.Number)], Opens = new("count", "99", "wrong") },
        ],
        [new("wrong", "What is wrong?", "무엇이 잘못됐나요?", [new("comment", "Comment", "의견", IsRequired: true, IsLong: true)])],
        ("import", "Import as meeting record", "회의 기록으로 가져오기"));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private DiscordRig(FakeDiscord fake, MemoryInbox inbox, TimeProvider clock, DiscordOptions options) =>
        (Fake, Inbox, Clock, Platform) = (fake, inbox, clock, new(options, Catalogue, new Suggestions(), inbox, clock, NullLogger.Instance, () => 0.5));

    public FakeDiscord Fake { get; }

    public MemoryInbox Inbox { get; }

    public TimeProvider Clock { get; }

    public DiscordPlatform Platform { get; }

    public Task Run => _run;

    /// <summary>Connected already.</summary>
    public static async Task<DiscordRig> StartAsync(FakeDiscord fake, MemoryInbox? inbox = null, TimeProvider? clock = null, bool readsThreads = false)
    {
        var rig = Create(fake, inbox, clock, readsThreads);
        rig.Begin();
        await rig.UntilAsync(() => rig.Platform.State.Phase == ConnectionPhase.Connected);
        return rig;
    }

    public static DiscordRig Create(FakeDiscord fake, MemoryInbox? inbox = null, TimeProvider? clock = null, bool readsThreads = false) =>
        new(fake, inbox ?? new(), clock ?? TimeProvider.System, fake.Options(readsThreads));

    public void Begin() => _run = Platform.RunAsync(_stop.Token);

    /// <summary>Waits for a signal; with a clock of its own it lets that run.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain; {Platform.State}; {string.Join(", ", Fake.Gateway.Log)}");
            (Clock as FakeTimeProvider)?.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public async Task<ChatMessage> NextAsync(int count = 1)
    {
        await UntilAsync(() => Inbox.Messages.Count >= count);
        return Inbox.Messages.ElementAt(count - 1);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run.WaitAsync(Patience);
    }

    public OutgoingPiece Piece(Delivery delivery, string text = "답입니다.", string key = "piece-1") => new()
    {
        Key = key,
        Kind = PieceKind.Answer,
        Delivery = delivery,
        Body = Platform.Render(new() { Language = Language.Korean, Text = text }, delivery)[0],
        Stored = Clock.GetUtcNow(),
    };

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Platform.Dispose();
        _stop.Dispose();
        Assert.Empty(Fake.Violations);
    }

    private sealed class Suggestions : ISuggestions
    {
        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<Suggestion>>([new($"{request.Command} {request.Option} {request.Typed}", "value")]);
    }
}
