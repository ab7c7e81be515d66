using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>One real worker in a process of its own, which a test kills, stops and wakes.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(string verb, TimeSpan clockShift, IEnumerable<string> arguments)
    {
        _process = new()
        {
            StartInfo = new(Path.Combine(AppContext.BaseDirectory, "PolicyBot.Tests"), [verb, clockShift.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture), .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log) _log.AppendLine(line.Data);
            Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        };
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Fails when it is not said within a minute.</summary>
    public async Task UntilSaidAsync(string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var more = Volatile.Read(ref _more);
            if (Log.Contains(words, StringComparison.Ordinal)) return;
            try
            {
                await more.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The worker never said '{words}': {Log}");
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public static WorkerProcess Run(string folder, FakeSlackServer slack, TimeSpan clockShift, params string[] more) =>
        new(ShiftedWorker.Verb, clockShift, ["run", "--data", folder, .. Settings(slack).SelectMany(s => (string[])["--" + s.Key, s.Value]), .. more]);

    /// <summary>One that ends itself at the step.</summary>
    public static WorkerProcess RunTo(string step, string folder, FakeSlackServer slack, TimeSpan clockShift) =>
        new(DyingWorker.Verb, clockShift, [step, folder, .. Settings(slack).SelectMany(s => (string[])[s.Key, s.Value])]);

    /// <summary>SIGKILL: nothing is flushed, closed or told to anybody.</summary>
    public void Kill() => _process.Kill();

    public void Pause() => Signal("STOP");

    public void Wake() => Signal("CONT");

    /// <summary>Its exit code, when its log is whole.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public Task<int> StopAsync(CancellationToken cancellationToken)
    {
        Signal("TERM");
        return WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(FakeSlackServer slack) =>
        [new("Slack:BotToken", FakeSlackServer.BotToken), new("Slack:AppToken", FakeSlackServer.AppToken), new("Slack:ApiBaseUrl", slack.Base.AbsoluteUri)];

    private void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")]);
        kill.WaitForExit();
    }
}
