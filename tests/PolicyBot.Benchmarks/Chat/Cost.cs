using System.Diagnostics;
using System.Globalization;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>What a stretch of work cost this process, and how busy the machine was meanwhile: time on the clock says little where others work too.</summary>
internal sealed class Cost
{
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly long _allocated = GC.GetTotalAllocatedBytes();
    private readonly long _begun = Stopwatch.GetTimestamp();

    public static Cost Begin() => new();

    public static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    public string End(int count)
    {
        var cpu = Environment.CpuUsage.TotalTime - _cpu;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"each {cpu.TotalMilliseconds / count:0.0} ms of CPU and {(GC.GetTotalAllocatedBytes() - _allocated) / 1048576.0 / count:0.0} MB allocated, {Stopwatch.GetElapsedTime(_begun).TotalMilliseconds / count:0.0} ms on the clock; load average {LoadAverage()}, memory {Environment.WorkingSet / 1048576} MB");
    }
}
