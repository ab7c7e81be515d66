using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class PassageRankingTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_compound_is_found_with_and_without_its_space()
    {
        using var index = _folder.With(
            IndexFolder.Passage("joined", 0, "데이터센터 건립이 늦어진다"),
            IndexFolder.Passage("spaced", 0, "데이터 센터 건립이 늦어진다"),
            IndexFolder.Passage("other", 0, "세제 지원이 필요하다"));

        Assert.Equal(["joined#0", "spaced#0"], index.Find("데이터센터").Ids().Order());
        Assert.Equal(["joined#0", "spaced#0"], index.Find("데이터 센터는?").Ids().Order());
    }

    [Fact]
    public void The_words_in_their_order_come_before_the_same_words_scattered()
    {
        using var index = _folder.With(
            IndexFolder.Passage("scattered", 0, "평가 기간과 계통 연결의 영향"),
            IndexFolder.Passage("inOrder", 0, "계통 영향 평가와 연결 기간의"));

        Assert.Equal("inOrder#0", index.Find("계통영향평가").Ids()[0]);
    }

    [Fact]
    public void Who_is_named_as_speaker_comes_before_who_is_spoken_of()
    {
        using var index = _folder.With(
            IndexFolder.Passage("of", 0, "Copperfield was asked about the tariff"),
            IndexFolder.Passage("by", 0, "The tariff is too high") with { Speaker = "Hon. Mr. Copperfield (Minister)" });

        Assert.Equal("by#0", index.Find("What did Copperfield say about the tariff?").Ids()[0]);
    }

    [Fact]
    public void A_passage_beside_a_good_one_of_its_record_comes_before_the_same_words_elsewhere()
    {
        using var index = _folder.With(
            IndexFolder.Passage("a", 0, "요금 이야기도 나왔다"),
            IndexFolder.Passage("b", 0, "요금 이야기도 나왔다"),
            IndexFolder.Passage("b", 1, "전력 요금 인상을 걱정했다"));

        Assert.Equal(["b#1", "b#0", "a#0"], index.Find("전력 요금 인상").Ids());
    }

    [Fact]
    public void English_words_meet_in_their_stems()
    {
        using var index = _folder.With(IndexFolder.Passage("a", 0, "Permits are delayed"), IndexFolder.Passage("b", 0, "Taxes were cut"));

        Assert.Equal(["a#0"], index.Find("a delay of the permit").Ids());
    }
}
