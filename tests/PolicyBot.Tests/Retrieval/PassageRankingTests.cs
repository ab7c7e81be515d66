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

    // Both hold every term of the question, in texts of one length; the scattered one is first in the index.
    [Theory]
    [InlineData("주민 피해", "피해 주민 도로", "도로 주민 피해")]
    [InlineData("계통영향", "영향 계통 도로", "도로 계통 영향")]
    [InlineData("3기 신도시", "2기 신도시 3호", "3기 신도시 2호")]
    [InlineData("옷자락은 도로", "도로 주민 옷자락은", "주민 옷자락은 도로")]
    public void Words_that_meet_as_in_the_question_come_before_the_same_words_that_do_not(string question, string scattered, string meeting)
    {
        using var index = _folder.With(IndexFolder.Passage("scattered", 0, scattered), IndexFolder.Passage("meeting", 0, meeting));

        Assert.Equal(["meeting#0", "scattered#0"], index.Find(question).Ids());
    }

    [Fact]
    public void A_passage_that_begins_with_what_is_asked_comes_before_one_that_ends_with_it()
    {
        const string other = "지역 주민과 학계와 언론이 여러 날에 걸쳐 나눈 이야기를 차례로 옮기고 끝에는 남은 과제를 적어 둔 긴 기록이며 그 밖의 것은 빠져 있다";
        using var index = _folder.With(
            IndexFolder.Passage("ends", 0, $"{other} 전력 요금"),
            IndexFolder.Passage("begins", 0, $"전력 요금 {other}"));

        Assert.Equal(["begins#0", "ends#0"], index.Find("전력 요금").Ids());
    }

    [Fact]
    public void What_is_asked_standing_together_comes_before_the_same_words_far_apart()
    {
        const string between = "지역 주민과 학계와 언론이 여러 날에 걸쳐 나눈 이야기를 차례로 옮기고 끝에는 남은 과제를 적어 둔 긴 기록이며 그 밖의 것은 모두 빠져 있으니 따로 찾아보아야 하고 서로 견주어 읽어야 한다";
        using var index = _folder.With(
            IndexFolder.Passage("apart", 0, $"전력 {between} 요금 {between}"),
            IndexFolder.Passage("together", 0, $"{between} {between} 요금 및 전력"));

        Assert.Equal(["together#0", "apart#0"], index.Find("전력 요금").Ids());
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
    public void The_answer_of_whom_the_question_names_comes_before_the_question_put_to_him()
    {
        using var index = _folder.With(
            IndexFolder.Passage("m", 0, "Will the tariff on power be lowered for firms?") with { Speaker = "Mary Major AM" },
            IndexFolder.Passage("m", 1, "The tariff on power falls in spring") with { Speaker = "Dr John Copperfield AM" },
            IndexFolder.Passage("m", 2, "We turn to the roads") with { Speaker = "Dr John Copperfield AM" },
            IndexFolder.Passage("m", 3, "The roads are bad") with { Speaker = "Dr John Copperfield AM" });

        Assert.Equal("m#1", index.Find("What did Copperfield say about the tariff on power for firms?").Ids()[0]);
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
