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

    public WorkerProcess(string folder, string connection, FakeSlackServer slack, int clockShift, params string[] more)
    {
        _process = new()
        {
            StartInfo = new(
                Path.Combine(AppContext.BaseDirectory, "PolicyBot.Tests"),
                [
                    ShiftedWorker.Verb, clockShift.ToString(CultureInfo.InvariantCulture), "run", "--data", folder, "--Store:Provider", "Postgres", "--Store:ConnectionString", connection,
                    "--Slack:BotToken", FakeSlackServer.BotToken, "--Slack:AppToken", FakeSlackServer.AppToken, "--Slack:ApiBaseUrl", slack.Base.AbsoluteUri, .. more,
                ])
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

    /// <summary>SIGKILL: nothing is flushed, closed or told to anybody.</summary>
    public void Kill() => _process.Kill();

    public void Pause() => Signal("STOP");

    public void Wake() => Signal("CONT");

    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        Signal("TERM");
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")]);
        kill.WaitForExit();
    }
}
