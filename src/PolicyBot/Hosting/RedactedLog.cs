using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyBot.Contract;
using PolicyBot.Text.Personal;

namespace PolicyBot.Hosting;

/// <summary>Logs a line an event, exceptions included, with every credential and every number of a person taken out: no caller has to think of it.</summary>
internal sealed class RedactedLog(TextWriter error, Redaction redaction, TimeProvider time, bool asJson = false) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
        // The writer belongs to the program.
    }

    private void Write(LogLevel level, string category, string message, Exception? fault)
    {
        if (asJson)
        {
            var shape = new LogShape(time.GetUtcNow(), Word(level), category, PersonalData.Mask(redaction.Clean(message)), fault is null ? null : PersonalData.Mask(redaction.Clean(fault.ToString())));
            lock (_lock) error.WriteLine(JsonSerializer.Serialize(shape, ContractJson.Readable.LogShape));
            return;
        }

        var moment = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var line = PersonalData.Mask(redaction.Clean(fault is null ? $"{moment} {Word(level)} {category}: {message}" : $"{moment} {Word(level)} {category}: {message}{Environment.NewLine}{fault}"));
        lock (_lock) error.WriteLine(line);
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };

    private sealed class Logger(RedactedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(logLevel, category, formatter(state, exception), exception);
    }
}
