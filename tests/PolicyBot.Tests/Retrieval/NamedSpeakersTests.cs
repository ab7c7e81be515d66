using PolicyBot.Retrieval;

namespace PolicyBot.Tests.Retrieval;

public sealed class NamedSpeakersTests
{
    [Theory]
    [InlineData("What did Mary Major say?", "Mary Major AM", true)]
    [InlineData("According to Ms. Major, what is missing?", "Hon. Mary Major (Minister of Health)", true)]
    [InlineData("What did Mary ask for?", "Mary Major", false)]
    [InlineData("What did Dr. Doe say?", "Dr John Copperfield", false)]
    [InlineData("What did the Minister of Health say?", "Hon. Mary Major (Minister of Health)", false)]
    [InlineData("이몽룡 위원은 뭐라고 했나?", "○이몽룡 위원", true)]
    [InlineData("이몽룡이 요구한 것은?", "위원장 이몽룡", true)]
    [InlineData("위원장은 뭐라고 했나?", "위원장 이몽룡", false)]
    [InlineData("전력은 누가 걱정했나?", null, false)]
    public void A_speaker_is_named_by_the_family_name(string question, string? label, bool named) =>
        Assert.Equal([named], new NamedSpeakers(question).Speak([By(label)]));

    [Fact]
    public void The_name_that_fits_best_is_meant() =>
        Assert.Equal([true, false], new NamedSpeakers("What did David Copperfield think?").Speak([By("Dr David Copperfield"), By("Mark David AM")]));

    private static Passage By(string? speaker) => IndexFolder.Passage("a", 0, "전력이 부족하다") with { Speaker = speaker };
}
