using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Discord.Gateway;

/// <summary>One WebSocket to the gateway: whole frames in, one frame at a time out.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int LargestFrame = 16 * 1024 * 1024;

    /// <summary>Discord closes with 4002 above.</summary>
    private const int LargestSent = 4_096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SendGate _gate;
    private readonly TimeProvider _clock;
    private byte[] _buffer = new byte[16 * 1024];

    private GatewaySocket(TimeProvider clock) => (_clock, _gate) = (clock, new(clock));

    /// <summary>As Discord gave it; null after a broken connection.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <exception cref="WebSocketException">No connection.</exception>
    public static async Task<GatewaySocket> ConnectAsync(Uri address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var gateway = new GatewaySocket(clock);
        // Discord has its own heartbeat: one watch is enough.
        gateway._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (address.IsLoopback) gateway._socket.Options.Proxy = null;
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await gateway._socket.ConnectAsync(address, either.Token);
            return gateway;
        }
        catch (Exception e)
        {
            gateway.Dispose();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested) throw new WebSocketException("The gateway did not answer.", e);
            throw;
        }
    }

    /// <summary>The next whole frame, valid until the next call; null when the connection is closed or broken.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (true)
            {
                if (length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, LargestFrame));
                if (length == LargestFrame) return null;
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                length += part.Count;
                if (part.EndOfMessage) return _buffer.AsMemory(0, length);
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>A frame that cannot be sent is lost with its connection: the receiving side sees that.</summary>
    public async Task SendAsync(JsonObject frame, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(frame);
        if (bytes.Length > LargestSent) throw new InvalidOperationException($"A gateway frame of {bytes.Length} bytes would be refused.");
        await _sending.WaitAsync(cancellationToken);
        try
        {
            while (_gate.Reserve() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, _clock, cancellationToken);
            if (_socket.State == WebSocketState.Open) await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (WebSocketException)
        {
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>4000 leaves the session to be resumed; 1000 and 1001 would end it.</summary>
    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Goodbye);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await _socket.CloseOutputAsync((WebSocketCloseStatus)4000, null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
