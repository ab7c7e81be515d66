using Microsoft.Data.Sqlite;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage.Crash;

/// <summary>What is wrong with an archive after a crash; nothing when every acknowledged record is whole and no other one is torn.</summary>
internal static class Wholeness
{
    public static async Task<List<string>> FaultsAsync(string data, IReadOnlyDictionary<string, (int Meetings, int Statements)> acknowledged, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        await using var archive = SqliteArchive.Open(data, Organisations.Empty, TimeProvider.System);
        foreach (var (id, counts) in acknowledged)
            if (await archive.FindRecordAsync(new(id), Grade.Classified, cancellationToken) is not { } stored) faults.Add($"{id} is lost");
            else if ((stored.Meetings.Count, stored.Statements.Count) != counts) faults.Add($"{id} has lost meetings or statements");
        foreach (var summary in await archive.ListRecordsAsync(Grade.Classified, cancellationToken))
        {
            var stored = await archive.FindRecordAsync(summary.Id, Grade.Classified, cancellationToken);
            if (stored is not { Versions: [{ Version: 1 } version], Meetings.Count: > 0, Statements.Count: > 0 } || version.ContentHash != ContentHash.Of(stored.Record)) faults.Add($"{summary.Id} is torn");
        }

        if (Check(data) is not "ok" and var damage) faults.Add($"integrity: {damage}");
        return faults;
    }

    private static object? Check(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "policybot.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar();
    }
}
