using Npgsql;
using PolicyBot.Storage.Postgres;

namespace PolicyBot.Tests.Storage.Postgres;

public sealed class PostgresFaultTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, "The disk of the PostgreSQL server db:5432/bot is full", true)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, "GRANT CREATE", false)]
    [InlineData(PostgresErrorCodes.InvalidPassword, "refuses the user or the password", false)]
    [InlineData(PostgresErrorCodes.TooManyConnections, "max_connections", true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, "stopping or starting", true)]
    [InlineData(PostgresErrorCodes.QueryCanceled, "longer than 30 seconds", false)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, "Another worker is writing", false)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, "standby", false)]
    public void A_fault_of_the_server_is_told_with_what_to_do(string code, string told, bool passes)
    {
        var fault = PostgresFault.Explain(new PostgresException("as the server says", "ERROR", "ERROR", code), "db:5432/bot");

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal(passes, fault.IsPassing);
    }
}
