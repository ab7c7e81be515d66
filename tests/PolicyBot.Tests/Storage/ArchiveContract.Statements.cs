using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task Several_looks_at_once_find_what_each_finds_alone()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "세금이 무겁다", date: new(2025, 8, 1)), Samples.Read("r3", "규제가 많다", date: new(2025, 9, 1)));
        StatementFilter[] filters = [new() { Organisations = ["A사"], Limit = 2 }, new() { People = ["홍길동"], Topics = ["power"] }, new() { Organisations = ["없는 곳"] }, new() { To = new(2025, 8, 31) }];

        var found = await Archive.FindStatementsOfEachAsync(filters, Token);

        foreach (var (filter, alone) in filters.Zip(found)) Assert.Equal((await FindStatementsAsync(filter)).Select(s => (s.Statement.Id, s.Meeting?.Id, s.Event)), alone.Select(s => (s.Statement.Id, s.Meeting?.Id, s.Event)));
        Assert.Equal([2, 3, 0, 2], found.Select(f => f.Count));
        Assert.Empty(await Archive.FindStatementsOfEachAsync([], Token));
    }

    [Fact]
    public async Task A_reply_comes_back_with_strength_deadline_and_what_it_answers()
    {
        var record = Samples.Record("r1", "전력이 부족하다. 연내 대책을 내놓겠다.");
        var concern = Samples.Statement(record, "전력이 부족하다");
        var reply = Samples.Statement(record, "연내 대책을 내놓겠다", kind: StatementKind.Commitment) with
        {
            Attribution = new(AttributionLevel.Organisation, ["예시부"], []),
            Strength = ReplyStrength.WillPursue,
            Due = new("연내", new(2025, 12, 31)),
            RepliesTo = [concern.Id],
        };
        await PutAsync(new ReadRecord(record, "r1.txt", [], [concern, reply]));

        var stored = Assert.Single(await FindStatementsAsync(new() { Kinds = [StatementKind.Commitment] }));

        Assert.Equivalent(reply, stored.Statement, strict: true);
        Assert.Null(stored.ConcernKey);
        Assert.Null(stored.Raised);
        Assert.Null(stored.Meeting);
        Assert.Equal("r1", stored.Record.Id.Value);
    }

    [Fact]
    public async Task A_speaker_is_found_by_organisation_and_by_name_without_title()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), By("r2", "세금이 무겁다", AttributionLevel.Organisation, "B 협회"));

        Assert.Equal(["전력이 부족하다"], await WordsAsync(new() { People = ["홍길동"] }));
        Assert.Equal(["전력이 부족하다"], await WordsAsync(new() { Organisations = ["A사"] }));
        Assert.Equal(["세금이 무겁다"], await WordsAsync(new() { Organisations = ["b협회"] }));
        Assert.Equal(2, (await WordsAsync(new() { Organisations = ["A사", "B협회"] })).Count);
        Assert.Empty(await WordsAsync(new() { Organisations = ["B협회"], People = ["홍길동"] }));
        Assert.Empty(await WordsAsync(new() { People = ["홍길"] }));
    }

    [Fact]
    public async Task An_English_speaker_is_found_by_the_whole_name()
    {
        await PutAsync(By("r1", "power is short", AttributionLevel.Person, "Mary Major, CEO of Company A"));

        Assert.Single(await WordsAsync(new() { People = ["mary major"] }));
    }

    [Theory]
    [InlineData("Jane Doe, chief executive of Acme Grid")]
    [InlineData("Acme Grid CEO Jane Doe")]
    public async Task An_English_speaker_is_found_by_a_body_of_several_words(string name)
    {
        await PutAsync(By("r1", "power is short", AttributionLevel.Person, name));

        Assert.Single(await WordsAsync(new() { Organisations = ["Acme Grid"] }));
        Assert.Empty(await WordsAsync(new() { Organisations = ["Grid"] }));
    }

    [Fact]
    public async Task Those_present_are_never_found_as_speakers()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        var together = new Attribution(AttributionLevel.Participants, ["참석 기업들"], ["A사", "B협회"]);
        await PutAsync(read with { Statements = [read.Statements[0] with { Attribution = together }] });

        Assert.Empty(await WordsAsync(new() { Organisations = ["A사"] }));
        Assert.Empty(await WordsAsync(new() { People = ["A사"] }));
        Assert.Single(await WordsAsync(new() { Present = ["A사"] }));
        Assert.Empty(await WordsAsync(new() { Present = ["C사"] }));
    }

    [Fact]
    public async Task Statements_are_filtered_by_topic_meeting_record_and_kind()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "세금이 무겁다", date: new(2025, 7, 23)));

        Assert.Equal(2, (await WordsAsync(new() { Topics = ["power", "tax"] })).Count);
        Assert.Empty(await WordsAsync(new() { Topics = ["tax"] }));
        Assert.Equal(["세금이 무겁다"], await WordsAsync(new() { MeetingId = new("r2#1") }));
        Assert.Empty(await WordsAsync(new() { MeetingId = new("r9#1") }));
        Assert.Equal(["전력이 부족하다"], await WordsAsync(new() { RecordIds = [new("r1")] }));
        Assert.Empty(await WordsAsync(new() { Kinds = [StatementKind.Request] }));
    }

    [Theory]
    [InlineData("2025-07-01", "2025-07-31", 1)]
    [InlineData("2025-06-15", "2025-06-20", 1)]
    [InlineData("2025-06-30", null, 2)]
    [InlineData("2025-07-25", null, 0)]
    [InlineData(null, "2025-05-31", 0)]
    public async Task Statements_are_filtered_by_the_days_of_their_meetings(string? from, string? to, int found)
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "세금이 무겁다", date: new(2025, 6, null)));

        Assert.Equal(found, (await WordsAsync(new() { From = Date(from), To = Date(to) })).Count);
    }

    [Fact]
    public async Task The_newest_meeting_comes_first_and_the_undated_last()
    {
        var undated = Samples.Record("r0", "규제가 많다");
        await PutAsync(
            new ReadRecord(undated with { Published = null }, "r0.txt", [], [Samples.Statement(undated, "규제가 많다")]),
            Samples.Read("r1", "전력이 부족하다", date: new(2024, 5, 6)),
            Samples.Read("r2", "세금이 무겁다", date: new(2025, 5, 6)));

        Assert.Equal(["세금이 무겁다", "전력이 부족하다", "규제가 많다"], await WordsAsync(new()));
        Assert.Equal(["세금이 무겁다"], await WordsAsync(new() { Limit = 1 }));
    }

    [Fact]
    public async Task A_concern_raised_at_two_meetings_is_one_concern_raised_twice()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다", date: new(2024, 5, 6)));
        await PutAsync(Samples.Read("r2", "전력이 부족하다", date: new(2025, 5, 6)), Samples.Read("r3", "세금이 무겁다"));

        var found = await FindStatementsAsync(new() { RecordIds = [new("r1"), new("r2")] });
        Assert.Single(found.Select(s => s.ConcernKey).Distinct());
        Assert.All(found, s => Assert.Equal(new(2, new(2024, 5, 6), new(2025, 5, 6)), s.Raised));
        Assert.Equal(1, Assert.Single(await FindStatementsAsync(new() { RecordIds = [new("r3")] })).Raised!.Times);
    }

    [Fact]
    public async Task One_meeting_told_by_two_records_counts_once()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다", "m1"), Samples.Read("r2", "전력이 부족하다", "m1"));

        Assert.All(await FindStatementsAsync(), s => Assert.Equal(1, s.Raised!.Times));
    }

    [Fact]
    public async Task What_the_clearance_hides_is_not_counted_as_raised()
    {
        await PutAsync(
            Samples.Read("r1", "전력이 부족하다", date: new(2024, 5, 6)),
            Samples.Read("r2", "전력이 부족하다", grade: Grade.Sensitive, date: new(2023, 5, 6)));

        Assert.Equal(new(1, new(2024, 5, 6), new(2024, 5, 6)), Assert.Single(await FindStatementsAsync()).Raised);
        Assert.All(await FindStatementsAsync(new() { Clearance = Grade.Sensitive }), s => Assert.Equal(2, s.Raised!.Times));
    }

    [Fact]
    public async Task The_same_words_on_another_subject_are_another_concern()
    {
        var other = Samples.Read("r2", "절차가 복잡하다");
        await PutAsync(Samples.Read("r1", "절차가 복잡하다"), other with { Statements = [other.Statements[0] with { Topics = ["tax"] }] });

        Assert.Equal(2, (await FindStatementsAsync()).Select(s => s.ConcernKey).Distinct().Count());
    }

    [Fact]
    public async Task A_superseded_raising_is_no_longer_counted()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "전력이 부족하다", date: new(2025, 7, 23)));
        Assert.All(await FindStatementsAsync(), s => Assert.Equal(2, s.Raised!.Times));
        await PutAsync(Samples.Read("r1", "세금이 무겁다"));

        Assert.All(await FindStatementsAsync(), s => Assert.Equal(1, s.Raised!.Times));
    }

    private static DateOnly? Date(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ReadRecord By(string id, string words, AttributionLevel level, string name)
    {
        var read = Samples.Read(id, words);
        return read with { Statements = [read.Statements[0] with { Attribution = new(level, [name], []) }] };
    }

    private async Task<List<string>> WordsAsync(StatementFilter filter) => [.. (await FindStatementsAsync(filter)).Select(s => s.Text)];
}
