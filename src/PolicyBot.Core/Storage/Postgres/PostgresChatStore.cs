using PolicyBot.Chat;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Postgres;

/// <summary>The chat on a PostgreSQL server, shared by any number of workers.</summary>
public sealed class PostgresChatStore : SqlChatStore
{
    public const string Schema = "policybot_chat";

    private PostgresChatStore(PostgresServer server, TimeProvider time)
        : base(server, time)
    {
    }

    public override bool IsShared => true;

    /// <summary>Connects and migrates. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static PostgresChatStore Open(string connectionString, TimeProvider time) =>
        new(PostgresServer.Open(connectionString, Schema, ChatSchema.Steps), time);
}
