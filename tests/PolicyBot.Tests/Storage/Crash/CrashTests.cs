using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PolicyBot.Tests.Storage.Crash;

public sealed class CrashTests : IDisposable
{
    private const int Records = 192;

    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("POLICYBOT_KILLS") ?? "50", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, (int Meetings, int Statements)> _acknowledged = [];

    public CrashTests()
    {
        for (var n = 0; n < Records; n++)
            _folder.Write($"in/{n:D3}.txt", $"예시부는 2025년 7월 {(n % 28) + 1}일 세종에서 간담회를 열었다.\n\n홍길동 A사 대표는 “{n}번 설비의 전력이 부족하다”고 말했다.\n");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Walked", 1)]
    [InlineData("DocumentRead", 40)]
    [InlineData("Understood", 2)]
    [InlineData("RecordWritten", 1)]
    [InlineData("RecordWritten", 50)]
    [InlineData("BeforeCommit", 2)]
    [InlineData("Committed", 2)]
    [InlineData("Reported", 3)]
    public async Task An_import_killed_at_a_step_loses_nothing_that_was_acknowledged(string step, int times)
    {
        using (var import = Start("data", step, times.ToString(CultureInfo.InvariantCulture)))
        {
            await ListenAsync(import, int.MaxValue);
            await import.WaitForExitAsync(Token);
            Assert.NotEqual(0, import.ExitCode);
        }

        Assert.Empty(await Wholeness.FaultsAsync(Data("data"), _acknowledged, Token));

        await FinishAsync("data");
    }

    [Fact]
    public async Task Imports_killed_at_random_moments_lose_nothing_that_was_acknowledged()
    {
        var (run, killed) = (0, 0);
        while (killed < Kills)
        {
            using var import = Start($"data{run}");
            await ListenAsync(import, Random.Shared.Next(0, 4));
            // Anywhere between two commits; before the first one too, while the program starts.
            await Task.Delay(Random.Shared.Next(0, 40), Token);
            if (!import.HasExited) killed++;
            import.Kill();
            await ListenAsync(import, int.MaxValue);
            await import.WaitForExitAsync(Token);

            Assert.Empty(await Wholeness.FaultsAsync(Data($"data{run}"), _acknowledged, Token));
            if (_acknowledged.Count < Records) continue;
            _acknowledged.Clear();
            run++;
        }

        await FinishAsync($"data{run}");
    }

    [Theory]
    [InlineData("DELETE FROM records WHERE id = (SELECT min(id) FROM records)", "lost")]
    [InlineData("UPDATE versions SET title = 'x' WHERE record = 1", "torn")]
    [InlineData("DELETE FROM versions WHERE record = 1", "lost")]
    public async Task A_broken_archive_is_noticed(string damage, string fault)
    {
        await FinishAsync("data");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data("data"), "policybot.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = damage;
            command.ExecuteNonQuery();
        }

        Assert.Contains(await Wholeness.FaultsAsync(Data("data"), _acknowledged, Token), f => f.Contains(fault, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private string Data(string name) => Path.Combine(_folder.Path, name);

    private Process Start(string data, params string[] death) => Process.Start(new ProcessStartInfo(
        Path.ChangeExtension(typeof(CrashTests).Assembly.Location, null),
        [DyingImport.Verb, Data(data), Data("in"), .. death]) { RedirectStandardOutput = true })!;

    /// <summary>Takes down what the import acknowledges, until so many reports or its end.</summary>
    private async Task ListenAsync(Process import, int reports)
    {
        while (reports-- > 0 && await import.StandardOutput.ReadLineAsync(Token) is { } line && line.EndsWith(DyingImport.Whole, StringComparison.Ordinal))
            foreach (var record in line[..^DyingImport.Whole.Length].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')))
                _acknowledged[record[0]] = (int.Parse(record[1], CultureInfo.InvariantCulture), int.Parse(record[2], CultureInfo.InvariantCulture));
    }

    private async Task FinishAsync(string data)
    {
        using var import = Start(data);
        await ListenAsync(import, int.MaxValue);
        await import.WaitForExitAsync(Token);
        Assert.Equal(0, import.ExitCode);
        Assert.Equal(Records, _acknowledged.Count);
        Assert.Empty(await Wholeness.FaultsAsync(Data(data), _acknowledged, Token));
    }
}
