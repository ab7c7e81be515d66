using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>The program in this test program run a second time, on a machine whose clock is wrong by so many seconds: <c>shifted-worker SECONDS ARGUMENTS…</c>.</summary>
internal static class ShiftedWorker
{
    public const string Verb = "shifted-worker";

    // Comes before the test platform reads the command line.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetCommandLineArgs() is not [_, Verb, var seconds, .. var arguments]) return;
        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var time = new ShiftedTime(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        Environment.Exit(CommandLine.RunAsync(arguments, TextWriter.Null, TextWriter.Synchronized(Console.Error), time, stop.Token).GetAwaiter().GetResult());
    }

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
