using System.Diagnostics;
using System.Globalization;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Benchmarks.Chat;

/// <summary><c>adapters [--rounds N]</c>: the program over the sample records with and without Slack and Discord: what the two add to its memory, and to the time until it works.</summary>
internal static class AdapterBenchmark
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Array.IndexOf(args, "--rounds") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("policybot-adapters-").FullName;
        try
        {
            await using var slack = new FakeSlackServer { ReadsSchemas = false };
            await slack.StartAsync();
            await using var discord = await FakeDiscord.StartAsync();
            using (var import = Start(["import", Path.Combine(AppContext.BaseDirectory, "config", "records"), "--data", Path.Combine(folder, "imported")])) await import.WaitForExitAsync();
            string[] tokens =
            [
                "--Slack:BotToken", FakeSlackServer.BotToken, "--Slack:AppToken", FakeSlackServer.AppToken, "--Slack:ApiBaseUrl", slack.Base.AbsoluteUri,
                "--Discord:Token", FakeDiscord.Token, "--Discord:ApiBaseUrl", new Uri(discord.Address, "api/v10").AbsoluteUri,
            ];
            var (alone, both) = (new List<Figures>(), new List<Figures>());
            for (var n = 0; n < rounds; n++)
            {
                // Each life has a folder of its own: one that was killed leaves its gateway session behind, which the next would resume.
                alone.Add(await MeasureAsync(["run", "--data", Copy(folder, $"alone{n}")], WorksAsync));
                var identified = discord.Gateway.Count("identify");
                both.Add(await MeasureAsync(["run", "--data", Copy(folder, $"both{n}"), .. tokens], _ => UntilAsync(() => !slack.Sockets.IsEmpty && discord.Gateway.Count("identify") > identified)));
                // The fake allows one new session in five seconds, as Discord does.
                await Task.Delay(Rest);
            }

            Print("console alone", alone);
            Print("Slack and Discord", both);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Copy(string folder, string name)
    {
        var (from, to) = (Path.Combine(folder, "imported"), Path.Combine(folder, name));
        Directory.CreateDirectory(to);
        foreach (var below in Directory.GetDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(below.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        return to;
    }

    /// <summary>The console works when it has answered the first question.</summary>
    private static async Task WorksAsync(Process process)
    {
        await process.StandardInput.WriteLineAsync("전력은 누가 제기했나?");
        await process.StandardInput.FlushAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("[1]", StringComparison.Ordinal))
        {
        }
    }

    private static async Task<Figures> MeasureAsync(string[] arguments, Func<Process, Task> works)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        await works(process);
        var (started, cpu) = (Stopwatch.GetElapsedTime(begun), process.TotalProcessorTime);
        await Task.Delay(Rest);
        process.Refresh();
        var memory = process.WorkingSet64;
        process.Kill();
        await process.WaitForExitAsync();
        return new(started.TotalMilliseconds, cpu.TotalMilliseconds, memory / 1048576.0);
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "policybot.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo()) await Task.Delay(5);
    }

    private static void Print(string name, List<Figures> figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18} works after {Median(figures.Select(f => f.StartMs)):0} ms on the clock and {Median(figures.Select(f => f.CpuMs)):0} ms of CPU; {Median(figures.Select(f => f.Megabytes)):0} MB five seconds later"));

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private sealed record Figures(double StartMs, double CpuMs, double Megabytes);
}
