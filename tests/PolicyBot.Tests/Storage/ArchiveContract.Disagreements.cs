using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task What_two_readers_see_differently_is_listed_with_its_record()
    {
        var record = Samples.Record("r1", "전력 공급을 늘려 달라는 의견이 나왔다.");
        var proposed = new ReadAs(StatementKind.Request, AttributionLevel.Organisation, ["가나클라우드"]);
        await PutAsync(new PolicyBot.Storage.ReadRecord(record, "r1.md", [], []) { Disagreements = [new(new(0, 8), proposed, null)] });

        var listed = Assert.Single(await Archive.ListDisagreementsAsync(Grade.Classified, 10, Token));

        Assert.Equal(("r1", record.Text[..8]), (listed.Record.Id.Value, listed.Words));
        Assert.Equivalent(proposed, listed.Disagreement.Proposed);
        Assert.Null(listed.Disagreement.Ruled);
        Assert.Empty(await Archive.ListDisagreementsAsync(Grade.Classified, 0, Token));
    }

    [Fact]
    public async Task Disagreements_on_a_record_above_the_clearance_are_not_listed_and_a_new_version_takes_them_away()
    {
        var record = Samples.Record("r1", "전력 공급을 늘려 달라.") with { Grade = Grade.Sensitive };
        await PutAsync(new PolicyBot.Storage.ReadRecord(record, "r1.md", [], []) { Disagreements = [new(new(0, 5), new(StatementKind.Request, AttributionLevel.Unattributed, []), null)] });

        Assert.Empty(await Archive.ListDisagreementsAsync(Grade.Open, 10, Token));
        Assert.Single(await Archive.ListDisagreementsAsync(Grade.Sensitive, 10, Token));

        await PutAsync(new PolicyBot.Storage.ReadRecord(Samples.Record("r1", "다른 글.") with { Grade = Grade.Sensitive }, "r1.md", [], []));
        Assert.Empty(await Archive.ListDisagreementsAsync(Grade.Classified, 10, Token));
    }
}
