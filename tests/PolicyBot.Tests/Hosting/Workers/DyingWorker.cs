using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Hosting;
using PolicyBot.Records;
using PolicyBot.Settings;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>A worker that ends itself the first time it passes a step of its digests or its sending: <c>dying-worker SECONDS STEP DATA KEY VALUE…</c>.</summary>
internal static class DyingWorker
{
    public const string Verb = "dying-worker";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (time, last, data) = (ShiftedTime.Parse(arguments[0]), arguments[1], arguments[2]);
        var settings = arguments[3..].Chunk(2).Select(s => KeyValuePair.Create(s[0], s[1]));
        await using var workplace = new Workplace(BotSettings.Load(null, Environment.GetEnvironmentVariables(), [.. settings]), data, new(Grade.Classified), time);
        return await Worker.RunAsync(workplace, TextWriter.Synchronized(Console.Error), time, Watch, CancellationToken.None);

        void Watch(IServiceProvider services)
        {
            services.GetRequiredService<DigestSteps>().Passing = step => PassAsync(step.ToString(), last);
            services.GetRequiredService<ChatSteps>().Passing = step => PassAsync(step.ToString(), last);
        }
    }

    private static Task PassAsync(string step, string last)
    {
        if (step != last) return Task.CompletedTask;
        Console.Error.WriteLine($"dies at {step}");
        // SIGKILL: nothing is flushed, closed or rolled back.
        Process.GetCurrentProcess().Kill();
        return new TaskCompletionSource().Task;
    }
}
