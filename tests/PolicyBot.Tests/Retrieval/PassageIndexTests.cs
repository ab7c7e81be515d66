using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class PassageIndexTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_index_is_empty_and_stands_at_no_change()
    {
        using var index = PassageIndex.Open(_folder.Path);

        Assert.Null(index.Sequence);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Find("전력"));
    }

    [Fact]
    public void A_passage_comes_back_as_it_went_in()
    {
        var passage = IndexFolder.Passage("r1", 2, "홍길동 대표는 “전력 공급이 부족하다”고 말했다.") with
        {
            Title = "데이터센터 간담회",
            Speaker = "홍길동 A사 대표",
            Organisations = ["A사"],
            People = ["홍길동"],
            Topics = ["power"],
            MeetingId = new("m1"),
            Date = new(2025, 7, 24),
            Grade = Grade.Open,
        };
        using var index = _folder.With(passage);

        var found = Assert.Single(index.Find("전력 공급")).Passage;

        Assert.Equal(passage with { Organisations = found.Organisations, People = found.People, Topics = found.Topics }, found);
        Assert.Equal(passage.Organisations, found.Organisations);
        Assert.Equal(passage.People, found.People);
        Assert.Equal(passage.Topics, found.Topics);
    }

    [Fact]
    public void A_passage_too_long_for_a_column_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i => $"전력 {i} "));
        using var index = _folder.With(IndexFolder.Passage("long", 0, text), IndexFolder.Passage("short", 0, "전력 요금"));

        Assert.Equal(text, Assert.Single(index.Find("8999")).Passage.Text);
        Assert.Equal("전력 요금", index.Find("전력 요금")[0].Passage.Text);
    }

    [Fact]
    public void Replacing_a_record_takes_its_old_passages_out()
    {
        using var index = _folder.With(IndexFolder.Passage("r1", 0, "전력 공급"), IndexFolder.Passage("r2", 0, "전력 요금"));

        index.Replace(new("r1"), [IndexFolder.Passage("r1", 1, "전력 계통")]);
        index.Commit(2);

        Assert.Equal(["r1#1", "r2#0"], index.Find("전력").Ids().Order());
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void Removing_a_record_leaves_the_others()
    {
        using var index = _folder.With(IndexFolder.Passage("r1", 0, "전력 공급"), IndexFolder.Passage("r2", 0, "전력 요금"));

        index.Remove(new("r1"));
        index.Commit(2);

        Assert.Equal(["r2#0"], index.Find("전력").Ids());
    }

    [Fact]
    public void What_was_not_committed_is_neither_found_nor_kept()
    {
        using (var index = _folder.With(IndexFolder.Passage("r1", 0, "전력 공급")))
        {
            index.Replace(new("r2"), [IndexFolder.Passage("r2", 0, "전력 요금")]);
            Assert.Equal(["r1#0"], index.Find("전력").Ids());
        }

        using var again = PassageIndex.Open(_folder.Path);
        Assert.Equal(1, again.Count);
        Assert.Equal(1, again.Sequence);
    }

    [Fact]
    public void The_sequence_of_the_last_commit_survives_closing()
    {
        using (var index = _folder.With(IndexFolder.Passage("r1", 0, "전력"))) index.Commit(42);

        using var again = PassageIndex.Open(_folder.Path);

        Assert.Equal(42, again.Sequence);
        Assert.Equal(["r1#0"], again.Find("전력").Ids());
    }

    [Fact]
    public void A_second_writer_is_told_what_to_do()
    {
        using var index = _folder.With(IndexFolder.Passage("r1", 0, "전력"));

        var refusal = Assert.Throws<PassageIndexException>(() => PassageIndex.Open(_folder.Path));

        Assert.Contains(_folder.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_each_commit()
    {
        using var writer = _folder.With(IndexFolder.Passage("r1", 0, "전력"));
        using var reader = PassageIndex.OpenReadOnly(_folder.Path);
        Assert.NotNull(reader);
        Assert.Equal(["r1#0"], reader.Find("전력").Ids());

        writer.Replace(new("r2"), [IndexFolder.Passage("r2", 0, "전력")]);
        writer.Commit(2);

        Assert.Equal(["r1#0", "r2#0"], reader.Find("전력").Ids().Order());
        Assert.Equal(2, reader.Sequence);
    }

    [Fact]
    public void Reading_an_index_that_is_not_there_gives_none()
    {
        Assert.Null(PassageIndex.OpenReadOnly(_folder.Path));
        Assert.Null(PassageIndex.OpenReadOnly(Path.Combine(_folder.Path, "missing")));
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.cfs")]
    public void A_damaged_index_starts_again_empty(string pattern)
    {
        using (_folder.With([.. Enumerable.Range(0, 50).Select(i => IndexFolder.Passage("r" + i, 0, "전력 공급 부족 " + i))])) { }
        Assert.All(Directory.GetFiles(_folder.Path, pattern), Damage);

        using var index = PassageIndex.Open(_folder.Path);

        Assert.Null(index.Sequence);
        Assert.Equal(0, index.Count);
        index.Replace(new("r1"), [IndexFolder.Passage("r1", 0, "전력")]);
        index.Commit(7);
        Assert.Equal(7, index.Sequence);
        Assert.Single(index.Find("전력"));
    }

    [Fact]
    public void Only_the_files_of_an_index_are_deleted()
    {
        var other = Path.Combine(_folder.Path, "메모.txt");
        File.WriteAllText(other, "남겨 둘 것");
        using (_folder.With(IndexFolder.Passage("r1", 0, "전력"))) { }
        foreach (var file in Directory.GetFiles(_folder.Path, "segments_*")) Damage(file);

        using var index = PassageIndex.Open(_folder.Path);

        Assert.Null(index.Sequence);
        Assert.True(File.Exists(other));
    }

    private static void Damage(string file)
    {
        var bytes = File.ReadAllBytes(file);
        for (var i = bytes.Length / 3; i < bytes.Length; i++) bytes[i] ^= 0x5A;
        File.WriteAllBytes(file, bytes);
    }
}
