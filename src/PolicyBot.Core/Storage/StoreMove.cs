using PolicyBot.Storage.Postgres;
using PolicyBot.Storage.Sql;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Storage;

/// <summary>Takes an archive and its chat from one database to another, whichever they are. Nothing is taken away from where it was.</summary>
public static class StoreMove
{
    /// <param name="from">A folder of SQLite files, or a PostgreSQL connection.</param>
    /// <returns>What each table holds, the same on both sides: those of the records, then those of the chat.</returns>
    public static IReadOnlyList<TableContent> Run(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (!IsConnection(from) && !File.Exists(Path.Combine(from, SqliteArchive.FileName)))
            throw new ArchiveException($"There is no archive in {Path.GetFullPath(from)}. Name its folder with --data. / {Path.GetFullPath(from)}에는 저장소가 없습니다. --data에 저장소의 폴더를 쓰십시오.");
        return
        [
            .. Copy(PostgresArchive.Schema, SqliteArchive.FileName, ArchiveSchema.Steps),
            .. Copy(PostgresChatStore.Schema, SqliteChatStore.FileName, ChatSchema.Steps),
        ];

        IReadOnlyList<TableContent> Copy(string schema, string file, IReadOnlyList<string> steps)
        {
            var (source, target) = (Open(from), Open(to));
            try
            {
                return StoreCopy.Run(source, target, steps);
            }
            finally
            {
                source.Release();
                target.Release();
            }

            SqlDatabase Open(string place) => IsConnection(place) ? PostgresServer.Open(place, schema, steps) : SqliteFile.Open(place, file, steps);
        }
    }

    /// <summary>A folder of this name would be an odd one.</summary>
    public static bool IsConnection(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Contains("Host=", StringComparison.OrdinalIgnoreCase) || place.Contains("Server=", StringComparison.OrdinalIgnoreCase);
    }
}
