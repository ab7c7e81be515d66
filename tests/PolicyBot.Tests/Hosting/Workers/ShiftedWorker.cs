using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>The program on a machine whose clock is wrong by so many seconds: <c>shifted-worker SECONDS ARGUMENTS…</c>.</summary>
internal static class ShiftedWorker
{
    public const string Verb = "shifted-worker";

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var time = ShiftedTime.Parse(arguments[0]);
        return await CommandLine.RunAsync(arguments[1..], TextWriter.Null, TextWriter.Synchronized(Console.Error), time, stop.Token);
    }
}
