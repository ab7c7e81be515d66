using PolicyBot.Chat;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The chat's own SQLite file.</summary>
public sealed class SqliteChatStore : SqlChatStore
{
    internal const string FileName = "chat.db";

    private SqliteChatStore(SqliteFile file, TimeProvider time)
        : base(file, time)
    {
    }

    /// <summary>Opens <c>chat.db</c> in that folder, creating both when missing. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static SqliteChatStore Open(string folder, TimeProvider time) => new(SqliteFile.Open(folder, FileName, ChatSchema.Steps), time);

    /// <summary>What waits in that folder's chat, beside a worker that may be running; null when no worker ever ran there.</summary>
    public static ChatQueues? Peek(string folder) => Path.Combine(folder, FileName) is var path && File.Exists(path)
        ? new SqliteFile(path).Use(session => session.Scalar("PRAGMA user_version") is 0L ? null : ChatCounts.Read(session))
        : null;

    /// <summary>The standing orders in that folder and their slots from then on, as above.</summary>
    public static (IReadOnlyList<StandingOrder> Orders, IReadOnlyList<SlotStatus> Slots)? PeekOrders(string folder, DateTimeOffset from) => Path.Combine(folder, FileName) is var path && File.Exists(path)
        ? new SqliteFile(path).Use(session => session.Scalar("PRAGMA user_version") is < 3L ? ((IReadOnlyList<StandingOrder>, IReadOnlyList<SlotStatus>)?)null : (OrderRows.List(session, null), SlotRows.List(session, from)))
        : null;
}
