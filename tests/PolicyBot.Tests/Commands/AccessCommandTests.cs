using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class AccessCommandTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private readonly TalkingBot _bot = new(archive, b => b.Desk = b.Desk with { Clearances = new([new("slack", Grade.Sensitive)]) { Groups = ["budget"] }, Curators = new([], ["slack/U1", "slack/role/S1"]) });

    [Fact]
    public async Task A_rule_of_an_administrator_counts_from_the_next_question_on()
    {
        Assert.Contains("다음 질문부터", await SayAsync(("place", "slack/direct"), ("grade", "classified"), ("groups", "Budget")), StringComparison.Ordinal);

        await _bot.Desk.RefreshRightsAsync(TestContext.Current.CancellationToken);

        Assert.Equal((new Clearance(Grade.Classified, "budget"), 1L), (_bot.Desk.Clearances.Of(TalkingBot.Direct), _bot.Desk.Clearances.Version));
        await SayAsync(("place", "slack/direct"), ("grade", "default"));
        await _bot.Desk.RefreshRightsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(((Clearance)Grade.Sensitive, 2L), (_bot.Desk.Clearances.Of(TalkingBot.Direct), _bot.Desk.Clearances.Version));
    }

    [Theory]
    [InlineData("slack/direct", "secret", "", "'secret' is no value for grade")]
    [InlineData("slack/direct", "open", "nobody", "there is no group 'nobody'")]
    [InlineData("here", "sensitive", "", "open records alone")]
    [InlineData("somewhere", "open", "", "'somewhere' is not known")]
    public async Task What_cannot_be_is_refused_by_name(string place, string grade, string groups, string said)
    {
        var reply = await _bot.AskAsync(_bot.Command("access", null, Language.English, ("place", place), ("grade", grade), ("groups", groups)));

        Assert.Contains(said, reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await _bot.Memory.ReadAccessAsync(TestContext.Current.CancellationToken)).Version);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_or_changes_rights()
    {
        var message = _bot.Command("access", null, Language.English, ("place", "slack"), ("grade", "classified")) with { User = new("U2") };

        Assert.Contains("Only administrators", (await _bot.AskAsync(message)).Text, StringComparison.Ordinal);
        Assert.Contains("Only administrators", (await _bot.AskAsync(message with { User = new("U1", IsGuest: true) })).Text, StringComparison.Ordinal);
        Assert.Contains("slack: sensitive", (await _bot.AskAsync(message with { User = new("U3") { Roles = ["S1"] }, Values = new Dictionary<string, string>() })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_dismissed()
    {
        Assert.Contains("curator", await SayAsync(("who", "slack/role/S1"), ("role", "curator")), StringComparison.Ordinal);
        await _bot.Desk.RefreshRightsAsync(TestContext.Current.CancellationToken);

        Assert.Contains("한 사람도 남지", await SayAsync(("who", "slack/U1"), ("role", "reader")), StringComparison.Ordinal);
        Assert.Contains("admin", await SayAsync(("who", "discord/7"), ("role", "admin")), StringComparison.Ordinal);
        await _bot.Desk.RefreshRightsAsync(TestContext.Current.CancellationToken);
        Assert.Contains("reader", await SayAsync(("who", "slack/U1"), ("role", "reader")), StringComparison.Ordinal);
        await _bot.Desk.RefreshRightsAsync(TestContext.Current.CancellationToken);
        Assert.Contains("관리자(Access:Admins)만", await SayAsync(), StringComparison.Ordinal);
    }

    private async Task<string> SayAsync(params (string, string)[] values) => (await _bot.AskAsync(_bot.Command("access", TalkingBot.Direct, Language.Korean, values))).Text;
}
