using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Gateway;

/// <summary>One connection, from connecting to its end.</summary>
/// <param name="receive">Takes each event; must not wait for its handling.</param>
/// <param name="identified">Told whenever a new session was asked for.</param>
/// <param name="random">Between 0 and 1.</param>
internal sealed partial class GatewayConnection(DiscordOptions options, Action<GatewayEvent> receive, Action identified, Action ready, TimeProvider clock, Func<double> random, ILogger logger)
{
    /// <summary>Discord greets and readies within a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private long? _sequence;
    private bool _isReady;
    private bool _isGreeted;

    /// <summary>Where the stream stands; null when the session is gone or not begun.</summary>
    public GatewaySession? Session { get; private set; }

    /// <param name="session">Resumed; null identifies.</param>
    public async Task<ConnectionEnd> RunAsync(Uri address, GatewaySession? session, CancellationToken cancellationToken)
    {
        (Session, _sequence, _isReady, _isGreeted) = (session, session?.Sequence, false, false);
        GatewaySocket socket;
        try
        {
            socket = await GatewaySocket.ConnectAsync(GatewayAddress.Complete(address, options.ApiBaseUrl), clock, cancellationToken);
        }
        catch (WebSocketException e)
        {
            return new(NextStep.Reach, false, $"Discord's gateway cannot be reached: {e.Message}");
        }

        using (socket)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                return await ConverseAsync(socket, over, cancellationToken);
            }
            finally
            {
                await over.CancelAsync();
            }
        }
    }

    private async Task<ConnectionEnd> ConverseAsync(GatewaySocket socket, CancellationTokenSource over, CancellationToken stop)
    {
        var dead = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stopped = stop.Register(() => dead.TrySetResult("stopped"));
        using var patience = clock.CreateTimer(_ => { if (!_isReady) dead.TrySetResult("Discord took too long to begin."); }, null, Patience, Timeout.InfiniteTimeSpan);
        // The receiving outlives the stop by the closing frame: cancelling it would tear the socket down first.
        using var receiving = new CancellationTokenSource();
        var conversation = ReadAsync(socket, dead, over.Token, receiving.Token);
        await Task.WhenAny(conversation, dead.Task);
        await socket.CloseAsync();
        if (conversation.IsCompleted) return await conversation;
        await receiving.CancelAsync();
        try
        {
            await conversation;
        }
        catch (OperationCanceledException)
        {
        }

        return new(NextStep.Resume, _isReady, await dead.Task);
    }

    private async Task<ConnectionEnd> ReadAsync(GatewaySocket socket, TaskCompletionSource<string> dead, CancellationToken over, CancellationToken receiving)
    {
        var heartbeat = new Heartbeat(token => socket.SendAsync(GatewayFrame.NewBeat(_sequence), token), clock, random);
        while (await socket.ReceiveAsync(receiving) is { } bytes)
        {
            heartbeat.Heard();
            if (GatewayFrame.Parse(bytes.Span) is not { } frame)
            {
                Log.Unreadable(logger);
                continue;
            }

            switch (frame.Op)
            {
                case GatewayFrame.Hello:
                    _ = BeatAsync(heartbeat, frame.Data.Number("heartbeat_interval", 41_250), dead, over);
                    _isGreeted = true;
                    await IntroduceAsync(socket, over);
                    break;
                case GatewayFrame.Beat:
                    await socket.SendAsync(GatewayFrame.NewBeat(_sequence), over);
                    break;
                case GatewayFrame.BeatAnswer:
                    heartbeat.Answered();
                    break;
                case GatewayFrame.Reconnect:
                    return new(NextStep.Resume, _isReady, "Discord asks to connect anew.");
                case GatewayFrame.InvalidSession:
                    return new(frame.Data.ValueKind == System.Text.Json.JsonValueKind.True ? NextStep.Resume : NextStep.Identify, _isReady, "Discord says that the session is invalid.");
                case GatewayFrame.Dispatch:
                    Dispatch(frame);
                    break;
                default:
                    break;
            }
        }

        return socket.CloseCode is null && !_isGreeted
            ? new(NextStep.Reach, false, "Discord's gateway broke the connection before its greeting.")
            : CloseCodes.End(socket.CloseCode, _isReady, options);
    }

    private Task IntroduceAsync(GatewaySocket socket, CancellationToken over)
    {
        if (Session is { } session) return socket.SendAsync(GatewayFrame.NewResume(options.Token, session), over);
        identified();
        return socket.SendAsync(GatewayFrame.NewIdentify(options.Token, Intents.Of(options)), over);
    }

    private static async Task BeatAsync(Heartbeat heartbeat, long milliseconds, TaskCompletionSource<string> dead, CancellationToken over)
    {
        try
        {
            await heartbeat.RunAsync(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 10, 600_000)), over);
            dead.TrySetResult("Discord no longer answers our heartbeat.");
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private void Dispatch(GatewayFrame frame)
    {
        if (frame.Sequence is { } sequence) _sequence = sequence;
        if (frame.Type == "READY")
            Session = frame.Data.Text("session_id") is { } id && Uri.TryCreate(frame.Data.Text("resume_gateway_url"), UriKind.Absolute, out var url) ? new(id, url, _sequence ?? 0) : null;
        else if (Session is not null && _sequence is { } newest) Session = Session with { Sequence = newest };
        if (frame.Type is "READY" or "RESUMED")
        {
            _isReady = true;
            ready();
        }

        if (frame.Type is not null && Session is { } place) receive(new(frame.Type, frame.Data, place));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord sent a frame that is no JSON; it was left out.")]
        public static partial void Unreadable(ILogger logger);
    }
}
