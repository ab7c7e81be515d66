namespace PolicyBot.Storage.Sqlite;

/// <summary>Brings a database file to the schema of this program: forward only, each step in one transaction.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks the file as ours (https://sqlite.org/fileformat2.html, offset 68): "PoBo".</summary>
    public const int ApplicationId = 0x506F426F;

    public static void Migrate(SqliteSession session, IReadOnlyList<string> steps)
    {
        Recognise(session, steps.Count);
        while (Version(session) < steps.Count) Advance(session, steps);
    }

    private static void Advance(SqliteSession session, IReadOnlyList<string> steps)
    {
        session.Begin();
        try
        {
            // Another process may have been here while this one waited for the lock.
            var version = Version(session);
            if (version < steps.Count)
            {
                session.Execute(steps[(int)version]);
                session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1}");
            }

            session.Commit();
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private static void Recognise(SqliteSession session, int newest)
    {
        var version = Version(session);
        var empty = session.Scalar("SELECT count(*) FROM sqlite_schema") is 0L;
        if (session.Scalar("PRAGMA application_id") is not (long)ApplicationId && !(empty && version == 0))
            throw new ArchiveException($"The file {session.File} is the database of another program. Name another folder with --data. / {session.File}은(는) 다른 프로그램의 데이터베이스입니다. --data에 다른 폴더를 쓰십시오.");
        if (version > newest)
            throw new ArchiveException(
                $"The archive {session.File} has schema version {version}, made by a newer PolicyBot; this one knows versions up to {newest}. Update PolicyBot, or name another folder with --data. / 저장소 {session.File}은(는) 더 새 PolicyBot이 만든 것입니다(스키마 {version}판, 이 프로그램은 {newest}판까지). PolicyBot을 새 판으로 바꾸거나 --data에 다른 폴더를 쓰십시오.");
    }

    private static long Version(SqliteSession session) => (long)session.Scalar("PRAGMA user_version")!;
}
