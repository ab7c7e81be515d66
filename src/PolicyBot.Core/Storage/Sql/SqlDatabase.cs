using System.Data.Common;

namespace PolicyBot.Storage.Sql;

/// <summary>Where sessions come from, and how its faults are told.</summary>
internal abstract class SqlDatabase
{
    /// <summary>Where it is, for people; free of secrets.</summary>
    public abstract string Name { get; }

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

    /// <summary>Many queries on one state of the database, whatever is written meanwhile. Once more when the connection turns out to be dead: that of a pool may have been so for long.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        try
        {
            return Once();
        }
        catch (DbException fault) when (fault.IsTransient)
        {
            return Again();
        }
        catch (DbException fault)
        {
            throw Explain(fault);
        }

        T Again()
        {
            try
            {
                return Once();
            }
            catch (DbException fault)
            {
                throw Explain(fault);
            }
        }

        T Once()
        {
            using var session = Open();
            session.BeginReading();
            try
            {
                return work(session);
            }
            finally
            {
                session.RollBack();
            }
        }
    }

    /// <summary>Where the database is another process, its answer is waited for elsewhere.</summary>
    public virtual Task<T> ReadAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) => Task.FromResult(Read(work));

    public virtual Task<T> UseAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) => Task.FromResult(Use(work));
}
