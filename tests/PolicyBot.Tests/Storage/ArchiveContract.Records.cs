using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task A_record_comes_back_as_it_was_read()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(read);

        var stored = await FindAsync("r1");

        Assert.Equivalent(read.Record, stored.Record, strict: true);
        Assert.Equivalent(read.Meetings, stored.Meetings, strict: true);
        Assert.Equivalent(read.Statements, stored.Statements.Select(s => s.Statement), strict: true);
        Assert.Equal("전력이 부족하다", Assert.Single(stored.Statements).Text);
        Assert.Equal([new(1, Imported, "/records/r1.txt", ContentHash.Of(read.Record))], stored.Versions);
    }

    [Theory]
    [InlineData("한글과 Latin, 😀 그리고 \u0000 영")]
    [InlineData("짝 없는 \ud83d 반쪽")]
    [InlineData("\r\n 앞뒤 빈칸\t \n")]
    [InlineData(" ")]
    public async Task Text_is_kept_to_the_last_code_unit(string text)
    {
        var record = Samples.Record("r1", text);
        await PutAsync(new ReadRecord(record, "r1.txt", [], []));

        Assert.Equal(text, (await FindAsync("r1")).Record.Text, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_kept()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(n => $"{n}번째 문장이다. "));
        await PutAsync(new ReadRecord(Samples.Record("r1", text), "r1.txt", [], []));

        Assert.Equal(text, (await FindAsync("r1")).Record.Text);
    }

    [Fact]
    public async Task A_record_that_was_never_imported_is_not_found()
    {
        Assert.Null(await Archive.FindRecordAsync(new("nowhere"), Grade.Classified, Token));
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"));
        var before = await Archive.ReadSequenceAsync(Token);

        var again = await PutAsync(Samples.Read("r1", "전력이 부족하다") with { Path = "/elsewhere.txt" });

        Assert.Equal([new(PutOutcome.Unchanged, new("r1"))], again);
        Assert.Equal(before, await Archive.ReadSequenceAsync(Token));
        Assert.Single((await FindAsync("r1")).Versions);
    }

    [Fact]
    public async Task The_same_content_by_another_id_is_the_record_that_is_there()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        var twin = read with { Record = read.Record with { Id = new("r2") } };

        Assert.Equal([new(PutOutcome.Imported, new("r1")), new(PutOutcome.Unchanged, new("r1"))], await PutAsync(read, twin));
        Assert.Null(await Archive.FindRecordAsync(new("r2"), Grade.Classified, Token));
    }

    [Fact]
    public async Task New_content_supersedes_the_old_which_stays_in_the_history()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"));
        var updated = await PutAsync(Samples.Read("r1", "세금이 무겁다"));

        var stored = await FindAsync("r1");
        Assert.Equal(PutOutcome.Updated, Assert.Single(updated).Outcome);
        Assert.Equal(["세금이 무겁다"], stored.Statements.Select(s => s.Text));
        Assert.Equal([2, 1], stored.Versions.Select(v => v.Version));
        Assert.Single(await FindStatementsAsync());
        Assert.Single(await FindMeetingsAsync());
    }

    [Fact]
    public async Task Content_that_comes_back_is_a_version_of_its_own()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"));
        await PutAsync(Samples.Read("r1", "세금이 무겁다"));
        await PutAsync(Samples.Read("r1", "전력이 부족하다"));

        Assert.Equal([3, 2, 1], (await FindAsync("r1")).Versions.Select(v => v.Version));
    }

    [Fact]
    public async Task A_stricter_grade_on_the_same_text_takes_effect()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(read);
        await PutAsync(read with { Record = read.Record with { Grade = Grade.Classified } });

        Assert.Null(await Archive.FindRecordAsync(new("r1"), Grade.Sensitive, Token));
        Assert.Empty(await FindStatementsAsync());
        Assert.Empty(await FindMeetingsAsync());
    }

    [Fact]
    public async Task An_earlier_version_of_a_stricter_grade_stays_hidden()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다", grade: Grade.Classified));
        await PutAsync(Samples.Read("r1", "세금이 무겁다"));

        Assert.Equal([2], (await FindAsync("r1")).Versions.Select(v => v.Version));
        Assert.Equal([2, 1], (await FindAsync("r1", Grade.Classified)).Versions.Select(v => v.Version));
    }

    [Theory]
    [InlineData(Grade.Open, 1)]
    [InlineData(Grade.Sensitive, 2)]
    [InlineData(Grade.Classified, 3)]
    public async Task Records_above_the_clearance_are_in_no_list_and_no_count(Grade clearance, int visible)
    {
        await PutAsync(
            Samples.Read("o", "전력이 부족하다"),
            Samples.Read("s", "세금이 무겁다", grade: Grade.Sensitive, date: new(2024, 1, 2)),
            Samples.Read("c", "인허가가 늦다", grade: Grade.Classified, date: new(2026, 3, 4)));

        Assert.Equal(visible, (await Archive.ListRecordsAsync(clearance, Token)).Count);
        Assert.Equal(visible, (await FindStatementsAsync(new() { Clearance = clearance })).Count);
        Assert.Equal(visible, (await FindMeetingsAsync(new() { Clearance = clearance })).Count);
        var extent = await Archive.MeasureAsync(clearance, Token);
        Assert.Equal(visible, extent.Records);
        Assert.Equal(clearance >= Grade.Sensitive ? new(2024, 1, 2) : Samples.Day, extent.From);
        Assert.Equal(clearance >= Grade.Classified ? new(2026, 3, 4) : Samples.Day.AddDays(1), extent.To);
    }

    [Theory]
    [InlineData("", "all")]
    [InlineData("budget", "all budget")]
    [InlineData("budget minister", "all budget minister")]
    [InlineData("nowhere", "all")]
    public async Task Records_of_a_group_are_in_the_lists_and_counts_of_that_group_alone(string groups, string visible)
    {
        await PutAsync(
            Of("all", null, Samples.Read("all", "전력이 부족하다")),
            Of("budget", "budget", Samples.Read("budget", "전력이 부족하다", "m", date: new(2024, 1, 2))),
            Of("minister", "minister", Samples.Read("minister", "전력이 부족하다", "m", date: new(2024, 1, 2))));
        var clearance = new Clearance(Grade.Open, groups.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var names = visible.Split(' ');

        Assert.Equal(names, (await Archive.ListRecordsAsync(clearance, Token)).Select(r => r.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, (await Archive.MeasureAsync(clearance, Token)).Records);
        Assert.Equal(names, (await Archive.ListArrivalsAsync(clearance, Token)).Select(r => r.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(names, (await FindStatementsAsync(new() { Clearance = clearance })).Select(s => s.Record.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(await FindStatementsAsync(new() { Clearance = clearance }), s => Assert.Equal(names.Length > 1 ? 2 : 1, s.Raised!.Times));
        Assert.Equal(names, (await FindMeetingsAsync(new() { Clearance = clearance })).SelectMany(m => m.RecordIds).Select(r => r.Value).Order(StringComparer.Ordinal));
        foreach (var name in (string[])["all", "budget", "minister"])
        {
            Assert.Equal(names.Contains(name), await Archive.FindRecordAsync(new(name), clearance, Token) is not null);
            Assert.Equal(names.Contains(name), await Archive.FindTextBeforeAsync(new(name), Imported.AddDays(1), clearance, Token) is not null);
        }

        static ReadRecord Of(string id, string? group, ReadRecord read) => read with { Record = read.Record with { Title = id, Group = group } };
    }

    [Fact]
    public async Task A_record_that_repeats_a_hidden_one_tells_nothing_of_it()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(n => $"{n}번 사업자는 전력이 {n * 7}만큼 부족하다고 했다"));
        var hidden = Samples.Read("hidden", words);
        await PutAsync(
            hidden with { Record = hidden.Record with { Title = "숨은 원본", Grade = Grade.Classified, Published = Samples.Day } },
            Samples.Read("one", words),
            Samples.Read("two", words));

        Assert.Contains((await Archive.FindRecordAsync(new("one"), Grade.Classified, Token))!.Repeats, r => r is { Id.Value: "hidden", IsOrigin: true });
        foreach (var id in (string[])["one", "two"])
        {
            var stored = (await Archive.FindRecordAsync(new(id), Grade.Open, Token))!;
            Assert.DoesNotContain(stored.Repeats, r => r.Id.Value == "hidden");
            Assert.All(stored.Meetings, m => Assert.DoesNotContain(new("hidden"), m.RecordIds));
            Assert.All(stored.Statements, s => Assert.Equal((1, "A사 홍길동 대표"), (s.Raised!.Times, s.Statement.Attribution.Names[0])));
        }

        Assert.DoesNotContain(await FindStatementsAsync(new() { Clearance = Grade.Open }), s => s.Record.Id.Value == "hidden");
        Assert.Equal(2, (await Archive.MeasureAsync(Grade.Open, Token)).Records);
        Assert.Equal(["one", "two"], (await FindMeetingsAsync(new() { Clearance = Grade.Open })).SelectMany(m => m.RecordIds).Select(r => r.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_that_comes_to_a_group_is_a_new_version_and_leaves_the_others_at_once()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(read);
        await PutAsync(read with { Record = read.Record with { Group = "budget" } });

        Assert.Null(await Archive.FindRecordAsync(new("r1"), Grade.Classified, Token));
        var found = await Archive.FindRecordAsync(new("r1"), new(Grade.Open, "budget"), Token);
        Assert.Equal(("budget", 2), (found!.Record.Group, found.Versions.Count));
    }

    [Fact]
    public async Task An_empty_archive_speaks_of_no_days()
    {
        Assert.Equal(new(0, null, null), await Archive.MeasureAsync(Grade.Classified, Token));
    }

    [Fact]
    public async Task The_list_tells_title_day_grade_and_source()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다"));

        Assert.Equal(
            [new(new("r1"), "r1 결과", Samples.Day.AddDays(1), Grade.Open, "https://example.org/r1")],
            await Archive.ListRecordsAsync(Grade.Open, Token));
    }

    [Fact]
    public async Task A_batch_with_a_fault_leaves_nothing_behind()
    {
        var good = Samples.Read("r1", "전력이 부족하다");
        var bad = Samples.Read("r2", "세금이 무겁다");
        bad = bad with { Statements = [bad.Statements[0] with { Span = new(0, 1_000_000) }] };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => PutAsync(good, bad));

        Assert.Equal(0, (await Archive.MeasureAsync(Grade.Classified, Token)).Records);
        Assert.Equal(PutOutcome.Imported, Assert.Single(await PutAsync(good)).Outcome);
    }

    [Fact]
    public async Task Known_contents_are_found_by_their_hash()
    {
        var read = Samples.Read("r1", "전력이 부족하다", grade: Grade.Classified);
        await PutAsync(read);

        var known = await Archive.FindContentsAsync([ContentHash.Of(read.Record), "other"], Token);

        Assert.Equal([new(ContentHash.Of(read.Record), new(new("r1"), read.Record.Title, 1, 1, ""))], known);
    }

    [Fact]
    public async Task What_files_were_read_as_is_known_by_the_build_that_read_them()
    {
        ReadFile one = new("c1", [new(" › 가.docx", new("r1"), "h1"), new("", new("r2"), "h2")]);
        ReadFile two = new("c2", [new("", new("r3"), "h3")]);
        await Archive.SaveReadFilesAsync("b", [one, new("c2", []), two], Token);
        Assert.Equivalent(new[] { one, two }, (await Archive.FindReadFilesAsync("b", ["c1", "c2", "c3"], Token)).OrderBy(f => f.Content), strict: true);
        Assert.Empty(await Archive.FindReadFilesAsync("a", ["c1"], Token));

        await Archive.SaveReadFilesAsync("a", [two], Token);

        Assert.Empty(await Archive.FindReadFilesAsync("b", ["c1", "c2"], Token));
        Assert.Single(await Archive.FindReadFilesAsync("a", ["c1", "c2"], Token));
    }

    [Fact]
    public async Task Changes_come_once_a_record_in_their_order_and_in_the_newest_state()
    {
        var beginning = await Archive.ReadSequenceAsync(Token);
        await PutAsync(Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "세금이 무겁다"));
        var middle = await Archive.ReadSequenceAsync(Token);
        await PutAsync(Samples.Read("r1", "인허가가 늦다"));

        var all = await ReadChangesAsync(beginning.Beginning);
        Assert.Equal(["r2", "r1"], all.Select(change => change.Id.Value));
        Assert.Equal("인허가가 늦다", Assert.Single(all[1].Record!.Statements).Text);
        Assert.Null(all[1].Record!.Statements[0].Raised);
        Assert.Equal(["r1"], (await ReadChangesAsync(middle.Newest)).Select(change => change.Id.Value));
        Assert.Equal(all[1].Sequence, (await Archive.ReadSequenceAsync(Token)).Newest);
        Assert.Empty(await ReadChangesAsync(all[1].Sequence));
    }

    [Fact]
    public async Task More_changes_than_one_page_come_all()
    {
        await PutAsync([.. Enumerable.Range(0, 100).Select(n => Samples.Read($"r{n}", $"{n}번째 우려"))]);

        Assert.Equal(100, (await ReadChangesAsync((await Archive.ReadSequenceAsync(Token)).Beginning)).Count);
    }

    [Fact]
    public async Task A_new_archive_has_its_beginning_as_its_newest_change()
    {
        var sequence = await Archive.ReadSequenceAsync(Token);

        Assert.Equal(sequence.Beginning, sequence.Newest);
        Assert.True(sequence.Includes(sequence.Newest));
        Assert.False(sequence.Includes(sequence.Newest + 1));
    }
}
