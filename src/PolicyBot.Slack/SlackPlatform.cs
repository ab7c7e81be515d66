using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Slack.Events;
using PolicyBot.Slack.Rendering;
using PolicyBot.Slack.Sending;
using PolicyBot.Slack.Signed;
using PolicyBot.Slack.Sockets;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack;

/// <summary>The bot in one Slack workspace, by sockets or by signed requests.</summary>
public sealed partial class SlackPlatform : IChatPlatform, IDisposable
{
    internal const string PlatformName = "slack";

    private readonly SlackOptions _options;
    private readonly SlackTimings _timings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SlackState _state;
    private readonly SlackApi _api;
    private readonly SlackDirectory _directory;
    private readonly SlackIntake _intake;
    private readonly SlackSender _sender;
    private readonly Reconciliation _reconciliation;
    private readonly SlackDownloads _downloads;
    private readonly PersonalConversations _personal;
    private readonly Func<double> _jitter;
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlackPlatform(SlackOptions options, ChatCatalogue catalogue, IInbox inbox, TimeProvider time, ILogger<SlackPlatform> logger)
        : this(options, catalogue, inbox, time, logger, new(), Random.Shared.NextDouble)
    {
    }

    internal SlackPlatform(SlackOptions options, ChatCatalogue catalogue, IInbox inbox, TimeProvider time, ILogger logger, SlackTimings timings, Func<double> jitter)
    {
        (_options, _timings, _time, _logger, _jitter) = (options, timings, time, logger, jitter);
        _state = new(time);
        _api = new(options, time, timings.Call);
        _directory = new(_api, new(_api, time), new(_api, options.UserGroups, time, logger), time);
        _intake = new(inbox, catalogue, _directory, new(_api, logger), time, logger);
        var streams = new SlackStreams(_api);
        _sender = new(_api, streams, new(_api), new(options.ApiBaseUrl, time));
        _reconciliation = new(_api, streams, _intake);
        _downloads = new(_api);
        _personal = new(_api);
    }

    public string Name => PlatformName;

    public ConnectionState State => _state.Current;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!IsToken(_options.BotToken) || (!_options.UsesHttp && !IsToken(_options.AppToken)))
        {
            _state.Fail("Slack:BotToken or Slack:AppToken holds characters that no token has. Copy them again from api.slack.com/apps.");
            return;
        }

        if (!await IdentifyAsync(cancellationToken)) return;
        _state.Set(_options.UsesHttp ? ConnectionPhase.Connected : ConnectionPhase.Starting, _options.UsesHttp ? null : "Sockets to Slack are being opened.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = _options.UsesHttp
            ? Task.Delay(Timeout.InfiniteTimeSpan, _time, stop.Token)
            : new SocketMode(_api, _intake, _state, _timings, _time, _jitter, _logger).RunAsync(stop.Token);
        if (await Task.WhenAny(serving, _api.TokenRefused.Task) != serving)
        {
            _state.Fail(SlackErrors.Explain(await _api.TokenRefused.Task, isAppToken: false)!);
            await stop.CancelAsync();
            await serving.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return;
        }

        await serving;
    }

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => SlackCheck.RunAsync(_api, _options, cancellationToken);

    public Task<ConversationKind> FindKindAsync(Conversation conversation, CancellationToken cancellationToken) => _directory.FindKindAsync(conversation, cancellationToken);

    public IReadOnlyList<string> Render(Reply reply, Delivery delivery) => SlackRenderer.Render(reply, delivery);

    public async Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        var (resolved, failed) = await _personal.ResolveAsync(piece, cancellationToken);
        return failed ?? await _sender.SendAsync(resolved, cancellationToken);
    }

    public async Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        var (resolved, failed) = await _personal.ResolveAsync(piece, cancellationToken);
        return failed is null ? await _reconciliation.FindAsync(resolved, cancellationToken) : new(false, null);
    }

    public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken) => _downloads.OpenAsync(file, cancellationToken);

    /// <summary>Where Slack's signed requests arrive in Http mode: <c>/slack/event</c>, <c>/slack/command</c>, <c>/slack/action</c>, <c>/slack/options</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) => new SlackEndpoints(new(_options.SigningSecret, _time), _intake, _known.Task, _logger).Map(routes);

    public void Dispose() => _api.Dispose();

    /// <summary>Learns who the bot is: its own messages must be known before any is read. False when Slack refuses for good.</summary>
    private async Task<bool> IdentifyAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(_timings, _time, _jitter);
        while (true)
        {
            var reply = await _api.ReadAsync("auth.test", [], cancellationToken);
            if (reply is SlackReply.Ok ok)
            {
                _intake.Bot = new(ok.Body.Text("user_id"), ok.Body.Text("bot_id"), ok.Body.Text("team_id"));
                _known.TrySetResult();
                return true;
            }

            var reason = SlackCheck.Explain(reply, isAppToken: false);
            Log.NotKnown(_logger, reason);
            if (reply is SlackReply.Error error && SlackErrors.Explain(error.Code, isAppToken: false) is not null)
            {
                _state.Fail(reason);
                return false;
            }

            _state.Set(ConnectionPhase.Reconnecting, reason);
            if (reply is SlackReply.Later later) await Task.Delay(later.Wait, _time, cancellationToken);
            else await backoff.WaitAsync(cancellationToken);
        }
    }

    private static bool IsToken(string token) => token.Length > 0 && token.All(c => c is > ' ' and <= '~');

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Reason}")]
        public static partial void NotKnown(ILogger logger, string reason);
    }
}
