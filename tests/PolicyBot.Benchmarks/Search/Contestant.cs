using System.Diagnostics;

namespace PolicyBot.Benchmarks.Search;

/// <summary>One index under measurement: build it, ask it, say what it took.</summary>
internal abstract class Contestant(string name, string folder) : IDisposable
{
    public string Name { get; } = name;

    protected string Folder { get; } = folder;

    public abstract void Build(IEnumerable<string> passages);

    /// <summary>The texts of the best twenty, read from the index, so that both do a reader's whole work.</summary>
    public abstract IReadOnlyList<string> Find(string question);

    public abstract void Dispose();

    // The shortest of three: on a machine with other work the slowest twentieth would otherwise show that work.
    private (IReadOnlyList<string> Found, double Milliseconds) Ask(string question)
    {
        var (found, shortest) = ((IReadOnlyList<string>)[], double.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            found = Find(question);
            shortest = Math.Min(shortest, clock.Elapsed.TotalMilliseconds);
        }

        return (found, shortest);
    }

    public Measured Measure(IEnumerable<string> passages, IReadOnlyList<(string Question, string Passage)> questions)
    {
        var clock = Stopwatch.StartNew();
        Build(passages);
        var build = clock.Elapsed.TotalSeconds;
        foreach (var (question, _) in questions.Take(questions.Count / 4)) Find(question);
        var (times, first) = (new List<double>(), 0);
        foreach (var (question, passage) in questions)
        {
            var (found, time) = Ask(question);
            times.Add(time);
            if (found.Count > 0 && found[0] == passage) first++;
        }

        times.Sort();
        using var process = Process.GetCurrentProcess();
        return new(
            Name,
            build,
            Directory.GetFiles(Folder).Sum(f => new FileInfo(f).Length) / 1048576.0,
            times[times.Count / 2],
            times[times.Count * 95 / 100],
            GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,
            process.PeakWorkingSet64 / 1048576.0,
            (double)first / questions.Count);
    }
}

internal sealed record Measured(string Name, double BuildSeconds, double IndexMb, double P50Ms, double P95Ms, double ManagedMb, double PeakMb, double Right);
