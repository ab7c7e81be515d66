using PolicyBot.Tests.Records.Documents;

namespace PolicyBot.Tests.Verbs;

public sealed class DocumentPageTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task An_answer_from_a_pdf_cites_its_page_and_words()
    {
        var path = Path.Combine(_host.Path, "minutes.pdf");
        await File.WriteAllBytesAsync(
            path,
            new PdfFile().Lines("예시부 간담회 결과", "예시부는 24일 세종에서 간담회를 열었다.").Lines("홍길동 A사 대표는 “전력이 부족하다”고 말했다.").Bytes(),
            TestContext.Current.CancellationToken);
        var import = await _host.RunAsync("import", path, "--published", "2025-07-25", "--json");
        Assert.Equal((0, 1), (import.ExitCode, import.Json.GetProperty("imported").GetInt32()));

        var answer = await _host.RunAsync("ask", "전력 부족은 누가 말했나?", "--json");
        var text = await _host.RunAsync("ask", "전력 부족은 누가 말했나?");

        var citation = answer.Json.GetProperty("citations")[0];
        Assert.Equal(2, citation.GetProperty("page").GetInt32());
        Assert.Contains("전력이 부족하다", citation.Text("quote"), StringComparison.Ordinal);
        Assert.Contains(", p. 2", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_of_a_word_processors_file_is_counted()
    {
        var path = Path.Combine(_host.Path, "minutes.hwp");
        await File.WriteAllBytesAsync(path, new HwpFile().Paragraph("예시부 간담회 결과").Paragraph("홍길동 A사 대표는 “전력이 부족하다”고 말했다.").Bytes(), TestContext.Current.CancellationToken);
        await _host.RunAsync("import", path, "--published", "2025-07-25");

        var answer = await _host.RunAsync("ask", "전력 부족은 누가 말했나?", "--json");

        Assert.Equal(2, answer.Json.GetProperty("citations")[0].GetProperty("paragraph").GetInt32());
    }

    public void Dispose() => _host.Dispose();
}
