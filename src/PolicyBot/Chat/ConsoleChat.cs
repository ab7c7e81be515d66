using Microsoft.Extensions.Hosting;
using PolicyBot.Answers;

namespace PolicyBot.Chat;

/// <summary>The chat in a terminal, or one question a line from a pipe; ends with the input.</summary>
internal sealed class ConsoleChat(Workplace workplace, ConsoleScreen screen, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly LineEditor _editor = new();
    private Answer? _last;

    public int ExitCode { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var answerer = await workplace.OpenAnswererAsync(null, stoppingToken);
            var commands = new ConsoleCommands(workplace, screen);
            if (!Console.IsInputRedirected) screen.Welcome();
            while (await ReadLineAsync(stoppingToken) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                if (line.TrimStart().StartsWith('/'))
                {
                    if (!await commands.RunAsync(line.Trim(), _last, stoppingToken)) break;
                    continue;
                }

                if (Console.IsInputRedirected) screen.Question(line);
                _last = await answerer.AnswerAsync(line, workplace.Clearance, stoppingToken);
                screen.Show(_last);
            }
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

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected) return await Task.Run(() => _editor.Read("> ", cancellationToken), cancellationToken);
        return await Console.In.ReadLineAsync(cancellationToken);
    }
}
