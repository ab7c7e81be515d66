using PolicyBot.Access;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Commands;

public sealed class StandInTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    [Fact]
    public async Task While_nobody_can_say_what_a_place_may_see_open_records_alone_are_shown()
    {
        var bot = new TalkingBot(archive, b => b.Desk = b.Desk with { Clearances = new Clearances([new("slack", Grade.Sensitive)]), Retriever = new TwoGrades() });

        var reply = await bot.Handler.StandInAsync(bot.Words("전력 공급은 누가 요구했나?"), TestContext.Current.CancellationToken);

        Assert.NotNull(reply);
        var text = TalkingBot.TextOf(reply);
        Assert.Contains("열린 말", text, StringComparison.Ordinal);
        Assert.DoesNotContain("가린 말", text, StringComparison.Ordinal);
    }

    private sealed class TwoGrades : IRetriever
    {
        private static readonly Passage[] All = [Of("open", "열린 말", Grade.Open), Of("sensitive", "가린 말", Grade.Sensitive)];

        public Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<FoundPassage>>([.. All.Where(p => query.Clearance.Allows(p.Grade, p.Group)).Select(p => new FoundPassage(p, 1))]);

        private static Passage Of(string id, string text, Grade grade) => new() { Id = new($"{id}#0"), RecordId = new(id), Span = new(0, text.Length), Text = text, Title = id, Grade = grade };
    }
}
