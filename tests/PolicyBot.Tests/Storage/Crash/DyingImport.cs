using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyBot.Records;
using PolicyBot.Settings;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Verbs;

namespace PolicyBot.Tests.Storage.Crash;

/// <summary>The import verb in this test program run a second time, which ends itself at a named step: <c>dying-import DATA INPUT STEP TIMES</c>.</summary>
internal static class DyingImport
{
    public const string Verb = "dying-import";

    // Comes before the test platform reads the command line.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetCommandLineArgs() is not [_, Verb, var data, var input, var step, var times]) return;
        ImportAsync(data, input, DieAt(Enum.Parse<ImportStep>(step), int.Parse(times, CultureInfo.InvariantCulture))).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    private static async Task ImportAsync(string data, string input, Action<ImportStep> passing)
    {
        await using var workplace = new Workplace(BotSettings.Load(null, Environment.GetEnvironmentVariables(), []), data, Grade.Classified, TimeProvider.System);
        var importer = workplace.Importer();
        ((SqlArchive)workplace.Archive).Passing = importer.Passing = passing;
        await ImportVerb.RunAsync(workplace, importer, [input], new Output(Console.Out, Console.Error, Json: true), CancellationToken.None);
    }

    private static Action<ImportStep> DieAt(ImportStep last, int times) => step =>
    {
        // SIGKILL: nothing is flushed, closed or rolled back.
        if (step == last && --times == 0) Process.GetCurrentProcess().Kill();
    };
}
