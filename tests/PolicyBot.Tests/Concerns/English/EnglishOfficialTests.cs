using PolicyBot.Concerns;
using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>Who is of the state by title answers; what is answered keeps its own step.</summary>
public sealed class EnglishOfficialTests
{
    private const string Asked = "Acme Homes asked that the levy be scrapped. ";

    [Theory]
    [InlineData("Housing Minister Jane Roe met builders.", "Roe said the levy would stay.", "Reply Person Jane Roe: the levy would stay (Explained)")]
    [InlineData("Digital Affairs Minister Jane Roe met builders.", "Roe replied that the levy would not be changed this season.", "Reply Person Jane Roe: the levy would not be changed this season (Declined)")]
    [InlineData("Fisheries Minister Jane Roe met builders.", "Minister Roe said the levy would be halved.", "Commitment Person Jane Roe: the levy would be halved (WillPursue)")]
    public void A_minister_of_anything_answers(string opening, string answer, string told) =>
        Assert.Equal("Request Organisation Acme Homes: the levy be scrapped\n" + told, Told($"{opening} {Asked}{answer}"));

    [Fact]
    public void A_refusal_and_what_stands_behind_but_are_two_answers()
    {
        const string text = "Housing Minister Jane Roe met tenants. Tenants Union demanded a rent freeze. Roe ruled out a freeze but said the government would consider a cap.";
        var told = Read(text);

        Assert.Equal([ReplyStrength.Declined, ReplyStrength.WillReview], told.Skip(1).Select(s => s.Strength));
        Assert.Equal([told[0].Id], told[1].RepliesTo);
    }

    [Fact]
    public void What_is_said_with_the_refusal_stays_a_refusal() =>
        Assert.DoesNotContain(Read("Housing Minister Jane Roe met tenants. Tenants Union demanded a rent freeze. Roe rejected the demand, saying it would raise costs."), s => s.Kind == StatementKind.Commitment);

    [Fact]
    public void The_rule_is_the_one_that_was_asked_for()
    {
        var told = Read("Trade Minister Jane Roe met suppliers. Voltek Association requested a 30-day payment rule. Acme Guild complained that forms are too long. Roe said the rule would be adopted from 1 January.");

        Assert.Equal([told[0].Id], told[2].RepliesTo);
    }

    [Theory]
    [InlineData("Carl Roe of Acme Homes said he was \"not against\" digital permits.")]
    [InlineData("Acme Homes said it was not opposed to the levy.")]
    public void Who_is_not_against_it_complains_of_nothing(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Two days later, at a session in Derry, the Builders Federation told officials that training places had dried up.")]
    [InlineData("In Derry, the Builders Federation told reporters that training places had dried up.")]
    public void Where_and_when_are_not_what_was_said(string text) => Assert.DoesNotContain("Derry", Told(text), StringComparison.Ordinal);

    [Fact]
    public void Another_of_that_name_is_another() =>
        Assert.DoesNotContain("Idris Vale", Told("Quietpump founder Idris Vale said noise rules differed. Ms Vale, no relation, of the Tenants' Forum, said renters were left out.").Split('\n')[^1], StringComparison.Ordinal);

    [Fact]
    public void What_one_does_not_need_is_no_complaint() =>
        Assert.Empty(Read("Acme Homes said it did not need the same for its staff."));

    [Fact]
    public void A_promise_stays_one_when_somebody_said_that_it_would_come() =>
        Assert.Contains(Read("Ann Poe (Builders Union): We need a lower levy.\nDeputy Minister Doe: The levy is to be cut by half, as the union said it would."), s => s.Kind == StatementKind.Commitment);

    [Theory]
    [InlineData("protection against flooding")]
    [InlineData("electronic permits as opposed to paper ones")]
    public void Against_in_an_ask_for_something_makes_it_no_opposition(string ask)
    {
        var told = Read($"Acme Farms asked for {ask}. Acme Farms asked for a lower tariff. In response, Housing Minister Jane Roe said the ministry could not accept the demands.");

        Assert.Equal([told[0].Id, told[1].Id], told[^1].RepliesTo);
    }

    [Theory]
    [InlineData("Mayor Jane Roe (Hill Council)")]
    [InlineData("Councillor Jane Roe (Hill Council)")]
    public void A_town_complains_and_asks_as_others_do(string label)
    {
        const string minister = "Deputy Minister Doe";
        var told = Read($"Ann Poe (Nurses Union): We need minimum staffing ratios.\n{minister}: We are preparing a bill on ratios.\n{label}: The union's ratios would close our hospital. We need allowances for doctors.\n{minister}: We will consider allowances.");

        Assert.DoesNotContain(told, s => s.Kind == StatementKind.Commitment);
        Assert.Contains(told, s => s.Kind == StatementKind.Request && s.Attribution.Names.Contains(label));
    }
}
