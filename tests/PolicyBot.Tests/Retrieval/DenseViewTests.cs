using CsCheck;
using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class DenseViewTests
{
    [Fact]
    public void The_product_of_byte_vectors_is_what_plain_counting_gives() =>
        Gen.Int[1, 300].SelectMany(length => Gen.Select(Gen.SByte.Array[length], Gen.SByte.Array[length])).Sample((a, b) =>
        {
            sbyte[] Within(sbyte[] v) => [.. v.Select(x => x == sbyte.MinValue ? (sbyte)-127 : x)];
            Assert.Equal(Within(a).Zip(Within(b), (x, y) => x * y).Sum(), ByteVector.Dot(Within(a), Within(b)));
        }, iter: 500);

    [Fact]
    public void The_nearest_come_first()
    {
        var view = new DenseView();
        view.Replace(new("r1"), [Vector("r1", 1, 0), Vector("r1", 0.6f, 0.8f)]);
        view.Replace(new("r2"), [Vector("r2", 0, 1)]);

        Assert.Equal(["r2#0,1", "r1#0.6,0.8", "r1#1,0"], Ids(view.FindNearest([0, 2], new() { Text = "x" }, 5)));
        Assert.Equal(["r2#0,1"], Ids(view.FindNearest([0, 2], new() { Text = "x" }, 1)));
    }

    [Fact]
    public void What_may_not_be_shown_is_not_found_and_takes_no_place()
    {
        var view = new DenseView();
        view.Replace(new("open"), [Vector("open", 1, 0) with { Day = new(2025, 7, 24) }]);
        view.Replace(new("secret"), [Vector("secret", 0, 1) with { Grade = Grade.Classified }]);
        view.Replace(new("group"), [Vector("group", 0, 1) with { Group = "budget" }]);

        Assert.Equal(["open#1,0"], Ids(view.FindNearest([0, 1], new() { Text = "x" }, 1)));
        Assert.Equal(["group#0,1"], Ids(view.FindNearest([0, 1], new() { Text = "x", Clearance = new(Grade.Open, "budget") }, 1)));
        Assert.Empty(view.FindNearest([0, 1], new() { Text = "x", From = new(2025, 8, 1) }, 5));
        Assert.Single(view.FindNearest([0, 1], new() { Text = "x", From = new(2025, 7, 1), To = new(2025, 7, 31) }, 5));
    }

    [Fact]
    public void A_record_that_changed_or_went_leaves_nothing_behind()
    {
        var view = new DenseView();
        view.Replace(new("r1"), [Vector("r1", 1, 0), Vector("r1", 0, 1)]);
        view.Replace(new("r1"), [Vector("r1", 0.6f, 0.8f)]);
        view.Replace(new("r2"), [Vector("r2", 1, 0)]);

        Assert.Equal(["r1#0.6,0.8", "r2#1,0"], Ids(view.FindNearest([0, 1], new() { Text = "x" }, 5)));
        view.Replace(new("r1"), []);
        Assert.Equal(["r2#1,0"], Ids(view.FindNearest([0, 1], new() { Text = "x" }, 5)));
    }

    [Fact]
    public void A_question_of_another_length_finds_nothing()
    {
        var view = new DenseView();
        view.Replace(new("r1"), [Vector("r1", 1, 0)]);

        Assert.Empty(view.FindNearest([1, 0, 0], new() { Text = "x" }, 5));
    }

    private static IEnumerable<string> Ids(IReadOnlyList<PassageVector> found) => found.Select(f => f.Id.Value);

    private static PassageVector Vector(string record, float x, float y) => new(new(record), new(FormattableString.Invariant($"{record}#{x},{y}")), Grade.Open, null, null, ByteVector.Of([x, y]));
}
