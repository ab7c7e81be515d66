using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class ReviewCommandTests : IAsyncLifetime
{
    private readonly AskedArchive _archive = new();
    private TalkingBot _bot = null!;

    [Fact]
    public async Task A_press_puts_the_answer_on_the_list_and_a_curators_decision_changes_later_answers()
    {
        const string question = "인허가 절차는 누가 줄여 달라고 했나?";
        var answer = await _bot.AskAsync(_bot.Words(question));
        var wrong = Assert.Single(answer.Buttons, b => b.Id.StartsWith("wrong-speaker:", StringComparison.Ordinal));
        await _bot.HandleAsync(_bot.Press(wrong.Id, TalkingBot.Direct) with { Values = new Dictionary<string, string> { ["comment"] = "기관의 말입니다" } });

        var list = TalkingBot.TextOf(await ReviewAsync());
        Assert.Contains("기관의 말입니다", list, StringComparison.Ordinal);
        Assert.Contains("august-s0: 성춘향 가나클라우드 대표", list, StringComparison.Ordinal);

        Assert.Contains("반영했습니다", TalkingBot.TextOf(await ReviewAsync(("statement", "august-s0"), ("decision", "organisation"), ("name", "가나클라우드"), ("reason", "녹취 확인"))), StringComparison.Ordinal);

        var later = await _bot.AskAsync(_bot.Words(question));
        Assert.Contains(later.Points, p => p.Speaker.StartsWith("가나클라우드", StringComparison.Ordinal) && p.Lines.Any(l => l.Contains("인허가 절차를 줄여 달라", StringComparison.Ordinal)));
        Assert.DoesNotContain(later.Points, p => p.Speaker.Contains("성춘향", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_no_curator_neither_reads_the_list_nor_decides()
    {
        var message = _bot.Command("review", TalkingBot.Direct, Language.English, ("statement", "august-s0"), ("decision", "withdraw")) with { User = new("U2") };

        Assert.Contains("Only curators", (await _bot.AskAsync(message)).Text, StringComparison.Ordinal);
        Assert.Empty(await _archive.Archive.ListCorrectionsAsync(new("august"), PolicyBot.Records.Grade.Open, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_that_the_record_does_not_hold_is_refused() =>
        Assert.Contains("'변학도'", TalkingBot.TextOf(await ReviewAsync(("statement", "august-s0"), ("decision", "person"), ("name", "변학도"))), StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await _archive.InitializeAsync();
        _bot = new(_archive, b => b.Desk = b.Desk with { Curators = new Curators(["slack/U1"]) });
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private Task<Reply> ReviewAsync(params (string, string)[] values) => _bot.AskAsync(_bot.Command("review", TalkingBot.Direct, Language.Korean, values));
}
