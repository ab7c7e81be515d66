using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Digests;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Settings;
using PolicyBot.Slack;
using PolicyBot.Storage;
using PolicyBot.Verbs;

namespace PolicyBot.Hosting;

/// <summary>The program as a service: every platform that is switched on, in one process, until it is told to stop.</summary>
internal static partial class Worker
{
    // Chat services drain for eight seconds each; orchestrators kill after thirty.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    /// <param name="time">The real clock; the workplace may pretend to be on another day.</param>
    /// <param name="built">Sees the services before they start.</param>
    public static async Task<int> RunAsync(Workplace workplace, TextWriter error, TimeProvider time, Action<IServiceProvider>? built, CancellationToken cancellationToken)
    {
        using var alone = WorkerLock.Take(workplace.Folder);
        var settings = workplace.Settings;
        var redaction = new Redaction(settings.Secrets);
        using var log = new RedactedLog(error, redaction, time, settings["Log:Format"].Equals("Json", StringComparison.OrdinalIgnoreCase));
        using var logs = LoggerFactory.Create(logging => Configure(logging, log));
        workplace.Warn = reason => Log.Without(logs.CreateLogger(nameof(Worker)), reason);
        // Where several machines share a store, its clock is everybody's.
        time = Stores.ArePostgres(settings) ? new StoreTime(time) : time;
        await using var store = await StorePatience.OpenAsync(() => Stores.OpenChat(settings, workplace.Folder, time), logs.CreateLogger("Store"), time, cancellationToken);
        await StorePatience.OpenAsync(() => workplace.Archive, logs.CreateLogger("Store"), time, cancellationToken);
        store.Retention = settings.Retention;
        if (await store.VerifyAsync(cancellationToken) is { BrokenAt: { } row }) Log.ChainBroken(logs.CreateLogger(nameof(Worker)), row);
        using var telemetry = TelemetryExport.Start(settings);
        using var keeper = new IndexKeeper(workplace.Archive, await workplace.OpenFollowerAsync(cancellationToken), time, logs.CreateLogger<IndexKeeper>());
        var platforms = new List<IChatPlatform>();
        var desk = await DeskAsync(workplace, store, keeper, platforms, cancellationToken);
        var handler = new ChatHandler(desk);
        var subscriptions = new CalendarSubscriptions(settings.List("Meetings:Calendars"), Path.Combine(workplace.Folder, "calendars"), settings.CalendarInterval, settings.MaxFileBytes);
        using var http = CalendarKeeper.Client();
        await using var inbox = new PatientInbox(store, time, logs.CreateLogger<PatientInbox>());
        platforms.AddRange(Platforms.Create(settings, CommandCatalogue.All, handler.Suggestions, inbox, desk.Curators, time, logs));
        using var host = Build(settings, redaction, platforms, services =>
        {
            services.AddSingleton(settings.Rates).AddSingleton(store).AddSingleton<IChatHandler>(handler).AddSingleton<IEgress>(new EgressGate(desk.Archive, desk.Clearances, store, settings["Model:Name"]));
            services.AddSingleton(CommandCatalogue.All).AddSingleton(time).AddSingleton(logs).AddSingleton(new WorkerCard($"{Environment.MachineName}/{Environment.ProcessId}", StatusVerb.Version));
            services.AddHostedService(_ => keeper).AddHostedService<QueueGauge>();
            if (workplace.OpenVectors() is { } vectors) services.AddHostedService(_ => new VectorKeeper(vectors, time, logs.CreateLogger<VectorKeeper>()));
            ComingIn.Add(services, workplace, keeper.FollowAsync, time, logs);
            if (subscriptions.Places.Count > 0) services.AddHostedService(_ => new CalendarKeeper(new(subscriptions, http, workplace.Archive, workplace.Importer(), time, logs.CreateLogger<SubscribedCalendars>()), keeper, time, logs.CreateLogger<CalendarKeeper>()));
            services.AddSingleton(new DigestDesk
            {
                Archive = desk.Archive,
                Topics = desk.Topics,
                Organisations = desk.Organisations,
                Clearances = desk.Clearances,
                Holidays = desk.Holidays,
                Chart = desk.Chart,
                TopLines = desk.TopLines,
                Time = time,
            }).AddDigests();
        });
        await SettledSubscriptions.SyncAsync(store, DigestSettings.Read(settings, name => workplace.FindTopicOrNull(name), name => workplace.Organisations.Find(name, workplace.Today)?.Name ?? name), cancellationToken);
        var runner = host.Services.GetRequiredService<PlatformRunner>();
        inbox.Telling = host.Services.GetRequiredService<StandInReplies>().TellAsync;
        built?.Invoke(host.Services);
        try
        {
            await host.RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not left to the program's last words: those know nothing of secrets.
            Log.Ended(logs.CreateLogger(nameof(Worker)), fault);
            return ExitCode.OurFault;
        }

        foreach (var platform in platforms.OfType<IDisposable>()) platform.Dispose();
        if (runner.NoneLeft) return ExitCode.NoPlatform;
        // A service that ends by itself ends the host: the log has its fault.
        return cancellationToken.IsCancellationRequested ? ExitCode.Done : ExitCode.OurFault;
    }

