using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Theory]
    [InlineData(Grade.Open)]
    [InlineData(Grade.Sensitive)]
    public async Task Understood_by_other_rules_a_record_is_read_anew_in_its_place(Grade grade)
    {
        var old = Samples.Read("r1", "전력이 부족하다", grade: grade) with { Understanding = "1" };
        await PutAsync(old);
        var before = await FindAsync("r1", grade);

        var put = await PutAsync(Otherwise(old) with { Path = "/elsewhere/r1.txt", Understanding = "2" });

        Assert.Equal([new(PutOutcome.Reread, new("r1"))], put);
        var after = await FindAsync("r1", grade);
        Assert.Equal(before.Versions, after.Versions);
        Assert.Equal("부족하다", Assert.Single(after.Statements).Text);
        Assert.Equal("부산", Assert.Single(after.Meetings).Place);
        Assert.Equal(before.Meetings[0].Id, after.Meetings[0].Id);
        Assert.Equal(TextPartKind.Body, Assert.Single(after.Record.Parts).Kind);
        Assert.Equal(before.Record.Text, after.Record.Text);
    }

    [Fact]
    public async Task Understood_by_the_same_rules_it_stays_as_it_is()
    {
        var old = Samples.Read("r1", "전력이 부족하다") with { Understanding = "1" };
        await PutAsync(old);

        Assert.Equal([new(PutOutcome.Unchanged, new("r1"))], await PutAsync(Otherwise(old)));
        Assert.Equal("전력이 부족하다", Assert.Single(await FindStatementsAsync()).Text);
    }

    [Fact]
    public async Task A_twin_by_another_id_never_takes_the_place_of_the_record()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다") with { Understanding = "1" });
        var stored = await FindAsync("r1");

        var put = await PutAsync(new ReadRecord(stored.Record with { Id = new("r2") }, "r2.txt", [], []) { Understanding = "2" });

        Assert.Equal([new(PutOutcome.Unchanged, new("r1"))], put);
        Assert.Single((await FindAsync("r1")).Statements);
    }

    [Fact]
    public async Task Records_understood_by_other_rules_are_listed()
    {
        await PutAsync(
            Samples.Read("r1", "전력이 부족하다") with { Understanding = "1" },
            Samples.Read("r2", "세금이 무겁다") with { Understanding = "2" },
            Samples.Read("r3", "규제가 많다", grade: Grade.Classified) with { Understanding = "1" });

        Assert.Equal([new("r1"), new("r3")], await Archive.ListUnderstoodOtherwiseAsync("2", Token));
    }

    [Fact]
    public async Task An_index_hears_of_a_record_that_was_read_anew()
    {
        var old = Samples.Read("r1", "전력이 부족하다") with { Understanding = "1" };
        await PutAsync(old);
        var newest = (await Archive.ReadSequenceAsync(Token)).Newest;

        await PutAsync(Otherwise(old) with { Understanding = "2" });

        Assert.Equal("부족하다", Assert.Single(Assert.Single(await ReadChangesAsync(newest)).Record!.Statements).Text);
    }

    private static ReadRecord Otherwise(ReadRecord read) => read with
    {
        Record = read.Record with { Parts = [new(TextPartKind.Body, new(0, read.Record.Text.Length))] },
        Meetings = [read.Meetings[0] with { Place = "부산" }],
        Statements = [Samples.Statement(read.Record, "부족하다", read.Meetings[0].Id)],
    };
}
