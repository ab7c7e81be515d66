using Microsoft.Extensions.Time.Testing;
using PolicyBot.Text;

namespace PolicyBot.Tests.Verbs;

/// <summary>What a verb prints is Korean or English: as asked for, else as the system's locale says. JSON follows neither.</summary>
public sealed class VerbLanguageTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task An_import_is_told_in_Korean()
    {
        var broken = _host.Write("broken/empty.txt", "");

        var run = await _host.RunAsync("import", _host.Records, broken, "--language", "ko");

        Assert.Contains("가져옴 5건, 새 판 0건, 그대로 0건, 거부 1건.", run.Out, StringComparison.Ordinal);
        Assert.Contains("(회의 1, 발언 2)", run.Out, StringComparison.Ordinal);
        Assert.Contains($"  거부: {broken}: The file is empty. / 파일이 비어 있습니다.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("concerns", "[요청] 참석자들이 함께 참석자들 (참석: 가나클라우드, 다라전자, 마바데이터)", "[답변, 검토하겠다] 기관", "답변됨  power-together")]
    [InlineData("meetings", "열림  데이터센터 업계 간담회", "주최: ", "참석: ")]
    [InlineData("status", "기록       4건 (", "저장소", "색인")]
    [InlineData("records", "power-together  데이터센터 업계 간담회 결과  (공개)", "4건", "")]
    [InlineData("check", "저장소        Sqlite", "설정에 문제가 없습니다.", "꺼짐")]
    public async Task The_lists_of_the_archive_are_told_in_Korean(string verb, string first, string second, string third)
    {
        await _host.RunAsync("import", _host.Records);

        var run = await _host.RunAsync(verb, "--language", "ko");

        foreach (var words in (string[])[first, second, third]) Assert.Contains(words, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_locale_decides_where_nothing_is_asked_for_and_never_in_json()
    {
        await _host.RunAsync("import", _host.Records);

        Assert.Contains("답변됨", await PrintAsync(Language.Korean), StringComparison.Ordinal);
        Assert.Contains("Answered", await PrintAsync(Language.English), StringComparison.Ordinal);
        Assert.Contains("Answered", await PrintAsync(Language.Korean, "--language", "en"), StringComparison.Ordinal);
        Assert.Equal(await PrintAsync(Language.English, "--json"), await PrintAsync(Language.Korean, "--json"));
    }

    public void Dispose() => _host.Dispose();

    private async Task<string> PrintAsync(Language locale, params string[] options)
    {
        var output = new StringWriter();
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        await CommandLine.RunAsync(["--data", _host.Data, "concerns", .. options], output, TextWriter.Null, time, TestContext.Current.CancellationToken, locale);
        return output.ToString();
    }
}
