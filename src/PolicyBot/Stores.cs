using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Settings;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot;

/// <summary>The one place that knows which database the settings name.</summary>
internal static class Stores
{
    public static bool ArePostgres(BotSettings settings) => settings["Store:Provider"].Equals("Postgres", StringComparison.OrdinalIgnoreCase);

    public static IArchive OpenArchive(BotSettings settings, string folder, Organisations organisations, TimeProvider time) => ArePostgres(settings)
        ? PostgresArchive.Open(settings["Store:ConnectionString"], organisations, time)
        : SqliteArchive.Open(folder, organisations, time);

    public static IChatStore OpenChat(BotSettings settings, string folder, TimeProvider time) => ArePostgres(settings)
        ? PostgresChatStore.Open(settings["Store:ConnectionString"], time)
        : SqliteChatStore.Open(folder, time);

    /// <summary>The chat as it stands beside workers that may be running; null when none ever ran.</summary>
    public static async Task<(ChatQueues Queues, IReadOnlyList<WorkerStatus> Workers)?> PeekChatAsync(BotSettings settings, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!ArePostgres(settings)) return SqliteChatStore.Peek(folder) is { } queues ? (queues, []) : null;
        await using var chat = PostgresChatStore.Open(settings["Store:ConnectionString"], time);
        return (await chat.MeasureAsync(cancellationToken), await chat.ListWorkersAsync(cancellationToken));
    }

    /// <summary>Standing orders and their slots from then on, as above.</summary>
    public static async Task<(IReadOnlyList<StandingOrder> Orders, IReadOnlyList<SlotStatus> Slots)?> PeekOrdersAsync(
        BotSettings settings, string folder, TimeProvider time, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (!ArePostgres(settings)) return SqliteChatStore.PeekOrders(folder, from);
        await using var chat = PostgresChatStore.Open(settings["Store:ConnectionString"], time);
        return (await chat.ListOrdersAsync(null, cancellationToken), await chat.ListSlotsAsync(from, cancellationToken));
    }
}
