using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>Who said it, and never more exactly than the words tell.</summary>
public sealed class EnglishSpeakersTests
{
    [Theory]
    [InlineData("Hong Gil-dong, CEO of Company A, pointed out that inspections overlap.", "Concern Person Hong Gil-dong, CEO of Company A: inspections overlap")]
    [InlineData("The director of Association B, Mary Major, said members wait nine months for a test slot.", "Concern Person director of Association B, Mary Major: members wait nine months for a test slot")]
    [InlineData("According to a spokesperson for Company C, the grid queue stretches to 2031.", "Concern Organisation Company C: the grid queue stretches to 2031")]
    [InlineData("Company A and Association B jointly demanded a single portal.", "Request Organisation Company A+Association B: a single portal")]
    [InlineData("Those present urged the state to cut fees.", "Request Participants Those present: cut fees")]
    [InlineData("A consumer group feared that recordings could leak.", "Concern Unattributed A consumer group: recordings could leak")]
    [InlineData("Industry officials complained about red tape.", "Concern Participants Industry officials: red tape")]
    [InlineData("Example Bank Labs asked for open interfaces. Example Bank was absent.", "Request Organisation Example Bank Labs: open interfaces")]
    [InlineData("There were calls from the floor for longer opening hours.", "Request Unattributed : longer opening hours")]
    public void A_subject_is_named_at_its_level(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void A_surname_or_pronoun_finds_its_full_name() => Assert.Equal(
        """
        Concern Person Mary Major of Association B: vouchers run out by March
        Request Person Mary Major of Association B: a waiting list
        Concern Person Mary Major of Association B: banks refuse loans
        """.ReplaceLineEndings("\n"),
        Told("Mary Major of Association B said vouchers run out by March. She also wanted a waiting list. Major added that banks refuse loans."));

    [Fact]
    public void Two_people_of_one_surname_are_not_told_apart() =>
        Assert.Equal("Request Unattributed Weller: quicker refunds", Told("Two members named Weller sat on the panel. Weller asked for quicker refunds."));

    [Fact]
    public void A_professor_is_not_the_official_of_the_same_surname() =>
        Assert.Equal("Concern Person Professor Weller: classrooms are too small", Told("Deputy Director Weller and Professor Weller spoke. Professor Weller said classrooms are too small."));

    [Fact]
    public void A_label_may_tell_kind_and_speaker() =>
        Assert.Equal("Request Organisation Association B: extend the pilot by a year", Told("Request (Association B): extend the pilot by a year"));

    [Fact]
    public void Telling_somebody_to_act_is_asking() =>
        Assert.Equal("Request Organisation Company A: publish the criteria", Told("Company A told the ministry to publish the criteria."));

    [Theory]
    [InlineData("The ministry is to publish a guide by June.", "publish a guide by June (WillPursue)")]
    [InlineData("The ministry voted on Monday to abolish the fee.", "voted on Monday to abolish the fee (Decided)")]
    public void What_a_body_is_bound_to_is_its_commitment(string text, string told) =>
        Assert.Equal("Commitment Organisation The ministry: " + told, Told(text));

    [Fact]
    public void Hearing_from_people_is_an_event() => Assert.Empty(Read("The ministry will hear from bakers in Example City on 22 May."));

    [Fact]
    public void It_means_the_body_told_of_last() =>
        Assert.Equal("Request Organisation Association B: plain words", Told("Association B did not ask for a delay; it wants plain words."));

    [Fact]
    public void The_latter_is_the_second_of_two() =>
        Assert.Equal("Request Organisation Company B: a licence", Told("Company A sat with Company B; only the latter wanted a licence."));

    [Fact]
    public void A_passive_right_behind_a_group_s_asks_is_the_group_s() =>
        Assert.Equal(AttributionLevels("Participants", "Participants"), Levels("Participants pressed for a longer pilot. Concerns were raised about late payments."));

    [Fact]
    public void A_passive_alone_is_nobody_s() => Assert.Equal(AttributionLevels("Unattributed"), Levels("Concerns were raised about late payments."));

    private static string AttributionLevels(params string[] levels) => string.Join(' ', levels);

    private static string Levels(string text) => string.Join(' ', Read(text).Select(s => s.Attribution.Level));
}
