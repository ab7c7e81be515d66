using System.Net.WebSockets;
using System.Text;

namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>The server's end of one socket.</summary>
internal sealed class FakeSocket(int number, WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1, 1);

    public int Number => number;

    public WebSocket Socket => socket;

    /// <summary>Completes when the fake lets go of the socket.</summary>
    public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task SendAsync(string frame)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose() => _sending.Dispose();
}
