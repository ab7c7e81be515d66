using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

public sealed class PlatformRunnerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ChatProcess.Lifetime _lifetime = new();
    private readonly ListLog _log = new();
    private readonly LoggerFactory _logs = new();

    public PlatformRunnerTests() => _logs.AddProvider(_log);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_that_refuses_for_good_stays_down_while_the_other_goes_on()
    {
        var (bad, good) = (Refused("slack"), new JournalPlatform(_time) { Name = "discord" });
        using var runner = Runner(bad, good);
        await runner.StartAsync(Token);
        await _time.UntilAsync(() => bad.Renewed == 1 && good.Renewed == 1 && _log.Lines.Count == 1);

        Assert.Equal((ConnectionPhase.Failed, ConnectionPhase.Connected), (runner.ReadStates()["slack"].Phase, runner.ReadStates()["discord"].Phase));
        Assert.Contains("slack refuses for good: the token is wrong", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.False(_lifetime.IsStopped);
        await runner.StopAsync(Token);
    }

    [Fact]
    public async Task With_no_platform_left_the_process_ends()
    {
        using var runner = Runner(Refused("slack"), Refused("discord"));
        await runner.StartAsync(Token);

        await _time.UntilAsync(() => _lifetime.IsStopped);

        Assert.True(runner.NoneLeft);
    }

    [Fact]
    public async Task A_platform_that_crashes_is_started_again_later_and_later_and_is_not_healthy_meanwhile()
    {
        var platform = new JournalPlatform(_time) { Running = _ => throw new InvalidOperationException("crash") };
        using var runner = Runner(platform);
        await runner.StartAsync(Token);
        await _time.UntilAsync(() => platform.Renewed == 1 && _log.Lines.Count == 1, TimeSpan.Zero);
        Assert.Equal(ConnectionPhase.Reconnecting, runner.ReadStates()["test"].Phase);

        var begun = _time.GetUtcNow();
        await _time.UntilAsync(() => platform.Renewed == 5);

        // 1, 2, 4 and 8 seconds.
        Assert.InRange((_time.GetUtcNow() - begun).TotalSeconds, 15, 60);
        platform.Running = token => Task.Delay(Timeout.Infinite, token);
        await _time.UntilAsync(() => runner.ReadStates()["test"].Phase == ConnectionPhase.Connected, TimeSpan.FromSeconds(1));
        await runner.StopAsync(Token);
        Assert.False(runner.NoneLeft);
    }

    public void Dispose() => _logs.Dispose();

    private JournalPlatform Refused(string name)
    {
        var platform = new JournalPlatform(_time) { Name = name, State = new(ConnectionPhase.Failed, "the token is wrong", DateTimeOffset.UnixEpoch) };
        platform.Running = _ => Task.CompletedTask;
        return platform;
    }

    private PlatformRunner Runner(params IChatPlatform[] platforms) => new(new(platforms), new(Mock.Of<IChatStore>(), new("", ""), _time, _logs.CreateLogger<Lease>()), _lifetime, _time, _logs.CreateLogger<PlatformRunner>());
}
