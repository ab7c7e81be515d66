using System.Text;
using PolicyBot;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the work in hand end whole; the second is the system's.
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

// Korean comes out right whatever the terminal's locale says.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
return await CommandLine.RunAsync(args, output, error, TimeProvider.System, stop.Token);
