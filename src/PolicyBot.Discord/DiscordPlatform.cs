using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Discord.Events;
using PolicyBot.Discord.Gateway;
using PolicyBot.Discord.Rest;
using PolicyBot.Discord.Sending;
using PolicyBot.Discord.Setup;

namespace PolicyBot.Discord;

/// <summary>Joins Discord: its gateway brings what people do, its REST API carries what the bot says.</summary>
public sealed partial class DiscordPlatform : IChatPlatform, IDisposable
{
    private readonly DiscordRest _rest;
    private readonly DiscordFiles _files;
    private readonly ConnectionReport _report;
    private readonly ConnectionCheck _check;
    private readonly CommandRegistration _commands;
    private readonly Places _places;
    private readonly Intake _intake;
    private readonly GatewayLoop _gateway;
    private readonly DiscordSender _sender;
    private readonly Reconciliation _reconciliation;
    private readonly IInbox _inbox;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private volatile string _bot = "";

    public DiscordPlatform(DiscordOptions options, ChatCatalogue catalogue, ISuggestions suggestions, IInbox inbox, TimeProvider clock, ILogger<DiscordPlatform> logger)
        : this(options, catalogue, suggestions, inbox, clock, logger, Random.Shared.NextDouble)
    {
    }

    /// <param name="random">Between 0 and 1.</param>
    internal DiscordPlatform(DiscordOptions options, ChatCatalogue catalogue, ISuggestions suggestions, IInbox inbox, TimeProvider clock, ILogger logger, Func<double> random)
    {
        (_inbox, _clock, _logger) = (inbox, clock, logger);
        _rest = new(options, new(clock), clock);
        _files = new(options);
        _report = new(clock);
        _check = new(options, _rest);
        _commands = new(_rest, catalogue, inbox, clock, logger);
        var places = _places = new(_rest, () => _bot, clock);
        var interactions = new Interactions(_rest, catalogue, suggestions, places, clock, logger);
        _intake = new(new(places, inbox, () => _bot, clock), interactions, places, inbox, clock, logger);
        _gateway = new(options, _rest, _intake.Receive, _report, clock, random, logger);
        var destinations = new Destinations(_rest, () => _bot);
        _sender = new(_rest, interactions, destinations, clock);
        _reconciliation = new(_rest, _sender, destinations, () => _bot, clock);
    }

    public string Name => "discord";

    public async Task<ConversationKind> FindKindAsync(Conversation conversation, CancellationToken cancellationToken) =>
        (await _places.FindAsync(conversation.Channel, conversation.Workspace.Length > 0 ? conversation.Workspace : null, cancellationToken)).Kind;

    /// <summary>A gateway session counts against a daily limit, and two of one shard bring every event twice.</summary>
    public bool IsExclusive => true;

    public ConnectionState State => _report.State;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] beside = [];
        try
        {
            if (await IntroduceAsync(cancellationToken) is not { } application) return;
            beside = [_intake.RunAsync(over.Token), _commands.RunAsync(application, over.Token)];
            await _gateway.RunAsync(GatewaySession.Read(await _inbox.FindSessionAsync(Name, cancellationToken)), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            // The store may be closed as soon as this returns.
            await over.CancelAsync();
            await Task.WhenAll(beside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => _check.RunAsync(cancellationToken);

    public IReadOnlyList<string> Render(Reply reply, Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Kind == DeliveryKind.Home ? [] : DiscordRenderer.Render(reply);
    }

    public Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken) => _sender.SendAsync(piece, cancellationToken);

    public Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken) => _reconciliation.FindAsync(piece, cancellationToken);

    public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return _files.OpenAsync(file, cancellationToken);
    }

    public void Dispose()
    {
        _rest.Dispose();
        _files.Dispose();
    }

    /// <summary>Who we are: without that no mention can be told, and a resumed session does not tell it. The application's id; null when Discord refuses the token.</summary>
    private async Task<string?> IntroduceAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(Route.Me, cancellationToken) is not { } bot) return null;
        _bot = bot;
        return await AskAsync(Route.Application, cancellationToken);
    }

    private async Task<string?> AskAsync(Route route, CancellationToken cancellationToken)
    {
        var result = await _rest.InsistAsync(route, null, _clock, OnTrouble, cancellationToken);
        if (result is RestResult.Done(var body) && body.Text("id") is { } id) return id;
        _report.Tell(ConnectionPhase.Failed, _rest.IsTokenRefused ? ConnectionReport.TokenRefused : $"Discord refuses to tell who the bot is: {(result as RestResult.Refused)?.Reason}");
        Log.Failed(_logger, _report.State.Reason);
        return null;
    }

    private void OnTrouble(string reason) => _report.Tell(ConnectionPhase.Reconnecting, "Discord cannot be reached: " + reason);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
        public static partial void Failed(ILogger logger, string? reason);
    }
}
