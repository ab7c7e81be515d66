using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PolicyBot.Contract;

namespace PolicyBot.Tests.Storage.Crash;

/// <summary>The built program with the shipped catalogues, killed while it imports press reports that hold meetings and statements.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Records = 160;

    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("POLICYBOT_KILLS") ?? "50", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, (int Meetings, int Statements)> _acknowledged = [];

    public CrashTests()
    {
        for (var n = 0; n < Records; n++)
            _folder.Write(
                $"in/{n:D3}.txt",
                $"""
                예시부, 전력 간담회 개최
                입력 2025-07-{(n % 28) + 2:D2}

                예시부는 {(n % 28) + 1}일 세종에서 전력 간담회를 열었다고 밝혔다.

                홍길동 A사 대표는 “{n}번 설비에 쓸 전력이 부족하다”고 말했다. 이몽룡 B사 이사는 “{n}번 부지의 인허가를 서둘러 달라”고 요청했다.

                예시부 관계자는 “제도 개선을 검토하겠다”고 답했다.

                """);
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
        await DieAsync("data", step, times);

        Assert.Empty(await Wholeness.FaultsAsync(Data("data"), _acknowledged, Token));

        await FinishAsync("data");
    }

    [Fact]
    public async Task Imports_killed_at_random_moments_lose_nothing_that_was_acknowledged()
    {
        var (run, killed) = (0, 0);
        while (killed < Kills)
        {
            using var import = Import($"data{run}");
            var reports = Random.Shared.Next(0, 4);
            await ListenAsync(import, reports);
            // Anywhere between two commits; before the first one too, while the program starts.
            await Task.Delay(Random.Shared.Next(0, reports == 0 ? 400 : 40), Token);
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

    [Fact]
    public async Task A_program_that_acknowledged_before_the_commit_would_be_caught()
    {
        await FinishAsync("elsewhere");
        await DieAsync("data", "BeforeCommit", 2);

        var faults = await Wholeness.FaultsAsync(Data("data"), _acknowledged, Token);

        // One batch was committed; all the others were only acknowledged.
        Assert.Equal(Records - 32, faults.Count(fault => fault.EndsWith("is lost", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DELETE FROM records WHERE id = (SELECT min(id) FROM records)", "lost")]
    [InlineData("UPDATE versions SET title = 'x' WHERE record = 1", "torn")]
    [InlineData("DELETE FROM versions WHERE record = 1", "lost")]
    [InlineData("DELETE FROM statements WHERE key = 1", "has lost")]
    [InlineData("DELETE FROM tellings WHERE record = 1", "has lost")]
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

    private Process Import(string data) => Start("policybot", "import", Data("in"), "--data", Data(data), "--json");

    private Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        // Read and thrown away: a full pipe would hold the program up.
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Takes down what the import acknowledges, until so many reports or its end.</summary>
    private async Task ListenAsync(Process import, int reports)
    {
        while (reports-- > 0 && await import.StandardError.ReadLineAsync(Token) is { } line)
            foreach (var record in Reported(line))
            {
                Assert.True(record is { Meetings: > 0, Statements: > 2 }, $"{record.Path} holds too little to prove anything.");
                _acknowledged[record.Id] = (record.Meetings, record.Statements);
            }
    }

    private static IReadOnlyList<ImportedRecordShape> Reported(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ContractJson.Readable.ImportProgressShape)!.Stored;
        }
        catch (JsonException) when (!line.EndsWith('}'))
        {
            // It died while it spoke.
            return [];
        }
    }

    private async Task DieAsync(string data, string step, int times)
    {
        using var import = Start("PolicyBot.Tests", DyingImport.Verb, Data(data), Data("in"), step, times.ToString(CultureInfo.InvariantCulture));
        await ListenAsync(import, int.MaxValue);
        await import.WaitForExitAsync(Token);
        Assert.NotEqual(0, import.ExitCode);
    }

    private async Task FinishAsync(string data)
    {
        using var import = Import(data);
        await ListenAsync(import, int.MaxValue);
        await import.WaitForExitAsync(Token);
        Assert.Equal(0, import.ExitCode);
        Assert.Equal(Records, _acknowledged.Count);
        Assert.Empty(await Wholeness.FaultsAsync(Data(data), _acknowledged, Token));
    }
}
