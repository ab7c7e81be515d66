using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>Sentences that look like statements and are none, or are other ones than they look.</summary>
public sealed class EnglishTrapsTests
{
    [Theory]
    [InlineData("No company asked for an extension.")]
    [InlineData("Company A has no objection to the plan.")]
    [InlineData("Association B denied that it had asked for a ban.")]
    [InlineData("Last year's complaint about the portal has been resolved.")]
    [InlineData("A survey found that 62 percent of firms struggle to hire.")]
    [InlineData("Economists fear that prices may climb.")]
    [InlineData("Businesses fear that tariffs will rise.")]
    [InlineData("Participants nodded.")]
    [InlineData("The minister did not say when the rule would change.")]
    [InlineData("Mary Major asked whether the voucher would be renewed.")]
    [InlineData("Will it last? Nobody knows.")]
    [InlineData("10:00 Opening; 10:15 Requests from industry; 11:00 Response of the ministry")]
    [InlineData("Apologies were received from Company C.")]
    [InlineData("Ms. Weller: How many firms applied?\nMr. Pott: About forty.")]
    [InlineData("Date: 3 March 2026\nPresent: Jane Doe (Company A)")]
    public void Nothing_is_told(string text) => Assert.Empty(Told(text));

    [Theory]
    [InlineData("Company B welcomed the pilot but cautioned that funding ends in June.", "Concern Organisation Company B: funding ends in June")]
    [InlineData("The minister said he feared the country could fall behind.", "Position Person The minister: the country could fall behind")]
    [InlineData("The vice minister asked companies to hire more young people.", "Request Person The vice minister: hire more young people")]
    [InlineData("“How are we supposed to train without data?” asked Jane Doe.", "Concern Person Jane Doe: How are we supposed to train without data")]
    [InlineData("\"How can a small firm hire three lawyers?\" Jane Doe asked.", "Concern Person Jane Doe: How can a small firm hire three lawyers")]
    [InlineData("While drone firms wanted more airspace, Association B called for stricter limits.", "Request Participants drone firms: more airspace\nRequest Organisation Association B: stricter limits")]
    [InlineData("Company A asked for cheaper power, Association B for faster permits.", "Request Organisation Company A: cheaper power\nRequest Organisation Association B: faster permits")]
    [InlineData("Mary Major said flour duties are too high, and John Roe agreed.", "Concern Person Mary Major: flour duties are too high")]
    [InlineData("Attendees urged the state to cut fees, extend the pilot and publish the code.", "Request Participants Attendees: cut fees\nRequest Participants Attendees: extend the pilot\nRequest Participants Attendees: publish the code")]
    public void The_words_mean_this(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Company A said small suppliers \"cannot get insurance. \"Prices are too high,\" Company B said.")]
    [InlineData("Company A said small suppliers “cannot get insurance. “Prices are too high,” Company B said.")]
    public void A_forgotten_mark_keeps_nobody_from_speaking(string text)
    {
        var statements = Read(text);

        Assert.Equal(["Company A", "Company B"], statements.Select(s => s.Attribution.Names.Single()));
        Assert.EndsWith("cannot get insurance", statements[0].Span.Of(text), StringComparison.Ordinal);
        Assert.Equal("Prices are too high", statements[1].Span.Of(text));
        Assert.All(statements, s => Assert.DoesNotContain(". ", s.Span.Of(text), StringComparison.Ordinal));
    }
}
