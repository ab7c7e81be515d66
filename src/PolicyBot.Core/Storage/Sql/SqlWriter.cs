using System.Data.Common;
using System.Threading.Channels;

namespace PolicyBot.Storage.Sql;

/// <summary>Writes that come at the same time share one transaction and one sync of the disk; each returns when it is on the disk.</summary>
internal sealed class SqlWriter : IAsyncDisposable
{
    private const int MostTogether = 256;

    private readonly SqlDatabase _database;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly Task _loop;
    private SqlSession? _session;

    public SqlWriter(SqlDatabase database)
    {
        _database = database;
        // The database blocks its caller: a thread of its own keeps the pool free.
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Told before each commit, so that a test can make it fail.</summary>
    internal Action<SqlSession>? Committing { get; set; }

    /// <param name="work">May run twice: alone again when another write of its transaction failed.</param>
    /// <param name="cancellationToken">Heard before the write waits in line, not after: what is committed must be known to its caller.</param>
    public async Task<T> WriteAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new Write<T>(work);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        return await write.Result;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private void Run()
    {
        var batch = new List<Write>(MostTogether);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostTogether && _waiting.Reader.TryRead(out var write)) batch.Add(write);
            Commit(batch);
            batch.Clear();
        }

        _session?.Dispose();
    }

    private void Commit(List<Write> batch)
    {
        if (TryCommit(batch) is not { } fault) return;
        if (batch.Count == 1) batch[0].Fail(fault);
        else
        {
            // One of them is the culprit: the others are not to suffer for it.
            foreach (var write in batch) Commit([write]);
        }
    }

    private Exception? TryCommit(List<Write> batch, bool isFirst = true)
    {
        var isCommitting = false;
        try
        {
            _session ??= _database.Open();
            _session.Begin();
            foreach (var write in batch) write.Run(_session);
            Committing?.Invoke(_session);
            isCommitting = true;
            _session.Commit();
        }
        catch (Exception fault)
        {
            Abandon();
            // Written rarely, a connection is often dead before that is found out. What was not being committed yet is not there: it may be written again.
            if (isFirst && !isCommitting && fault is DbException lost && IsLost(lost)) return TryCommit(batch, isFirst: false);
            return fault is DbException known ? _database.Explain(known) : fault;
        }

        foreach (var write in batch) write.Succeed();
        return null;
    }

    /// <summary>The server was started anew or ended the connection (57P01, admin_shutdown); no answer in time is another matter.</summary>
    private static bool IsLost(DbException fault) => fault is { IsTransient: true, SqlState: null or "57P01", InnerException: not TimeoutException };

    private void Abandon()
    {
        try
        {
            _session?.RollBack();
        }
        catch (DbException)
        {
            // The connection is what is broken: a new one is opened for the next write.
        }

        _session?.Dispose();
        _session = null;
    }

    private abstract class Write
    {
        public abstract void Run(SqlSession session);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<T>(Func<SqlSession, T> work) : Write
    {
        private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;

        public Task<T> Result => _source.Task;

        public override void Run(SqlSession session) => _value = work(session);

        public override void Succeed() => _source.SetResult(_value!);

        public override void Fail(Exception fault) => _source.SetException(fault);
    }
}
