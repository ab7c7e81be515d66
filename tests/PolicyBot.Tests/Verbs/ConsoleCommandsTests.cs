using PolicyBot.Chat;
using PolicyBot.Settings;
using PolicyBot.Text;

namespace PolicyBot.Tests.Verbs;

/// <summary>What is typed at the console besides questions, over the records of <see cref="HostFolder"/>.</summary>
public sealed class ConsoleCommandsTests : IAsyncLifetime
{
    private readonly HostFolder _host = new();

    [Theory]
    [InlineData("/digest 2025-99-99", "2025-99-99", "/digest 2025-07-24")]
    [InlineData("/digest subscribe 08:30", "subscribe 08:30", "Slack")]
    [InlineData("/meetings abc", "abc", "/meetings 30")]
    [InlineData("/meetings -3", "-3", "/meetings 30")]
    [InlineData("/meetings 99999999999", "99999999999", "/meetings 30")]
    [InlineData("/brief 2025-99-99", "2025-99-99", "/meetings")]
    [InlineData("/brief", "회의", "/brief 24 July")]
    [InlineData("/record", "기록 번호", "record's id")]
    [InlineData("/follow A사", "Slack과 Discord", "/digest")]
    [InlineData("/record none-such", "none-such", "/records")]
    public async Task What_cannot_be_meant_is_refused_in_one_line_with_what_could(string line, string named, string hint)
    {
        var shown = await TypeAsync(line);

        Assert.Contains(named, shown, StringComparison.Ordinal);
        Assert.Contains(hint, shown, StringComparison.Ordinal);
        Assert.Single(shown.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_digest_of_a_day_is_of_that_day() => Assert.StartsWith("2025-07-24", await TypeAsync("/digest 2025-07-24"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/concerns", "답변 없음", "Open")]
    [InlineData("/records", "공개", "Open")]
    [InlineData("/meetings", "열림", "Held")]
    [InlineData("/status", "기록 ", "records ")]
    public async Task Lists_are_in_the_language_of_the_locale(string line, string korean, string english)
    {
        var (one, other) = (await TypeAsync(line), await TypeAsync(line, Language.English));

        Assert.Contains(korean, one, StringComparison.Ordinal);
        Assert.DoesNotContain(english, one, StringComparison.Ordinal);
        Assert.Contains(english, other, StringComparison.Ordinal);
        Assert.DoesNotContain(korean, other, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await _host.RunAsync("import", _host.Records)).ExitCode);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> TypeAsync(string line, Language language = Language.Korean)
    {
        var settings = BotSettings.Load(_host.Write("own.json", "{}"), new Dictionary<string, string>(), []);
        await using var workplace = new Workplace(settings, _host.Data, settings.ConsoleClearance, TimeProvider.System);
        var shown = new StringWriter();
        await new ConsoleCommands(workplace, new(shown, language)).RunAsync(line, null, TestContext.Current.CancellationToken);
        return shown.ToString();
    }
}
