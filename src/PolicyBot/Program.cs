using System.Runtime.InteropServices;
using System.Text;
using PolicyBot;
using PolicyBot.Records.Documents;
using PolicyBot.Text;

if (args is [DocumentServer.Verb]) return DocumentReading.Run();

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Korean goes in and comes out right whatever the locale says.
Console.InputEncoding = new UTF8Encoding(false);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
return await CommandLine.RunAsync(args, output, error, TimeProvider.System, stop.Token, Locale());

// By the rules of POSIX: the first of them that is set decides.
static Language Locale()
{
    string?[] set = [Environment.GetEnvironmentVariable("LC_ALL"), Environment.GetEnvironmentVariable("LC_MESSAGES"), Environment.GetEnvironmentVariable("LANG")];
    return Array.Find(set, v => !string.IsNullOrEmpty(v))?.StartsWith("ko", StringComparison.OrdinalIgnoreCase) == true ? Language.Korean : Language.English;
}

// The first Ctrl-C or termination lets the work in hand end whole; the second is the system's.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
