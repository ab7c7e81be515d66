using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

/// <summary>The main questions find their way by an index: none reads all statements of an archive.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly StatementFilter[] Narrow =
    [
        new() { Organisations = ["A사"] },
        new() { People = ["홍길동"], Kinds = [StatementKind.Concern] },
        new() { Topics = ["power"], From = new(2025, 1, 1), To = new(2025, 12, 31) },
        new() { Present = ["A사"] },
        new() { MeetingId = new("r1#1") },
        new() { RecordIds = [new("r1")] },
        new() { Organisations = ["A사"], Topics = ["power"], Limit = int.MaxValue },
    ];

    [Fact]
    public void A_filter_is_answered_by_an_index() => Assert.All(
        Narrow,
        filter => Assert.DoesNotContain(Plan(filter), step => step.StartsWith("SCAN s", StringComparison.Ordinal)));

    [Fact]
    public void The_newest_statements_come_from_the_index_of_days()
    {
        Assert.Contains(Plan(new()), step => step.StartsWith("SCAN s USING COVERING INDEX statements_by_day", StringComparison.Ordinal));
        Assert.Contains(Plan(new() { To = new(2025, 12, 31) }), step => step.StartsWith("SEARCH s USING COVERING INDEX statements_by_day", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_common_is_read_back_from_the_newest_day() =>
        Assert.Contains(Plan(new() { Topics = ["power"], Limit = 10 }, isCommon: true), step => step.StartsWith("SCAN s USING COVERING INDEX statements_by_day", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    private List<string> Plan(StatementFilter filter, bool isCommon = false)
    {
        using var session = new SqliteFile(Path.Combine(_folder.Path, "policybot.db")).Open();
        SqliteSchema.Migrate(session, ArchiveSchema.Steps);
        var query = new StatementQuery(session, filter.Clearance);
        List<string> terms = [.. new[] { filter.Organisations, filter.People, filter.Present, filter.Topics }.Where(names => names.Count > 0).Select((_, n) => $"{n + 1}")];
        return session.Query("EXPLAIN QUERY PLAN " + query.Sql(filter, terms, isCommon), row => row.GetString(3), query.Values(filter));
    }
}
