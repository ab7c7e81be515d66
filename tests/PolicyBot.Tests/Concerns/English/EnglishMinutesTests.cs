using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

public sealed class EnglishMinutesTests
{
    [Fact]
    public void Numbered_minutes_name_speaker_and_owner() => Assert.Equal(
        "Concern Organisation Company A: uploads fail every evening\nCommitment Organisation the secretariat: enlarge the server by 8 August (WillPursue)",
        Told("4.1 Company A noted that uploads fail every evening.\n4.2 ACTION: the secretariat to enlarge the server by 8 August."));

    [Fact]
    public void A_turn_belongs_to_its_label_and_its_answer_to_the_asks_before()
    {
        var told = Read("The Chair: Order, please.\nMs. Eyre (North Moor): Thank you. Parents cannot find a nursery. Will the minister fund more nurseries?\nHon. Mr. Sawyer (Minister): I will look into it.");

        Assert.Equal(["Ms. Eyre (North Moor)", "Ms. Eyre (North Moor)", "Hon. Mr. Sawyer (Minister)"], told.Select(s => s.Attribution.Names[0]));
        Assert.Equal([told[0].Id, told[1].Id], told[2].RepliesTo);
    }

    [Theory]
    [InlineData("Chair (Ms. Okafor, Department for Digital)")]
    [InlineData("Deputy Minister Hale (Chair)")]
    public void Who_presides_for_the_state_answers(string label) => Assert.Equal(
        $"Request Person Mr. Roe (Acme Telecom): a cap on wayleave fees\nReply Person {label}: We will consult on a cap by October (WillReview)",
        Told($"{label}: Welcome. We will hear from the operators first.\nMr. Roe (Acme Telecom): We need a cap on wayleave fees.\n{label}: We will consult on a cap by October. We will move to item two. We will circulate the minutes."));

    [Theory]
    [InlineData("Chair")]
    [InlineData("Chair (Ms. Doe, Acme Grid)")]
    [InlineData("The Moderator")]
    public void Who_presides_for_nobody_known_only_leads_the_talk(string label) => Assert.Equal(
        "Request Person Mr. Roe (Acme Telecom): a cap on wayleave fees",
        Told($"Mr. Roe (Acme Telecom): We need a cap on wayleave fees.\n{label}: We will review the fees."));

    [Fact]
    public void Numbered_speakers_stay_unknown() => Assert.Equal(
        "Concern Unattributed Speaker 1: The sample files are unusable\nReply Unattributed Speaker 2: we are fixing the tool (Preparing)",
        Told("[00:03:15] Speaker 1: The sample files are unusable.\n[00:03:40] Speaker 2: Right, we are fixing the tool."));

    [Fact]
    public void A_broken_sentence_promises_nothing() => Assert.Empty(Told("Hon. Mr. Sawyer (Minister): We will publish the—."));

    [Fact]
    public void Brackets_and_short_labels_name_speakers() => Assert.Equal(
        "Request Organisation Association B: extend the pilot\nReply Organisation ministry: will check with customs (WillReview)",
        Told("Asks: (Association B) extend the pilot; ministry: will check with customs"));

    [Fact]
    public void A_long_transcript_is_read()
    {
        var text = string.Join('\n', Enumerable.Repeat("Ms. Eyre: Our members cannot wait for \"it (now\" and are stuck; they pay.", 2000));

        Assert.NotEmpty(Read(text));
    }
}
