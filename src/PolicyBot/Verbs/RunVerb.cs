using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Hosting;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class RunVerb
{
    public static Command Create(CommonOptions common)
    {
        var verb = new Command("run", "Run the worker; the console chat when no platform is configured (the default) / 실행");
        Attach(verb, common);
        return verb;
    }

    /// <summary>Running is also what the program does without a verb.</summary>
    public static void Attach(Command command, CommonOptions common) =>
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            foreach (var note in workplace.Settings.Notes) await common.Error.WriteLineAsync("note: " + note);
            if (Platforms.AreSet(workplace.Settings)) return await Worker.RunAsync(workplace, common.Error, common.Time, null, cancellationToken);
            await using var opened = ComingIn.IsSet(workplace.Settings) ? null : await SampleArchive.IfEmptyAsync(workplace, common.Output(parse), cancellationToken);
            return await HostAsync(opened ?? workplace, common, common.Language(parse) ?? common.Locale, cancellationToken);
        });

    private static async Task<int> HostAsync(Workplace workplace, CommonOptions common, Language language, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var trail = new ConsoleTrail(workplace, common.Time);
        builder.Services.AddSingleton(workplace).AddSingleton(trail).AddSingleton(new ConsoleScreen(common.Out, language)).AddSingleton<ConsoleChat>();
        // A worker on this folder brings in what comes by itself; and who pipes questions in does not stay for it. A pipe that is closed at once feeds nobody.
        using var alone = ComingIn.IsSet(workplace.Settings) && (!Console.IsInputRedirected || Console.In.Peek() < 0) ? WorkerLock.TryTake(workplace.Folder) : null;
        if (alone is not null)
        {
            var follower = await workplace.OpenFollowerAsync(cancellationToken);
            ComingIn.Add(builder.Services, workplace, stop => follower.FollowAsync(null, stop), common.Time, LoggerFactory.Create(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)));
        }

        // A service has nobody to chat with.
        if (alone is not null && Console.IsInputRedirected)
            await common.Error.WriteLineAsync("No console and no chat platform: what comes in by itself is taken in until this is stopped. / 콘솔도 채팅도 없어, 멈출 때까지 들어오는 문서를 받기만 합니다.");
        else builder.Services.AddHostedService(s => s.GetRequiredService<ConsoleChat>());
        using var host = builder.Build();
        var chat = host.Services.GetRequiredService<ConsoleChat>();
        await host.RunAsync(cancellationToken);
        return chat.ExitCode;
    }
}
