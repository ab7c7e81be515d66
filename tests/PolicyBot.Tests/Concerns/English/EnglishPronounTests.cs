using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>What "she" behind an unknown name proves, and whom it means.</summary>
public sealed class EnglishPronounTests
{
    [Theory]
    [InlineData("Harrow Stone, which makes pumps, asked for fewer forms.")]
    [InlineData("Harrow Stone, a pump company, asked for fewer forms.")]
    [InlineData("The start-up Harrow Stone asked for fewer forms.")]
    [InlineData("The head of Harrow Stone was late. Harrow Stone asked for fewer forms.")]
    [InlineData("An engineer at Harrow Stone was late. Harrow Stone asked for fewer forms.")]
    [InlineData("Harrow Stone's managing director was late. Harrow Stone asked for fewer forms.")]
    [InlineData("Mary Stone was late. Harrow Stone, which makes pumps, asked for fewer forms.")]
    public void A_pronoun_makes_no_person_of_a_firm(string text)
    {
        var told = Told($"{text} She said fees are too high.");

        Assert.Contains("Request Organisation Harrow Stone: fewer forms", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Person Harrow Stone", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sela Orvane asked for fewer forms.")]
    [InlineData("Sela Orvane, who runs a bakery, asked for fewer forms.")]
    [InlineData("Sela Orvane, a bakery owner, asked for fewer forms.")]
    public void Without_a_sign_of_a_firm_it_makes_a_person(string text) =>
        Assert.Equal("Request Person Sela Orvane: fewer forms\nConcern Person Sela Orvane: fees are too high", Told($"{text} She said fees are too high."));

    [Theory]
    [InlineData("A spokeswoman for Company A asked for fewer forms.", "Organisation Company A")]
    [InlineData("Company A's spokeswoman asked for fewer forms.", "Organisation Company A")]
    [InlineData("A spokeswoman for Harrow Stone asked for fewer forms.", "Organisation Harrow Stone")]
    [InlineData("Harrow Stone's chief executive came late.", "Unattributed Harrow Stone's chief executive")]
    [InlineData("Company A's managing director came late.", "Unattributed Company A's managing director")]
    public void Her_words_do_not_go_to_the_speaker_before(string text, string speaker) =>
        Assert.EndsWith($"Concern {speaker}: fees are too high", Told($"Mary Major of Association B asked for lower rents. {text} She said fees are too high."), StringComparison.Ordinal);
}
