using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class PassageFiltersTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly PassageIndex _index;

    public PassageFiltersTests() => _index = _folder.With(
        IndexFolder.Passage("open", 0, "전력 공급") with { Organisations = ["A사"], People = ["홍길동"], Topics = ["power"], Date = new(2025, 7, 24), MeetingId = new("m1") },
        IndexFolder.Passage("late", 0, "전력 공급") with { Organisations = ["B협회"], Topics = ["tax", "power"], Date = new(2025, 9, 1), MeetingId = new("m2") },
        IndexFolder.Passage("undated", 0, "전력 공급"),
        IndexFolder.Passage("secret", 0, "전력 공급") with { Grade = Grade.Sensitive, Date = new(2025, 7, 24) },
        IndexFolder.Passage("top", 0, "전력 공급") with { Grade = Grade.Classified });

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Grade.Open, "late#0 open#0 undated#0")]
    [InlineData(Grade.Sensitive, "late#0 open#0 secret#0 undated#0")]
    [InlineData(Grade.Classified, "late#0 open#0 secret#0 top#0 undated#0")]
    public void Nothing_above_the_clearance_is_found(Grade clearance, string expected) =>
        Assert.Equal(expected, Found(q => q with { Clearance = clearance }));

    [Theory]
    [InlineData(Grade.Open, "", "all#0")]
    [InlineData(Grade.Open, "budget", "all#0 budget#0")]
    [InlineData(Grade.Classified, "minister", "all#0 minister#0")]
    [InlineData(Grade.Classified, "budget minister", "all#0 budget#0 minister#0 secret#0")]
    public void Passages_of_a_group_are_found_by_that_group_alone(Grade grade, string groups, string expected)
    {
        using var folder = new IndexFolder();
        using var index = folder.With(
            IndexFolder.Passage("all", 0, "전력 공급"),
            IndexFolder.Passage("budget", 0, "전력 공급") with { Group = "budget" },
            IndexFolder.Passage("minister", 0, "전력 공급") with { Group = "minister" },
            IndexFolder.Passage("secret", 0, "전력 공급") with { Group = "budget", Grade = Grade.Classified });
        var clearance = new Clearance(grade, groups.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var found = index.Find(new Query { Text = "전력 공급", Clearance = clearance });

        Assert.Equal(expected, string.Join(' ', found.Ids().Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Split(' ').Length, index.CountVisible(clearance));
        Assert.All(found, f => Assert.Equal(f.Passage.Id.Value is "all#0" ? null : f.Passage.Id.Value is "minister#0" ? "minister" : "budget", f.Passage.Group));
    }

    [Fact]
    public void A_period_includes_both_its_days()
    {
        Assert.Equal("open#0", Found(q => q with { From = new(2025, 7, 24), To = new(2025, 7, 24) }));
        Assert.Equal("late#0", Found(q => q with { From = new(2025, 7, 25) }));
        Assert.Equal("open#0", Found(q => q with { To = new(2025, 8, 31) }));
    }

    [Fact]
    public void Names_narrow_the_search()
    {
        Assert.Equal("open#0", Found(q => q with { Organisations = ["A사"] }));
        Assert.Equal("late#0 open#0", Found(q => q with { Organisations = ["A사", "B협회"] }));
        Assert.Equal("open#0", Found(q => q with { People = ["홍길동"] }));
        Assert.Equal("late#0 open#0", Found(q => q with { Topics = ["power"] }));
        Assert.Equal("late#0", Found(q => q with { MeetingId = new("m2") }));
    }

    [Fact]
    public void Every_filter_must_be_met()
    {
        Assert.Equal("", Found(q => q with { Organisations = ["A사"], Topics = ["tax"] }));
        Assert.Equal("late#0", Found(q => q with { Topics = ["tax"], From = new(2025, 8, 1) }));
    }

    [Fact]
    public void A_filter_never_thins_out_the_best()
    {
        using var folder = new IndexFolder();
        using var index = folder.With([
            .. Enumerable.Range(0, 100).Select(i => IndexFolder.Passage("s" + i, 0, "전력 전력 전력") with { Grade = Grade.Classified }),
            IndexFolder.Passage("open", 0, "이 긴 문단은 여러 가지를 말하다가 끝에 가서 전력도 한 번 말한다")]);

        Assert.Equal(["open#0"], index.Find(new Query { Text = "전력", Top = 1 }).Ids());
    }

    private string Found(Func<Query, Query> filter) =>
        string.Join(' ', _index.Find(filter(new() { Text = "전력 공급" })).Ids().Order(StringComparer.Ordinal));
}
