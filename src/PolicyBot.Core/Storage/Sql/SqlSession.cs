using System.Data.Common;

namespace PolicyBot.Storage.Sql;

/// <summary>One connection with its prepared commands: a statement that an import runs a million times is compiled once.</summary>
internal abstract class SqlSession(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Begins a transaction that may write.</summary>
    public abstract void Begin();

    /// <summary>Begins a transaction whose queries all see one state, whatever is written meanwhile.</summary>
    public abstract void BeginReading();

    public abstract void Commit();

    /// <summary>Undoes an open transaction; does nothing when there is none any more.</summary>
    public abstract void RollBack();

    /// <summary>Wakes whoever listens, in any process, once this transaction is committed.</summary>
    public virtual void Announce(string channel)
    {
    }

    /// <summary>After rows came in with numbers of their own: new ones go on behind them.</summary>
    public abstract void ContinueNumbers(IReadOnlyList<string> tables);

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public virtual void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        connection.Dispose();
    }

    /// <summary>The statement, whose parameters are named <c>@name</c> or <c>$name</c>, as this database takes it.</summary>
    protected virtual string Translate(string sql) => sql;

    /// <summary>False where the driver itself knows a statement again.</summary>
    protected virtual bool KeepsCommands => true;

    protected virtual string Name(string parameter) => parameter;

    protected virtual object Translate(object value) => value;

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!KeepsCommands || !_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = Translate(sql);
            if (KeepsCommands) _commands[sql] = command;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(name);
            parameter.Value = value is null ? DBNull.Value : Translate(value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
