using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Who may see what, as administrators ruled: every rule that ever was keeps its row and number.</summary>
internal static class AccessRows
{
    public static void Add(SqlSession session, AccessChange change, long now) => session.Execute(
        """
        INSERT INTO access_changes (version, kind, subject, grants, changed_by, at)
        SELECT coalesce(max(version), 0) + 1, $kind, $subject, $grants, $by, $now FROM access_changes
        """,
        ("$kind", change.Kind.ToString()), ("$subject", change.Subject), ("$grants", change.Grants), ("$by", change.By), ("$now", now));

    public static StoredAccess Read(SqlSession session)
    {
        var rows = session.Query(
            """
            SELECT c.version, c.kind, c.subject, c.grants, c.changed_by FROM access_changes c
            WHERE NOT EXISTS (SELECT 1 FROM access_changes l WHERE l.kind = c.kind AND l.subject = c.subject AND l.version > c.version)
            """,
            row => (Version: row.GetInt64(0), Change: new AccessChange(row.Named<AccessKind>(1), row.GetString(2), row.TextOrNull(3), row.GetString(4))));
        return rows.Count == 0 ? StoredAccess.None : new(rows.Max(r => r.Version), [.. rows.Select(r => r.Change)]);
    }
}
