using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>Several who speak together, each with a post, and names beside a speaker that do not speak.</summary>
public sealed class EnglishJointTests
{
    [Theory]
    [InlineData("Jane Roe, CEO of Company A, and John Doe, CTO of Company B,", "Jane Roe, CEO of Company A+John Doe, CTO of Company B")]
    [InlineData("Jane Roe, CEO of Quillmark, and John Doe, CTO of Halvorsen Labs,", "Jane Roe+John Doe, CTO of Halvorsen Labs")]
    [InlineData("Both Jane Roe, CEO of Company A, and John Doe, head of Association B,", "Jane Roe, CEO of Company A+John Doe, head of Association B")]
    [InlineData("Jane Roe, head of policy at Company A, and Kim Min-su, director of Association B, jointly", "Jane Roe, head of policy at Company A+Kim Min-su, director of Association B")]
    [InlineData("Jane Roe of Company A and John Doe of Company B", "Jane Roe of Company A+John Doe of Company B")]
    [InlineData("Jane Roe of Company A and John Doe", "Jane Roe of Company A+John Doe")]
    [InlineData("Jane Roe (Company A) and John Doe (Company B)", "Jane Roe (Company A)+John Doe (Company B)")]
    [InlineData("Company A CEO Jane Roe and Company B CTO John Doe", "Company A CEO Jane Roe+Company B CTO John Doe")]
    [InlineData("The CEO of Company A, Jane Roe, and the CTO of Company B, John Doe,", "CEO of Company A, Jane Roe+CTO of Company B, John Doe")]
    [InlineData("Jane Roe, the CEO of Company A, along with John Doe, the CTO of Company B,", "Jane Roe, the CEO of Company A+John Doe, the CTO of Company B")]
    [InlineData("Jane Roe, CEO of Company A, as well as John Doe, CTO of Company B,", "Jane Roe, CEO of Company A+John Doe, CTO of Company B")]
    [InlineData("Jane Roe, CEO of Company A, and John Doe, a farmer,", "Jane Roe, CEO of Company A+John Doe")]
    [InlineData("Jane Roe, CEO of Company A, John Doe, CTO of Company B, and Mary Major, head of Association C,", "Jane Roe, CEO of Company A+John Doe, CTO of Company B+Mary Major, head of Association C")]
    public void Each_of_several_keeps_the_post(string subject, string names) =>
        Assert.Equal($"Request Person {names}: lower fees", Told($"{subject} asked for lower fees."));

    [Theory]
    [InlineData("“Permits take too long,” said Jane Roe, CEO of Company A, and John Doe, CTO of Company B.")]
    [InlineData("“Permits take too long,” Jane Roe, CEO of Company A, and John Doe, CTO of Company B, said.")]
    [InlineData("According to Jane Roe, CEO of Company A, and John Doe, CTO of Company B, permits take too long.")]
    public void Wherever_the_two_stand_both_said_it(string text) =>
        Assert.Equal("Concern Person Jane Roe, CEO of Company A+John Doe, CTO of Company B: permits take too long", Told(text).Replace("Permits", "permits", StringComparison.Ordinal));

    [Theory]
    [InlineData("Jane Roe, CEO of Company A and chair of Association B,", "Person Jane Roe, CEO of Company A and chair of Association B")]
    [InlineData("Jane Roe, CEO of Company A, and two others", "Person Jane Roe, CEO of Company A")]
    [InlineData("Jane Roe, CEO of Company A, and former head of Association B,", "Person Jane Roe, CEO of Company A")]
    [InlineData("Jane Roe, CEO of Company A, met John Doe, CTO of Company B, and", "Person Jane Roe, CEO of Company A")]
    [InlineData("Unlike Jane Roe, CEO of Company A, John Doe, CTO of Company B,", "Person John Doe, CTO of Company B")]
    [InlineData("After meeting Jane Roe, CEO of Company A, John Doe of Company B", "Person John Doe of Company B")]
    [InlineData("Advisers to Jane Roe, CEO of Company A, and John Doe, CTO of Company B,", "Participants Advisers to Jane Roe")]
    [InlineData("Jane Roe, CEO of Company A, and Company B", "Organisation Jane Roe, CEO of Company A+Company B")]
    public void Who_only_stands_beside_does_not_speak(string subject, string speaker) =>
        Assert.Equal($"Request {speaker}: lower fees", Told($"{subject} asked for lower fees."));

    [Theory]
    [InlineData("A letter to Jane Roe, CEO of Company A, and John Doe, CTO of Company B,")]
    [InlineData("Speaking after Jane Roe, CEO of Company A, and John Doe, CTO of Company B, Mary Major of Association C")]
    public void Where_the_speaker_cannot_be_told_nothing_is(string subject) => Assert.Empty(Told($"{subject} asked for lower fees."));

    [Theory]
    [InlineData("Jane Roe, CEO of Company A, and John Doe, CTO of Company B, asked for fewer forms. She")]
    [InlineData("Jane Roe, CEO of Company A, and John Doe, CTO of Company B, attended the meeting. He")]
    [InlineData("Jane Roe and John Doe asked for fewer forms. She")]
    [InlineData("Company A and Company B asked for fewer forms. It")]
    public void One_of_two_is_not_told_by_a_pronoun(string text) =>
        Assert.EndsWith("Request Unattributed : lower fees", Told($"{text} asked for lower fees."), StringComparison.Ordinal);

    [Fact]
    public void They_are_the_two() =>
        Assert.EndsWith("Request Organisation Company A+Company B: lower fees", Told("Company A and Company B asked for fewer forms. They asked for lower fees."), StringComparison.Ordinal);
}
