using System.Runtime.InteropServices;
using PolicyBot.Records.Documents;

namespace PolicyBot;

/// <summary>The program as the child that reads documents for another one of itself. No verb for people: it speaks in frames.</summary>
internal static class DocumentReading
{
    public static int Run()
    {
        // Ctrl-C reaches every process of the terminal; this one ends when nobody asks it any more.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        DocumentServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), TimeProvider.System, new(), () => Environment.WorkingSet);
        return ExitCode.Done;
    }

    /// <summary>How to start it.</summary>
    public static DocumentProgram Program()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "policybot.dll");
        // Not "the process that runs": under a test runner that is another program.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(assembly) && File.Exists(dotnet) ? new(dotnet, [assembly]) : new(Environment.ProcessPath!, []);
    }
}
