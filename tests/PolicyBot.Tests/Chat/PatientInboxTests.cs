using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Chat;

/// <summary>What comes in while the store is away.</summary>
public sealed class PatientInboxTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly SqliteChatStore _store;
    private readonly AwayStore _away;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly PatientInbox _inbox;

    public PatientInboxTests()
    {
        _store = SqliteChatStore.Open(_folder.Path, _time);
        _away = new(_store);
        _inbox = new(_away, _time, NullLogger<PatientInbox>.Instance) { Telling = TellAsync };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_not_acknowledged_yet_kept_and_stored_once_when_the_store_is_back()
    {
        _away.Fault = new ArchiveException("away") { IsPassing = true };
        await Assert.ThrowsAsync<ArchiveException>(() => _inbox.TakeInAsync(ChatSamples.Question("1"), "place 1", Token));
        await Assert.ThrowsAsync<ArchiveException>(() => _inbox.TakeInAsync(ChatSamples.Question("1"), "place 1", Token));
        await Assert.ThrowsAsync<ArchiveException>(() => _inbox.TakeInAsync(ChatSamples.Question("2"), "place 2", Token));
        _away.Fault = null;

        await _time.UntilAsync(() => _store.MeasureAsync(Token).Result.Waiting == 2 && _told.Count == 3);

        Assert.Equal(["1", "1", "2"], _told.Order(StringComparer.Ordinal));
        // The platform's place goes on only when the platform's own try succeeds: until then it brings the event again.
        Assert.Null(await _store.FindSessionAsync("test", Token));
        Assert.False(await _inbox.TakeInAsync(ChatSamples.Question("2"), null, Token));
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_by_itself_is_the_platforms_to_tell()
    {
        _away.Fault = new ArchiveException("broken");
        await Assert.ThrowsAsync<ArchiveException>(() => _inbox.TakeInAsync(ChatSamples.Question("1"), null, Token));

        Assert.Empty(_told);
    }

    public async ValueTask DisposeAsync()
    {
        await _inbox.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private Task TellAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        _told.Enqueue(message.Key);
        return Task.CompletedTask;
    }

    private sealed class AwayStore(IInbox store) : IInbox
    {
        public Exception? Fault { get; set; }

        public Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken) => Fault is { } fault ? throw fault : store.TakeInAsync(message, session, cancellationToken);

        public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken) => store.SaveSessionAsync(platform, session, cancellationToken);

        public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) => store.FindSessionAsync(platform, cancellationToken);

        public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => store.IsOwnThreadAsync(conversation, cancellationToken);
    }
}
