using PolicyBot.Tests.Hosting.Workers;
using PolicyBot.Tests.Storage.Crash;
using Xunit.MicrosoftTestingPlatform;

namespace PolicyBot.Tests;

/// <summary>Runs the tests, or is a process that one of them started: a worker or an import that is to be killed.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) => args switch
    {
        [DyingImport.Verb, .. var rest] => DyingImport.RunAsync(rest),
        [DyingWorker.Verb, .. var rest] => DyingWorker.RunAsync(rest),
        [ShiftedWorker.Verb, .. var rest] => ShiftedWorker.RunAsync(rest),
        _ => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
