using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of the workers on one store and of what each of them holds. <c>CLOCK()</c> is the database's own clock: no worker's counts.</summary>
/// <param name="worker">The number under which this worker registered last; 0 when it never did.</param>
internal sealed class WorkerRows(SqlSession session, long worker)
{
    /// <summary>The numbers of the workers that live.</summary>
    public const string Living = "(SELECT number FROM workers WHERE until > CLOCK())";

    /// <summary>Null when the registration has run out: whoever comes back needs a new number.</summary>
    public DateTimeOffset? Renew(TimeSpan length, TimeSpan clockAhead) => session.Query(
        "UPDATE workers SET until = CLOCK() + $length, clock_ahead = $ahead WHERE number = $worker AND until > CLOCK() RETURNING until",
        row => (DateTimeOffset?)(row.Moment(0) - length),
        ("$length", (long)length.TotalMilliseconds), ("$ahead", (long)clockAhead.TotalMilliseconds), ("$worker", worker)).SingleOrDefault();

    public (long Number, DateTimeOffset Clock) Register(WorkerCard card, TimeSpan length)
    {
        session.Execute("DELETE FROM workers WHERE until < CLOCK() - 86400000");
        return session.Query(
            "INSERT INTO workers (name, version, clock_ahead, until) VALUES ($name, $version, 0, CLOCK() + $length) RETURNING number, until",
            row => (row.GetInt64(0), row.Moment(1) - length),
            ("$name", card.Name), ("$version", card.Version), ("$length", (long)length.TotalMilliseconds)).Single();
    }

    public void Resign()
    {
        session.Execute("UPDATE workers SET until = 0 WHERE number = $worker", ("$worker", worker));
        session.Execute("DELETE FROM claims WHERE owner = $worker", ("$worker", worker));
    }

    /// <summary>Whether it is this worker's from now on: it was free, or its holder lives no more.</summary>
    public bool Claim(string what) => session.Scalar(
        $"""
        INSERT INTO claims (what, owner, since) SELECT $what, $worker, CLOCK() WHERE $worker IN {Living}
        ON CONFLICT (what) DO UPDATE SET owner = excluded.owner, since = CASE WHEN claims.owner = excluded.owner THEN claims.since ELSE excluded.since END
        WHERE claims.owner = excluded.owner OR (claims.owner NOT IN {Living} AND claims.owner <= (SELECT max(number) FROM workers))
        RETURNING owner
        """,
        ("$what", what), ("$worker", worker)) is not null;

    public void Release(string what) => session.Execute("DELETE FROM claims WHERE what = $what AND owner = $worker", ("$what", what), ("$worker", worker));

    public static List<WorkerStatus> List(SqlSession session) =>
    [
        .. session.Query(
            $"SELECT number, name, version, clock_ahead FROM workers WHERE number IN {Living} ORDER BY number",
            row => (Number: row.GetInt64(0), Name: row.GetString(1), Version: row.GetString(2), Ahead: TimeSpan.FromMilliseconds(row.GetInt64(3))))
        .Select(w => new WorkerStatus(w.Number, w.Name, w.Version, w.Ahead, session.Query("SELECT what FROM claims WHERE owner = $worker ORDER BY what", row => row.GetString(0), ("$worker", w.Number)))),
    ];
}
