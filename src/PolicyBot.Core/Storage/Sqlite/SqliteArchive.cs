using PolicyBot.Records;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The embedded archive: one SQLite file.</summary>
public sealed class SqliteArchive : SqlArchive
{
    internal const string FileName = "policybot.db";

    private SqliteArchive(SqliteFile file, Organisations organisations, TimeProvider time)
        : base(file, organisations, time)
    {
    }

    /// <summary>Opens the archive in that folder, creating both when missing. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static SqliteArchive Open(string folder, Organisations organisations, TimeProvider time) =>
        new(SqliteFile.Open(folder, FileName, ArchiveSchema.Steps), organisations, time);
}
