using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Slack.Events;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sockets;

/// <summary>Keeps sockets to Slack open: several, so that one is left when another is replaced.</summary>
internal sealed partial class SocketMode(SlackApi api, SlackIntake intake, SlackState state, SlackTimings timings, TimeProvider time, Func<double> jitter, ILogger logger)
{
    private const int MostDeaf = 10;

    private int _open;

    /// <summary>Returns when stopped, or when Slack refuses for good; the state then says why.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slots = Enumerable.Range(0, timings.Sockets).Select(i => KeepOpenAsync(i == 0 ? Task.CompletedTask : first.Task, first, stop)).ToList();
        await Task.WhenAll(slots);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task KeepOpenAsync(Task start, TaskCompletionSource first, CancellationTokenSource stop)
    {
        var draining = Task.CompletedTask;
        SocketConnection? current = null;
        try
        {
            await start.WaitAsync(stop.Token);
            var backoff = new Backoff(timings, time, jitter);
            var deaf = 0;
            while (true)
            {
                var next = await OpenAsync(backoff, stop);
                first.TrySetResult();
                backoff.Reset();
                if (current is not null) draining = Task.WhenAll(draining, LeaveAsync(current, timings.Drain));
                current = next;
                var end = await current.Retired.WaitAsync(stop.Token);
                if (end == SocketEnd.Refresh) continue;
                deaf = end == SocketEnd.Deaf && !current.HasBrought ? deaf + 1 : 0;
                var left = current;
                current = null;
                draining = Task.WhenAll(draining, LeaveAsync(left, TimeSpan.Zero));
                if (deaf >= MostDeaf) Fail("Slack opens sockets but sends nothing on them, ten times in a row. Start the bot again, and look at the firewall between it and Slack.", stop);
                await AfterAsync(end, backoff, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped, or refused for good in this or another slot.
        }
        finally
        {
            if (current is not null) await LeaveAsync(current, TimeSpan.Zero);
            await draining;
        }
    }

    private async Task<SocketConnection> OpenAsync(Backoff backoff, CancellationTokenSource stop)
    {
        var deaf = 0;
        while (true)
        {
            var reply = await api.OpenConnectionAsync(stop.Token);
            if (reply is SlackReply.Ok ok)
            {
                var (connection, end) = await ConnectAsync(ok.Body.Text("url"), stop.Token);
                if (connection is not null) return connection;
                deaf = end == SocketEnd.Deaf ? deaf + 1 : 0;
                if (deaf >= MostDeaf) Fail("Slack opens sockets but never says hello, ten times in a row. Start the bot again, and look at the firewall between it and Slack.", stop);
                await AfterAsync(end, backoff, stop);
                continue;
            }

            if (reply is SlackReply.Error { Code: var code } && SlackErrors.Explain(code, isAppToken: true) is { } reason) Fail(reason, stop);
            Log.NotOpened(logger, reply.Describe());
            if (Volatile.Read(ref _open) == 0) state.Set(ConnectionPhase.Reconnecting, $"Slack gives no socket: {reply.Describe()}. It is tried again.");
            if (reply is SlackReply.Later later) await Task.Delay(later.Wait, time, stop.Token);
            else await backoff.WaitAsync(stop.Token);
        }
    }

    private async Task<(SocketConnection? Connection, SocketEnd End)> ConnectAsync(string url, CancellationToken cancellationToken)
    {
        if (SlackAddress.Parse(url, api.BaseUrl) is not { } address || address.Scheme is not ("ws" or "wss"))
        {
            Log.Unsafe(logger);
            return (null, SocketEnd.Lost);
        }

        var found = await SocketConnection.ConnectAsync(address, timings, TakeAsync, cancellationToken);
        if (found.Connection is null) Log.Lost(logger, found.End);
        else
        {
            Interlocked.Increment(ref _open);
            state.Set(ConnectionPhase.Connected, null);
            _ = CountDownAsync(found.Connection);
        }

        return found;
    }

    /// <summary>A socket counts until it is lost; one that is being replaced still brings events.</summary>
    private async Task CountDownAsync(SocketConnection connection)
    {
        var end = await connection.Retired;
        Log.Lost(logger, end);
        if (end == SocketEnd.Refresh) await connection.Closed;
        if (Interlocked.Decrement(ref _open) == 0) state.Set(ConnectionPhase.Reconnecting, "The connection to Slack was lost. It is being opened again.");
    }

    private async Task AfterAsync(SocketEnd end, Backoff backoff, CancellationTokenSource stop)
    {
        if (end == SocketEnd.SwitchedOff) Fail("Socket Mode is switched off in the Slack app. Switch it on at api.slack.com/apps, Socket Mode, and start the bot again.", stop);
        if (end == SocketEnd.Crowded) await Task.Delay(timings.Crowded * (1 + jitter()), time, stop.Token);
        else await backoff.WaitAsync(stop.Token);
    }

    private void Fail(string reason, CancellationTokenSource stop)
    {
        Log.Failed(logger, reason);
        state.Fail(reason);
        stop.Cancel();
        stop.Token.ThrowIfCancellationRequested();
    }

    private static async Task LeaveAsync(SocketConnection connection, TimeSpan longest)
    {
        await Task.Yield();
        await connection.DrainAsync(longest);
    }

    private async Task<JsonObject?> TakeAsync(SocketFrame frame)
    {
        try
        {
            switch (frame.Type)
            {
                case "slash_commands":
                    await intake.TakeCommandAsync(frame.Payload, CancellationToken.None);
                    return null;
                case "interactive":
                    return await intake.TakeInteractionAsync(frame.Payload, CancellationToken.None);
                default:
                    await intake.TakeEventAsync(frame.Payload, CancellationToken.None);
                    return null;
            }
        }
        catch (Exception e)
        {
            Log.NotTaken(logger, e, frame.Type);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack gave no socket: {Reason}")]
        public static partial void NotOpened(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Slack named a socket that is not encrypted or no socket at all; it is not followed")]
        public static partial void Unsafe(ILogger logger);

        [LoggerMessage(3, LogLevel.Information, "A socket to Slack ended: {End}")]
        public static partial void Lost(ILogger logger, SocketEnd end);

        [LoggerMessage(4, LogLevel.Error, "Slack is given up: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(5, LogLevel.Error, "An event of type {Type} could not be stored; Slack will bring it again")]
        public static partial void NotTaken(ILogger logger, Exception exception, string type);
    }
}
