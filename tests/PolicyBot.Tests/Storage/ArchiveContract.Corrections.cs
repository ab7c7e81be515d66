using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    private static readonly Attribution Organisation = new(AttributionLevel.Organisation, ["A사"], []);

    [Fact]
    public async Task A_corrected_speaker_is_found_under_the_right_name_and_no_other()
    {
        var read = Spoken();
        await PutAsync(read);
        var before = (await Archive.ReadSequenceAsync(Token)).Newest;

        Assert.Null(await Archive.CorrectAsync(read.Statements[0].Id, Organisation, "slack/U1", "틀림", Grade.Open, Token));

        Assert.Equal(Organisation.Names, Assert.Single(await FindStatementsAsync(new() { Organisations = ["A사"] })).Statement.Attribution.Names);
        Assert.Empty(await FindStatementsAsync(new() { People = ["홍길동"] }));
        Assert.Equal(["r1"], (await ReadChangesAsync(before)).Select(c => c.Id.Value));
        var made = Assert.Single(await Archive.ListCorrectionsAsync(new("r1"), Grade.Open, Token));
        Assert.Equal(("slack/U1", "틀림", AttributionLevel.Person, "전력이 부족하다"), (made.By, made.Reason, made.Was.Level, made.Words));
    }

    [Fact]
    public async Task A_decision_outlives_the_next_reading_of_the_record_and_its_next_version()
    {
        var read = Spoken();
        await PutAsync(read);
        await Archive.CorrectAsync(read.Statements[0].Id, Organisation, "slack/U1", null, Grade.Open, Token);

        await PutAsync(read with { Understanding = "newer" });
        Assert.Equal(AttributionLevel.Organisation, Assert.Single(await FindStatementsAsync()).Statement.Attribution.Level);

        var longer = Samples.Record("r1", "□ 머리말. " + read.Record.Text);
        await PutAsync(read with { Record = longer, Statements = [Samples.Statement(longer, "전력이 부족하다", read.Meetings[0].Id)], Understanding = "newer" });
        Assert.Equal(AttributionLevel.Organisation, Assert.Single(await FindStatementsAsync()).Statement.Attribution.Level);
    }

    [Fact]
    public async Task A_withdrawn_statement_is_gone_and_stays_gone()
    {
        var read = Spoken();
        await PutAsync(read);

        Assert.Null(await Archive.CorrectAsync(read.Statements[0].Id, null, "slack/U1", null, Grade.Open, Token));
        await PutAsync(read with { Understanding = "newer" });

        Assert.Empty(await FindStatementsAsync());
        Assert.Equal("전력이 부족하다", Assert.Single(await Archive.ListCorrectionsAsync(new("r1"), Grade.Open, Token)).Words);
    }

    [Theory]
    [InlineData(AttributionLevel.Person, "변학도", "변학도")]
    [InlineData(AttributionLevel.Person, "", "Name who")]
    [InlineData(AttributionLevel.Unattributed, "A사", "no name")]
    public async Task Nobody_is_named_whom_the_text_does_not_name(AttributionLevel level, string name, string reason)
    {
        var read = Spoken();
        await PutAsync(read);

        var refusal = await Archive.CorrectAsync(read.Statements[0].Id, new(level, name.Length > 0 ? [name] : [], []), "slack/U1", null, Grade.Open, Token);

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Equal(["A사 홍길동 대표"], Assert.Single(await FindStatementsAsync()).Statement.Attribution.Names);
        Assert.Empty(await Archive.ListCorrectionsAsync(new("r1"), Grade.Open, Token));
    }

    [Fact]
    public async Task What_may_not_be_seen_cannot_be_corrected_and_its_history_not_be_read()
    {
        var read = Spoken();
        await PutAsync(read with { Record = read.Record with { Grade = Grade.Classified } });

        Assert.Contains("no statement", await Archive.CorrectAsync(read.Statements[0].Id, null, "slack/U1", null, Grade.Sensitive, Token), StringComparison.Ordinal);
        Assert.Null(await Archive.CorrectAsync(read.Statements[0].Id, null, "slack/U1", null, Grade.Classified, Token));
        Assert.Empty(await Archive.ListCorrectionsAsync(new("r1"), Grade.Sensitive, Token));
        Assert.Contains("no statement", await Archive.CorrectAsync(new("nowhere"), null, "slack/U1", null, Grade.Classified, Token), StringComparison.Ordinal);
    }

    private static ReadRecord Spoken()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        var record = Samples.Record("r1", "A사 홍길동 대표: " + read.Record.Text);
        return read with { Record = record, Statements = [Samples.Statement(record, "전력이 부족하다", read.Meetings[0].Id)] };
    }
}
