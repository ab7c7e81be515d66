using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Verbs;

/// <summary>What one call of the program left behind.</summary>
internal sealed record HostRun(int ExitCode, string Out, string Error)
{
    /// <summary>Fails when anything but one JSON document stands on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>One JSON document a line.</summary>
    public IReadOnlyList<JsonElement> JsonLines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}

/// <summary>The program on a data folder of its own, on 1 October 2025, ten in the morning in Seoul.</summary>
public sealed class HostFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostFolder()
    {
        foreach (var (name, text) in OwnRecords.Files) _folder.Write("records/" + name, text);
    }

    internal string Path => _folder.Path;

    internal string Data => System.IO.Path.Combine(_folder.Path, "data");

    internal string Records => System.IO.Path.Combine(_folder.Path, "records");

    internal string Write(string name, string text) => _folder.Write(name, text);

    internal async Task<HostRun> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        var exit = await CommandLine.RunAsync(["--data", Data, .. args], output, error, time, TestContext.Current.CancellationToken);
        return new(exit, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>The same with <see cref="OwnRecords"/> imported once for all tests of a class; they only read.</summary>
public sealed class ImportedFolder : IAsyncLifetime
{
    internal HostFolder Host { get; } = new();

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await Host.RunAsync("import", Host.Records)).ExitCode);

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }
}
