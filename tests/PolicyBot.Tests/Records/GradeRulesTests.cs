using PolicyBot.Records;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

public sealed class GradeRulesTests
{
    private static readonly string[] Groups = ["budget", "minister"];

    private static readonly GradeRules Rules = new([Rule("archive = sensitive"), Rule("archive/open = open"), Rule("archive/budget = classified budget"), Rule("https://example.org/ = open")], Groups);

    [Theory]
    [InlineData("elsewhere/a.md", null, Grade.Sensitive)]
    [InlineData("elsewhere/a.md", Grade.Open, Grade.Open)]
    [InlineData("archive/a.md", null, Grade.Sensitive)]
    [InlineData("archive/a.md", Grade.Open, Grade.Sensitive)]
    [InlineData("archive/a.md", Grade.Classified, Grade.Classified)]
    [InlineData("archive/open/a.md", null, Grade.Open)]
    [InlineData("archive/open/deep/a.jsonl:3", Grade.Sensitive, Grade.Sensitive)]
    [InlineData("archive/opening/a.md", null, Grade.Sensitive)]
    [InlineData("archive/open/../a.md", Grade.Open, Grade.Sensitive)]
    public void The_strictest_of_the_document_and_its_folder_wins(string path, Grade? own, Grade expected)
    {
        var settled = Rules.Settle(new(path, Samples.Record("r", "전력") with { Sources = [], Grade = own ?? Grade.Sensitive, IsGraded = own is not null }, null));

        Assert.Equal((expected, null), (settled.Record!.Grade, settled.Record.Group));
    }

    [Theory]
    [InlineData("elsewhere/a.md", Grade.Open)]
    [InlineData("archive/a.md", Grade.Sensitive)]
    public void The_strictest_of_folder_and_feed_wins(string path, Grade expected) =>
        Assert.Equal(expected, Rules.Settle(new(path, Samples.Record("r", "전력", Grade.Sensitive), null)).Record!.Grade);

    [Fact]
    public void A_folder_gives_its_group()
    {
        var settled = Rules.Settle(Read("archive/budget/a.md", null));

        Assert.Equal((Grade.Classified, "budget"), (settled.Record!.Grade, settled.Record.Group));
    }

    [Theory]
    [InlineData("elsewhere/a.md", "nobody", "There is no group \"nobody\"")]
    [InlineData("archive/budget/a.md", "minister", "budget and minister")]
    public void A_group_that_does_not_exist_or_another_than_the_folders_is_refused_by_name(string path, string group, string reason)
    {
        var settled = Rules.Settle(Read(path, group));

        Assert.Null(settled.Record);
        Assert.Contains(reason, settled.Refusal, StringComparison.Ordinal);
    }

    private static ReadResult Read(string path, string? group) => new(path, Samples.Record("r", "전력") with { Sources = [], Group = group }, null);

    private static AccessRule Rule(string written) => AccessRule.Parse(written, Groups).Rule!;
}
