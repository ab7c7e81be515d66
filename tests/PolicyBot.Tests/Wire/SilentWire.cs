using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Tests.Wire;

/// <summary>A cable between the bot and a fake server. Cut, it stays plugged in at both ends: nothing comes through any more, and nobody is told.</summary>
internal sealed class SilentWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly Uri _target;
    private volatile int _cut;
    private int _made;

    public SilentWire(Uri target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Host => _listener.LocalEndpoint.ToString()!;

    /// <summary>Connections that were made so far.</summary>
    public int Made => _made;

    /// <summary>Those made so far are silent from now on; new ones work.</summary>
    public void Cut() => _cut = _made;

    public void Dispose()
    {
        _listener.Stop();
        foreach (var end in _ends) end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var inner = await _listener.AcceptTcpClientAsync();
                var number = Interlocked.Increment(ref _made);
                var outer = new TcpClient();
                _ends.Add(inner);
                _ends.Add(outer);
                await outer.ConnectAsync(_target.Host, _target.Port);
                _ = PumpAsync(inner, outer, number);
                _ = PumpAsync(outer, inner, number);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Unplugged.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, int number)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer)) > 0)
                if (number > _cut) await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            if (number > _cut) to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            if (number > _cut) to.Dispose();
        }
    }
}
