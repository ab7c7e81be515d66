using System.CommandLine;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Settings;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Verbs;

namespace PolicyBot;

/// <summary>From arguments to an exit code: picks the verb, and turns every failure into sentences for people.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken, Language locale = Language.English)
    {
        var (settings, words) = TakeSettings(args);
        var common = new CommonOptions { Settings = settings, Out = output, Error = error, Time = time, Locale = locale };
        var root = CreateRoot(common);
        var parse = root.Parse(words);
        if (parse.Errors.Count > 0)
        {
            foreach (var fault in parse.Errors) await error.WriteLineAsync(ParseFaults.Explain(fault.Message));
            var help = parse.CommandResult.Command == root ? "policybot --help" : $"policybot {parse.CommandResult.Command.Name} --help";
            await error.WriteLineAsync($"See / 도움말: {help}");
            return ExitCode.WrongUse;
        }

        try
        {
            return await parse.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error }, cancellationToken);
        }
        catch (Exception fault)
        {
            return await ExplainAsync(fault, error, cancellationToken);
        }
    }

    public static RootCommand CreateRoot(CommonOptions common)
    {
        var root = new RootCommand("PolicyBot answers who raised what at which policy consultation, with the exact words as proof. / 누가 어느 간담회에서 무엇을 제기했는지, 원문으로 답합니다.");
        common.AddTo(root);
        foreach (var verb in VerbList.Create(common)) root.Subcommands.Add(verb);
        RunVerb.Attach(root, common);
        return root;
    }

    /// <summary>Settings come as <c>--Section:Key value</c> or <c>--Section:Key=value</c>, as everywhere in .NET.</summary>
    private static (List<KeyValuePair<string, string>> Settings, string[] Words) TakeSettings(string[] args)
    {
        var settings = new List<KeyValuePair<string, string>>();
        var rest = new List<string>();
        var end = Array.IndexOf(args, "--");
        var words = end < 0 ? args.Length : end;
        for (var i = 0; i < words; i++)
        {
            var key = args[i].Split('=', 2)[0];
            if (!key.StartsWith("--", StringComparison.Ordinal) || !(key.Contains(':', StringComparison.Ordinal) || SettingsCatalogue.Find(key[2..]) is { Kind: not (SettingKind.List or SettingKind.Table) }))
            {
                rest.Add(args[i]);
                continue;
            }

            if (args[i].Contains('=', StringComparison.Ordinal)) settings.Add(new(key[2..], args[i].Split('=', 2)[1]));
            else settings.Add(new(key[2..], i + 1 < words ? args[++i] : ""));
        }

        return (settings, [.. rest, .. args[words..]]);
    }

    private static async Task<int> ExplainAsync(Exception fault, TextWriter error, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case SettingsException settings:
                foreach (var line in settings.Faults) await error.WriteLineAsync(line);
                return ExitCode.WrongSettings;
            case CatalogueException:
                await error.WriteLineAsync(fault.Message);
                return ExitCode.WrongSettings;
            case WrongUseException or ArchiveException { IsWrongUse: true }:
                await error.WriteLineAsync(fault.Message);
                return ExitCode.WrongUse;
            case ArchiveException or PassageIndexException:
                await error.WriteLineAsync(fault.Message);
                return ExitCode.OurFault;
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                await error.WriteLineAsync("Stopped. / 중단했습니다.");
                return ExitCode.SomethingRefused;
            case IOException or UnauthorizedAccessException:
                await error.WriteLineAsync($"A file could not be read or written: {fault.Message} / 파일을 읽거나 쓸 수 없습니다. 위 경로와 권한, 남은 공간을 확인하십시오.");
                return ExitCode.OurFault;
            default:
                await error.WriteLineAsync($"A fault in PolicyBot; please report it with the lines below. / PolicyBot의 오류입니다. 아래 내용을 붙여 알려 주십시오. {fault.GetType().Name}: {fault.Message}");
                await error.WriteLineAsync(fault.StackTrace);
                return ExitCode.OurFault;
        }
    }
}
