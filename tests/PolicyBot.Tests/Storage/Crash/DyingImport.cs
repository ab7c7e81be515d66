using System.Diagnostics;
using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Settings;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Verbs;

namespace PolicyBot.Tests.Storage.Crash;

/// <summary>The import verb, which ends itself at a named step: <c>dying-import DATA INPUT STEP TIMES</c>.</summary>
internal static class DyingImport
{
    public const string Verb = "dying-import";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (data, input, passing) = (arguments[0], arguments[1], DieAt(Enum.Parse<ImportStep>(arguments[2]), int.Parse(arguments[3], CultureInfo.InvariantCulture)));
        await using var workplace = new Workplace(BotSettings.Load(null, Environment.GetEnvironmentVariables(), []), data, Grade.Classified, TimeProvider.System);
        var importer = workplace.Importer();
        ((SqlArchive)workplace.Archive).Passing = importer.Passing = passing;
        await ImportVerb.RunAsync(workplace, importer, [input], new Output(Console.Out, Console.Error, Json: true, PolicyBot.Text.Language.English), CancellationToken.None);
        return 0;
    }

    private static Action<ImportStep> DieAt(ImportStep last, int times) => step =>
    {
        // SIGKILL: nothing is flushed, closed or rolled back.
        if (step == last && --times == 0) Process.GetCurrentProcess().Kill();
    };
}
