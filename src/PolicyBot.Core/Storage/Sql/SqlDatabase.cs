using System.Data.Common;

namespace PolicyBot.Storage.Sql;

/// <summary>Where sessions come from, and how its faults are told.</summary>
internal abstract class SqlDatabase
{
    public abstract SqlSession Open();

    /// <summary>As a sentence for people: which database, what happened, what to do.</summary>
    public abstract ArchiveException Explain(DbException fault);

    /// <summary>Lets pooled connections go.</summary>
    public abstract void Release();

    public T Use<T>(Func<SqlSession, T> work)
    {
        try
        {
            using var session = Open();
            return work(session);
        }
        catch (DbException fault)
        {
            throw Explain(fault);
        }
    }

    /// <summary>Many queries on one state of the database, whatever is written meanwhile.</summary>
    public T Read<T>(Func<SqlSession, T> work) => Use(session =>
    {
        session.BeginReading();
        try
        {
            return work(session);
        }
        finally
        {
            session.RollBack();
        }
    });
}
