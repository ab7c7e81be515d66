using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class QuestionTermsTests
{
    [Fact]
    public void What_asks_is_left_out_unless_nothing_else_is_there()
    {
        Assert.Equal(["전력"], Texts("전력 누가"));
        Assert.Contains("누가", Texts("누가?"));
        Assert.Equal(["tariff"], Texts("What was the tariff?"));
    }

    [Fact]
    public void A_particle_behind_a_latin_name_is_cut_off() => Assert.Equal(["gpu"], Texts("GPU를"));

    [Fact]
    public void A_pair_across_a_particle_counts_less_than_one_inside_the_noun()
    {
        var weights = QuestionTerms.Of("전력망은 부족").ToDictionary(t => t.Text, t => t.Weight);

        Assert.True(weights["력망"] > weights["망은"]);
    }

    [Fact]
    public void A_noun_of_one_syllable_is_tried_with_the_particles_that_fit_it()
    {
        var terms = Texts("뼈가");

        Assert.Contains("뼈를", terms);
        Assert.DoesNotContain("뼈을", terms);
    }

    [Fact]
    public void Nothing_but_marks_asks_for_nothing() => Assert.Empty(QuestionTerms.Of(" ?! …"));

    [Fact]
    public void A_pasted_page_is_no_longer_than_a_long_question() =>
        Assert.InRange(QuestionTerms.Of(string.Join(' ', Enumerable.Range(0, 100_000))).Count, 1, 150);

    private static string[] Texts(string question) => [.. QuestionTerms.Of(question).Select(t => t.Text)];
}
