using PolicyBot.Concerns;
using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

public sealed class EnglishStrengthTests
{
    [Theory]
    [InlineData("The vice minister acknowledged the burden.", ReplyStrength.Heard)]
    [InlineData("“We hear you,” the official said.", ReplyStrength.Heard)]
    [InlineData("The ministry said it would seriously consider waiving the fee.", ReplyStrength.WillReview)]
    [InlineData("The ministry agreed to review the ban.", ReplyStrength.WillReview)]
    [InlineData("The ministry plans to examine the levy by the end of May.", ReplyStrength.WillReview)]
    [InlineData("The minister said the ministry would do its best.", ReplyStrength.WillReview)]
    [InlineData("The minister did not rule out a waiver.", ReplyStrength.WillReview)]
    [InlineData("The commission will set up a working group to study the fee.", ReplyStrength.WillReview)]
    [InlineData("The ministry is drawing up a standard form.", ReplyStrength.Preparing)]
    [InlineData("The ministry will publish a handbook.", ReplyStrength.WillPursue)]
    [InlineData("Minister Pickwick said a bill would be submitted soon.", ReplyStrength.WillPursue)]
    [InlineData("The commission has approved the fund.", ReplyStrength.Decided)]
    [InlineData("The rule applies from 1 September, the agency confirmed.", ReplyStrength.Decided)]
    [InlineData("The ministry official explained that the subsidy is already open to small firms.", ReplyStrength.Explained)]
    [InlineData("The ministry has not decided on a date.", ReplyStrength.Explained)]
    [InlineData("The ministry said it had no plans to extend the grant.", ReplyStrength.Declined)]
    [InlineData("The minister said the ministry could not accept the demand.", ReplyStrength.Declined)]
    public void The_main_verb_gives_the_step(string text, ReplyStrength step) => Assert.Equal(step, Assert.Single(Read(text)).Strength);

    [Fact]
    public void A_refusal_keeps_the_ask_apart_from_the_reason() => Assert.Equal(
        "Request Unattributed : a full waiver\nReply Organisation The ministry: it would be unfair (Declined)",
        Told("The ministry rejected the call for a full waiver, saying it would be unfair."));

    [Theory]
    [InlineData("by year-end", "2025-12-31")]
    [InlineData("by the end of the year", "2025-12-31")]
    [InlineData("in Q3", "2025-09-30")]
    [InlineData("in the second half", "2025-12-31")]
    [InlineData("within two weeks", "2025-08-08")]
    [InlineData("by 28 February", "2026-02-28")]
    [InlineData("within one to two years", "2027-07-25")]
    [InlineData("in the first half of next year", "2026-06-30")]
    [InlineData("next month", "2025-08-31")]
    [InlineData("by the end of September", "2025-09-30")]
    public void A_deadline_is_the_last_day_of_its_period(string words, string by)
    {
        var due = Assert.Single(Read($"The ministry will publish the list {words}.")).Due;

        Assert.Equal(new Due(words, DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture)), due);
    }

    [Theory]
    [InlineData("in due course")]
    [InlineData("shortly")]
    [InlineData("soon")]
    public void Vague_words_are_no_deadline(string words) => Assert.Null(Assert.Single(Read($"The ministry will publish the list {words}.")).Due);
}