    private static void Configure(ILoggingBuilder logging, RedactedLog log) => logging
        .AddProvider(log).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);

    private static async Task<Desk> DeskAsync(Workplace workplace, IChatStore store, IndexKeeper keeper, IReadOnlyList<IChatPlatform> platforms, CancellationToken cancellationToken)
    {
        var settings = workplace.Settings;
        return new()
        {
            Archive = workplace.Archive,
            Retriever = await workplace.OpenRetrieverAsync(null, cancellationToken),
            Answerer = await workplace.OpenAnswererAsync(null, cancellationToken),
            Reading = workplace.Reading,
            Organisations = workplace.Organisations,
            Topics = workplace.Topics,
            Memory = store,
            Time = workplace.Time,
            Zone = settings.TimeZone,
            Holidays = workplace.Holidays,
            Chart = KoreanFont.Find(settings),
            TopLines = workplace.TopLines,
            Clearances = Platforms.Clearances(settings),
            Curators = Platforms.Curators(settings),
            Platforms = platforms,
            Importer = workplace.Importer(),
            LargestFile = settings.MaxFileBytes,
            FollowIndex = keeper.FollowAsync,
        };
    }

    private static IHost Build(BotSettings settings, Redaction redaction, IReadOnlyList<IChatPlatform> platforms, Action<IServiceCollection> add)
    {
        if (!settings.IsSet("Urls") && !Platforms.SlackUsesHttp(settings))
        {
            var silent = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
            AddChat(silent.Services);
            return silent.Build();
        }

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(settings.IsSet("Urls") ? settings["Urls"] : "http://localhost:5000");
        builder.Services.AddRoutingCore();
        AddChat(builder.Services);
        var host = builder.Build();
        host.UseRouting();
        Map(host, host.Services.GetRequiredService<PlatformRunner>(), host.Services.GetRequiredService<Lease>(), host.Services.GetRequiredService<DigestAlarm>());
        return host;

        void AddChat(IServiceCollection services)
        {
            add(services);
            foreach (var platform in platforms) services.AddSingleton(platform);
            services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop).AddChat();
        }

        void Map(IEndpointRouteBuilder routes, PlatformRunner runner, Lease lease, DigestAlarm digests)
        {
            Health.Map(routes, runner, lease, digests, redaction);
            if (!Platforms.SlackUsesHttp(settings)) return;
            foreach (var slack in platforms.OfType<SlackPlatform>()) slack.Map(routes);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The audit trail is broken at row {Row}: that row or one before it was changed or taken out. See policybot audit verify")]
        public static partial void ChainBroken(ILogger logger, long row);

        [LoggerMessage(LogLevel.Critical, "The worker cannot go on")]
        public static partial void Ended(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "Answering without help: {Reason}")]
        public static partial void Without(ILogger logger, string reason);
    }
}
