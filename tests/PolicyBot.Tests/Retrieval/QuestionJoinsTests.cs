using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class QuestionJoinsTests
{
    [Fact]
    public void Neighbouring_words_make_a_pair_where_they_meet() =>
        Assert.Equal(["시개", "발반"], Texts("신도시 개발 반대"));

    [Fact]
    public void A_number_meets_its_unit() => Assert.Equal(["3기"], Texts("3기"));

    [Theory]
    [InlineData("전력망은 부족", "전력망 부족")]
    [InlineData("GPU를 지원", "3기 지원")]
    public void Behind_a_particle_a_pair_counts_less(string behind, string noun) =>
        Assert.True(QuestionJoins.Of(behind).Last().Weight < QuestionJoins.Of(noun).Last().Weight);

    [Fact]
    public void What_asks_meets_nothing() => Assert.Empty(Texts("전력 누가"));

    [Fact]
    public void Latin_words_stand_for_themselves() => Assert.Empty(Texts("power supply for GPU"));

    private static string[] Texts(string question) => [.. QuestionJoins.Of(question).Select(j => j.Text)];
}
