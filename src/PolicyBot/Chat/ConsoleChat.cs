using Microsoft.Extensions.Hosting;
using PolicyBot.Answers;

namespace PolicyBot.Chat;

/// <summary>The chat in a terminal, or one question a line from a pipe; ends with the input.</summary>
internal sealed class ConsoleChat(Workplace workplace, ConsoleTrail trail, ConsoleScreen screen, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly LineEditor _editor = new();
    private Answer? _last;
    private FollowUps? _followUps;
    private ThreadContext? _thread;

    public int ExitCode { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var answerer = await workplace.OpenAnswererAsync(null, stoppingToken);
            var commands = new ConsoleCommands(workplace, screen);
            if (!Console.IsInputRedirected) screen.Welcome();
            var goOn = true;
            while (goOn && await ReadLineAsync(stoppingToken) is { } line) goOn = string.IsNullOrWhiteSpace(line) || await TakeAsync(line, answerer, commands, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ctrl-C or SIGTERM: leaving is the answer.
        }
        catch (Exception fault) when (fault is Storage.ArchiveException or Retrieval.PassageIndexException or Records.CatalogueException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            ExitCode = PolicyBot.ExitCode.OurFault;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    /// <summary>False when the chat is to end. One line that fails says why and ends nothing: others wait behind it.</summary>
    private async Task<bool> TakeAsync(string line, Answerer answerer, ConsoleCommands commands, CancellationToken cancellationToken)
    {
        try
        {
            if (line.TrimStart().StartsWith('/')) return await commands.RunAsync(line.Trim(), _last, cancellationToken);
            if (Console.IsInputRedirected) screen.Question(line);
            var asked = line.Length > ExtractiveAnswerer.LongestQuestion ? new(line, false, null) : await (await FollowUpsAsync(cancellationToken)).CompleteAsync(line, _thread, workplace.Today, workplace.Clearance, cancellationToken);
            if (asked.Inherited) screen.ReadAs(asked.Text);
            _last = await answerer.AnswerAsync(asked.Text, workplace.Clearance, null, workplace.Console, null, cancellationToken);
            await trail.NoteAsync("chat", _last, cancellationToken);
            if (_last.Status != AnswerStatus.Refused) _thread = asked.Context?.With(_last);
            screen.Show(_last);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            screen.Fault(fault);
            ExitCode = PolicyBot.ExitCode.SomethingRefused;
        }

        return true;
    }

    private async Task<FollowUps> FollowUpsAsync(CancellationToken cancellationToken) =>
        _followUps ??= new(workplace.Archive, await workplace.OpenIndexAsync(null, cancellationToken), workplace.Questions, workplace.Reading);

    /// <summary>A key that is waited for cannot be called off, so that leaving does not wait for it.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected) return await Task.Run(() => _editor.Read("> ", cancellationToken), cancellationToken).WaitAsync(cancellationToken);
        return await Console.In.ReadLineAsync(cancellationToken);
    }
}
