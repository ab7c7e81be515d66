using System.Diagnostics;

namespace PolicyBot.Tests.Verbs;

/// <summary>The built program as its users start it: a process with pipes and signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Theory]
    [InlineData("C")]
    [InlineData("ko_KR.EUC-KR")]
    public async Task Piped_questions_are_answered_from_the_sample_archive_whatever_the_locale(string locale)
    {
        using var process = BuiltProgram.Start(locale, Path.GetTempPath(), "--data", _host.Data);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync("데이터센터 설계 기준은 누가 제안했나?\n\nWho asked for tax benefits?\n그럼 인허가는?\n/concerns 전력\n/concerns 없는기관\n/quit\n");
        process.StandardInput.Close();

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(BuiltProgram.Longest, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.Contains("> 데이터센터 설계 기준은 누가 제안했나?", output, StringComparison.Ordinal);
        Assert.Contains("이준희 삼성SDS 대표", output, StringComparison.Ordinal);
        Assert.Contains("Raised by:", output, StringComparison.Ordinal);
        Assert.Contains("이렇게 이해했습니다:", output, StringComparison.Ordinal);
        Assert.Contains("‘없는기관’", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_import_says_so_and_keeps_what_it_acknowledges()
    {
        var many = _host.Write("many.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(i => $$"""
            {"id": "r{{i}}", "published": "2025-07-25", "grade": "open", "text": "참석자들은 {{i}}번 전력 공급을 늘려 달라고 요청했다."}

            """)));
        using var process = BuiltProgram.Start("C", Path.GetTempPath(), "import", many, "--data", _host.Data, "--json");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        // The first line acknowledges the first records.
        var first = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(first);

        // TERM, not INT: a runner in the background of a shell hands down INT as ignored.
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(BuiltProgram.Longest, TestContext.Current.CancellationToken);

        var run = new HostRun(process.ExitCode, await output, await error);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The import was interrupted.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        var acknowledged = run.Json.Texts("records", "id");
        Assert.InRange(acknowledged.Length, 1, 19_999);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await _host.RunAsync("records", "--json")).Json.Texts("records", "id").Order(StringComparer.Ordinal));
    }

    public void Dispose() => _host.Dispose();
}
