using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

public sealed class EnglishStatementsTests
{
    [Theory]
    [InlineData("“Our trainees leave before their contract is over,” said Richard Miles.", "Concern Person Richard Miles: Our trainees leave before their contract is over")]
    [InlineData("Company A warned that transformers arrive two years late.", "Concern Organisation Company A: transformers arrive two years late")]
    [InlineData("Participants called for a longer pilot.", "Request Participants Participants: a longer pilot")]
    [InlineData("Concerns were raised that inspections overlap.", "Concern Unattributed : inspections overlap")]
    [InlineData("The ministry will publish a handbook by the end of September.", "Commitment Organisation The ministry: publish a handbook by the end of September (WillPursue)")]
    public void A_plain_sentence_gives_its_statement(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The session was attended by Mary Major (Association B) and officials of the ministry.")]
    [InlineData("The panel discussed taxation and talent.")]
    [InlineData("Nobody mentioned the fee.")]
    [InlineData("Company A is expected to ask for a delay next week.")]
    [InlineData("Deputy Minister Pickwick speaks at the forum. [Photo: Ministry]")]
    public void What_is_no_speech_gives_none(string text) => Assert.Empty(Told(text));
}
