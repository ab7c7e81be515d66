using System.Diagnostics;
using System.Text;

namespace PolicyBot.Tests.Verbs;

/// <summary>The built program as its users start it.</summary>
internal static class BuiltProgram
{
    /// <summary>A child gets so long, on a machine under load too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<HostRun> RunAsync(string locale, string folder, string input, string[] args)
    {
        var token = TestContext.Current.CancellationToken;
        using var process = Start(locale, folder, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(token).WaitAsync(Longest, token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string locale, string folder, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "policybot.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        start.Environment["LC_ALL"] = locale;
        return Process.Start(start)!;
    }
}
