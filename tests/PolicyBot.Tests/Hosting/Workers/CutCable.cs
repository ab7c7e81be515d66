using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>A cable to a server on loopback that can be cut: nothing passes and nothing is told to either end, as when a switch dies.</summary>
internal sealed class CutCable : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;
    private readonly CancellationTokenSource _end = new();
    private volatile TaskCompletionSource _whole = Whole();

    public CutCable(int to)
    {
        _to = to;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Digits in whose place the server's own major version stands in what it says of itself; null leaves it.</summary>
    public string? SaysVersion { get; init; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Cut() => _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _whole.TrySetResult();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        Mend();
    }

    private static TaskCompletionSource Whole()
    {
        var whole = new TaskCompletionSource();
        whole.SetResult();
        return whole;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient())
        {
            try
            {
                await _whole.Task.WaitAsync(_end.Token);
                await far.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
                await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream(), null), PumpAsync(far.GetStream(), near.GetStream(), SaysVersion));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
            {
                // One end is gone; so is the other.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, string? version)
    {
        var buffer = new byte[32 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            await _whole.Task.WaitAsync(_end.Token);
            if (version is not null && buffer.AsSpan(0, read).IndexOf("server_version\0"u8) is >= 0 and var at) Encoding.ASCII.GetBytes(version, buffer.AsSpan(at + "server_version\0"u8.Length));
            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }
}
