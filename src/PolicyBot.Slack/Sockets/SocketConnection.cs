using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sockets;

/// <summary>One socket: reads frames, hands envelopes on, and acknowledges each on the socket it came by.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private const int LongestFrame = 16 * 1024 * 1024;

    // Envelopes at work at once; beyond them the socket is read no further, and Slack keeps what it has.
    private const int MostAtWork = 64;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SemaphoreSlim _atWork = new(MostAtWork, MostAtWork);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> _retired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SocketFrame, Task<JsonObject?>> _take;
    private Task _reading = Task.CompletedTask;

    private SocketConnection(Func<SocketFrame, Task<JsonObject?>> take) => _take = take;

    /// <summary>Completes when the socket is to be replaced.</summary>
    public Task<SocketEnd> Retired => _retired.Task;

    /// <summary>Completes when nothing more comes by the socket.</summary>
    public Task Closed => _reading;

    /// <summary>Whether any envelope came by it.</summary>
    public bool HasBrought { get; private set; }

    /// <summary>Connects and waits for the hello; null when there was none, with the reason why.</summary>
    /// <param name="take">Takes an envelope in; the payload to acknowledge it with, if any. Throws when it must not be acknowledged.</param>
    public static async Task<(SocketConnection? Connection, SocketEnd End)> ConnectAsync(Uri address, SlackTimings timings, Func<SocketFrame, Task<JsonObject?>> take, CancellationToken cancellationToken)
    {
        var connection = new SocketConnection(take);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timings.Hello);
        try
        {
            connection.Prepare(address, timings);
            await connection._socket.ConnectAsync(address, limit.Token);
            connection._reading = connection.ReadAsync();
            await Task.WhenAny(connection._hello.Task, connection.Retired).WaitAsync(limit.Token);
            if (connection._hello.Task.IsCompleted) return (connection, SocketEnd.Lost);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            if (cancellationToken.IsCancellationRequested) connection._retired.TrySetResult(SocketEnd.Lost);
            else connection._retired.TrySetResult(connection._socket.State == WebSocketState.Open ? SocketEnd.Deaf : SocketEnd.Lost);
        }

        var end = connection.Retired.IsCompleted ? await connection.Retired : SocketEnd.Lost;
        await connection.DisposeAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return (null, end);
    }

    /// <summary>Reads on until Slack closes the socket or the time is over, then closes it.</summary>
    public async Task DrainAsync(TimeSpan longest)
    {
        await Task.WhenAny(_reading, Task.Delay(longest));
        await DisposeAsync();
    }

    /// <summary>Lets what is at work be acknowledged, and closes. Slack may leave the connection open after the handshake, so the wait is short.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await _leaving.CancelAsync();
        try
        {
            for (var i = 0; i < MostAtWork; i++) await _atWork.WaitAsync(limit.Token);
            using var closing = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, closing.Token);
                await _reading.WaitAsync(closing.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // It is aborted below: nothing on it is waited for any more.
        }

        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _leaving.Dispose();
    }

    private void Prepare(Uri address, SlackTimings timings)
    {
        if (address.IsLoopback) _socket.Options.Proxy = null;
        _socket.Options.KeepAliveInterval = timings.Ping;
        // Without it a silent peer is never noticed.
        _socket.Options.KeepAliveTimeout = timings.Pong;
    }

    private async Task ReadAsync()
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(16 * 1024);
            while (await ReadFrameAsync(buffer))
            {
                await HandleAsync(SocketFrame.Parse(buffer.WrittenSpan));
                if (buffer.Capacity > 256 * 1024) buffer = new(16 * 1024);
            }

            _retired.TrySetResult(SocketEnd.Lost);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            _retired.TrySetResult(IsDeaf(e) ? SocketEnd.Deaf : SocketEnd.Lost);
        }
    }

    /// <summary>A ping without an answer is the only fault that names itself so, and it stands inside of the one that is thrown.</summary>
    private static bool IsDeaf(Exception fault) =>
        fault is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted }
        || (fault.InnerException is AggregateException both ? both.InnerExceptions.Any(e => e is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted }) : fault.InnerException is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted });

    private async Task<bool> ReadFrameAsync(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        while (true)
        {
            var read = await _socket.ReceiveAsync(buffer.GetMemory(8 * 1024), CancellationToken.None);
            if (read.MessageType == WebSocketMessageType.Close) return false;
            buffer.Advance(read.Count);
            if (buffer.WrittenCount > LongestFrame) return false;
            if (read.EndOfMessage) return true;
        }
    }

    private async Task HandleAsync(SocketFrame frame)
    {
        if (frame.Type == "hello") _hello.TrySetResult();
        else if (frame.Type == "disconnect") _retired.TrySetResult(frame.End);
        else if (frame.EnvelopeId.Length > 0 || frame.Type.Length > 0)
        {
            HasBrought = true;
            // Whoever leaves takes every place at work for himself: what still comes is not acknowledged, and Slack brings it again.
            if (_leaving.IsCancellationRequested) return;
            await _atWork.WaitAsync(_leaving.Token);
            _ = TakeAsync(frame);
        }
    }

    private async Task TakeAsync(SocketFrame frame)
    {
        try
        {
            var payload = await _take(frame);
            if (frame.EnvelopeId.Length == 0) return;
            var ack = new JsonObject { ["envelope_id"] = frame.EnvelopeId };
            if (frame.TakesPayload && payload is not null) ack["payload"] = payload;
            await SendAsync(ack);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever takes events in has said why. Slack brings what is not acknowledged again.
        }
        finally
        {
            _atWork.Release();
        }
    }

    private async Task SendAsync(JsonObject frame)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(frame.ToJsonString(SlackBody.Written));
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }
}
