using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class WhyCommandTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Theory]
    [InlineData("U1", "Records withheld here: 1")]
    [InlineData("U2", null)]
    public async Task Only_curators_are_told_how_many_records_were_withheld(string user, string? told)
    {
        var bot = new TalkingBot(archive, b => b.Desk = b.Desk with { Curators = new Curators(["slack/U1"]), Retriever = new WithOneMore(b.Desk.Retriever) });

        var reply = await bot.AskAsync(bot.Command("why", TalkingBot.Direct, Language.English, ("question", "전력 공급은 누가 요구했나?")) with { User = new(user) });

        Assert.Equal(told, reply.Notes.LastOrDefault(n => n.StartsWith("Records withheld", StringComparison.Ordinal)));
        Assert.DoesNotContain("비밀", TalkingBot.TextOf(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_record_behind_a_passage_is_listed_and_no_other()
    {
        var bot = new TalkingBot(archive);

        var reply = await bot.AskAsync(bot.Command("why", TalkingBot.Direct, Language.English, ("question", "전력 공급은 누가 요구했나?")));

        Assert.NotEmpty(reply.Citations);
        Assert.All(reply.Citations, c => Assert.Contains(reply.Notes, n => n.Contains(c.RecordId, StringComparison.Ordinal) && n.EndsWith($"[{c.Numbers[0]}]", StringComparison.Ordinal)));
        Assert.All(reply.Notes.Where(n => n.EndsWith(']')), n => Assert.Contains(reply.Citations, c => n.EndsWith($"[{c.Numbers[0]}]", StringComparison.Ordinal)));
    }

    private sealed class WithOneMore(IRetriever inner) : IRetriever
    {
        public async Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken)
        {
            var found = await inner.FindPassagesAsync(query, cancellationToken);
            return query.Clearance.IsEverything ? [new(new() { Id = new("s#0"), RecordId = new("비밀"), Span = new(0, 2), Text = "비밀", Grade = Grade.Classified }, 9), .. found] : found;
        }
    }
}
