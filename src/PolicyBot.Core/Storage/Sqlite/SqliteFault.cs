using Microsoft.Data.Sqlite;

namespace PolicyBot.Storage.Sqlite;

/// <summary>Turns SQLite's result codes (https://sqlite.org/rescode.html) into sentences that say what to do.</summary>
internal static class SqliteFault
{
    public static ArchiveException Explain(SqliteException fault, string file) => new(Sentence(fault, file), fault);

    private static string Sentence(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk is full: the archive {file} could not be written. Nothing was half-written; free some space and run it again.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
            $"The archive {file} cannot be written: the file or its folder is read-only. Nothing was changed; give write access or name another folder with --data.",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The archive {file} cannot be opened or created. See that its folder exists and may be written, or name another with --data.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"The archive {file} is being written by another program that does not finish. Nothing was changed; try again when it is done.",
        SQLitePCL.raw.SQLITE_NOTADB =>
            $"The file {file} is no archive: it is not an SQLite database. Move it away, or name another folder with --data.",
        SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The archive {file} is damaged ({fault.Message}). Put a backup in its place, or move it away and import the records again.",
        SQLitePCL.raw.SQLITE_IOERR =>
            $"The disk failed while the archive {file} was read or written ({fault.Message}). Nothing was half-written; check the disk and its free space.",
        _ => $"The archive {file} failed: {fault.Message}",
    };
}
