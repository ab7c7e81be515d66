using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>
/// The inbox of a store that may be away for a while. What comes meanwhile is not acknowledged, so that the platform brings it again; it is kept in memory too and stored as soon as the store is back, since platforms bring a mention
/// again only a few times and a command never. What is stored twice is one message.
/// </summary>
public sealed partial class PatientInbox(IInbox store, TimeProvider time, ILogger<PatientInbox> log) : IInbox, IAsyncDisposable
{
    private const int MostKept = 5_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<ChatMessage> _kept = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task _storing = Task.CompletedTask;

    /// <summary>Told of each message that could not be stored now.</summary>
    public Func<ChatMessage, CancellationToken, Task> Telling { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return await store.TakeInAsync(message, session, cancellationToken);
        }
        catch (Exception fault) when (fault is IStoreFault { IsPassing: true })
        {
            Keep(message);
            throw;
        }
    }

    public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken) => store.SaveSessionAsync(platform, session, cancellationToken);

    public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) => store.FindSessionAsync(platform, cancellationToken);

    public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => store.IsOwnThreadAsync(conversation, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _storing;
        _stop.Dispose();
    }

    private void Keep(ChatMessage message)
    {
        // Looking into an index takes a while: the thread goes on to the next event.
        _ = Task.Run(() => Telling(message, _stop.Token), CancellationToken.None);
        lock (_lock)
        {
            if (_kept.Count >= MostKept || _kept.Any(k => k.Key == message.Key && k.Conversation.Platform == message.Conversation.Platform)) return;
            _kept.Enqueue(message);
            if (_storing.IsCompleted) _storing = Task.Run(() => StoreAsync(_stop.Token), CancellationToken.None);
        }
    }

    private async Task StoreAsync(CancellationToken stopping)
    {
        while (TryPeek(out var message))
        {
            try
            {
                await store.TakeInAsync(message, null, stopping);
                _kept.TryDequeue(out _);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is IStoreFault { IsPassing: true })
            {
                await Task.Delay(Pause, time, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                if (stopping.IsCancellationRequested) return;
            }
            catch (Exception fault)
            {
                // The platform brings it again, or not; the rest is not to wait for it.
                Log.NotStored(log, fault);
                _kept.TryDequeue(out _);
            }
        }
    }

    /// <summary>False ends the storing: under the lock, so that nothing that comes just then is left lying.</summary>
    private bool TryPeek(out ChatMessage message)
    {
        lock (_lock)
        {
            if (_kept.TryPeek(out message!)) return true;
            _storing = Task.CompletedTask;
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A message that came while the store was away could not be stored")]
        public static partial void NotStored(ILogger logger, Exception fault);
    }
}
