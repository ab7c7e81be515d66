using System.Text.Json;

namespace PolicyBot.Tests.Verbs;

public sealed class StatusVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task An_empty_archive_has_no_days_and_no_import()
    {
        var run = await _host.RunAsync("status", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, run.Json.GetProperty("records").GetInt32());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("lastImport").ValueKind);
        Assert.Contains("never", (await _host.RunAsync("status")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_import_it_tells_when_and_how_far_the_index_is()
    {
        await _host.RunAsync("import", _host.Records);

        var run = await _host.RunAsync("status", "--json");

        Shape.Fits("version folder records from to lastImport index connections queues digests outdated provider schema workers watch? feeds?", run.Json);
        Assert.Equal((4, "2025-07-24"), (run.Json.GetProperty("records").GetInt32(), run.Json.Text("from")));
        Assert.Equal(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero), run.Json.GetProperty("lastImport").GetDateTimeOffset());
        Assert.True(run.Json.GetProperty("index").GetProperty("current").GetBoolean());
        var words = (await _host.RunAsync("status")).Out;
        Assert.Contains("up to date", words, StringComparison.Ordinal);
        Assert.Contains("2025-10-01 10:00 +09:00", words, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();
}
