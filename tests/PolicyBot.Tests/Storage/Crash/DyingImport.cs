using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage.Crash;

/// <summary>This test program run a second time, as a real process that imports and can be killed: <c>dying-import DATA INPUT [STEP TIMES]</c>.</summary>
internal static class DyingImport
{
    public const string Verb = "dying-import";

    /// <summary>Ends a report: without it the process died while it spoke.</summary>
    public const string Whole = ";.";

    // Comes before the test platform reads the command line.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetCommandLineArgs() is not [_, Verb, var data, var input, .. var death]) return;
        ImportAsync(data, input, death).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    private static async Task ImportAsync(string data, string input, string[] death)
    {
        await using var archive = SqliteArchive.Open(data, Organisations.Empty, TimeProvider.System);
        var importer = new Importer(
            archive,
            new RecordReader(TimeProvider.System),
            new MeetingReader(Organisations.Empty),
            new StatementReader(Organisations.Empty, Topics.Empty),
            TimeProvider.System);
        if (death is [var name, var times]) archive.Passing = importer.Passing = DieAt(Enum.Parse<ImportStep>(name), int.Parse(times, CultureInfo.InvariantCulture));
        await importer.ImportAsync([input], new Acknowledgement(), CancellationToken.None);
    }

    private static Action<ImportStep> DieAt(ImportStep last, int times) => step =>
    {
        // SIGKILL: nothing is flushed, closed or rolled back.
        if (step == last && --times == 0) Process.GetCurrentProcess().Kill();
    };

    private sealed class Acknowledgement : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            var lines = value.Stored.Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Id} {record.Meetings} {record.Statements}"));
            Console.Out.WriteLine(string.Join(';', lines) + Whole);
            Console.Out.Flush();
        }
    }
}
