using PolicyBot.Concerns.English;
using static PolicyBot.Tests.Concerns.English.EnglishReading;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>A person keeps the body that the words tie to the name; a tie in doubt is none.</summary>
public sealed class EnglishAffiliationTests
{
    [Theory]
    [InlineData("Jane Doe, chief executive of Acme Grid, said the queue was too long.", "Jane Doe, chief executive of Acme Grid")]
    [InlineData("The chief executive of Acme Grid, Jane Doe, said the queue was too long.", "chief executive of Acme Grid, Jane Doe")]
    [InlineData("Acme Grid CEO Jane Doe said the queue was too long.", "Acme Grid CEO Jane Doe")]
    [InlineData("Acme Grid Chief Executive Jane Doe said the queue was too long.", "Acme Grid Chief Executive Jane Doe")]
    [InlineData("Voltek chief executive Jane Doe said the queue was too long.", "Voltek chief executive Jane Doe")]
    [InlineData("At a roundtable in Pohang, Voltek president Jane Doe said the queue was too long.", "Voltek president Jane Doe")]
    [InlineData("Acme Grid's managing director, Jane Doe, said the queue was too long.", "Acme Grid's managing director, Jane Doe")]
    [InlineData("Jane Doe, Acme Grid's founder, said the queue was too long.", "Jane Doe, Acme Grid's founder")]
    [InlineData("Jane Doe, who runs Acme Grid, said the queue was too long.", "Jane Doe, who runs Acme Grid")]
    [InlineData("Jane Doe (chair, Acme Grid) said the queue was too long.", "Jane Doe (chair, Acme Grid)")]
    [InlineData("“The queue is too long,” said Jane Doe, vice president for grid policy at Acme Grid.", "Jane Doe, vice president for grid policy at Acme Grid")]
    [InlineData("“The queue is too long,” said Acme Grid chair Jane Doe.", "Acme Grid chair Jane Doe")]
    [InlineData("According to Jane Doe, head of policy at Acme Grid, the queue is too long.", "Jane Doe, head of policy at Acme Grid")]
    [InlineData("Jane Doe, CEO of the Busan-based start-up Acme Grid, said the queue was too long.", "Jane Doe, CEO of the Busan-based start-up Acme Grid")]
    [InlineData("Jane Doe, head of Acme Grid and chair of Association B, said the queue was too long.", "Jane Doe, head of Acme Grid and chair of Association B")]
    [InlineData("Acme Grid critic and Beta Power president Jane Doe said the queue was too long.", "Beta Power president Jane Doe")]
    [InlineData("“The queue is too long,” said Jane Doe, who heads Acme On.", "Jane Doe, who heads Acme On")]
    [InlineData("“The queue is too long,” said Jane Doe of Acme Up on Monday.", "Jane Doe of Acme Up")]
    [InlineData("Jane Doe, head of Acme Grid, spoke first. Doe said the queue was too long.", "Jane Doe, head of Acme Grid")]
    public void Whom_a_person_speaks_for_is_kept(string text, string name) => Assert.Equal([name], Assert.Single(Read(text)).Attribution.Names);

    [Theory]
    [InlineData("Jane Doe, a critic of Acme Grid, said the queue was too long.")]
    [InlineData("Jane Doe, a shareholder of Acme Grid, said the queue was too long.")]
    [InlineData("Jane Doe, former head of Acme Grid, said the queue was too long.")]
    [InlineData("Jane Doe, head of Acme Grid until 2020, said the queue was too long.")]
    [InlineData("Jane Doe, who left Acme Grid, said the queue was too long.")]
    [InlineData("Former Acme Grid chief executive Jane Doe said the queue was too long.")]
    [InlineData("Outgoing chief executive Jane Doe said the queue was too long.")]
    [InlineData("Korean chief executive Jane Doe said the queue was too long.")]
    [InlineData("Voltek customer Jane Doe said the queue was too long.")]
    [InlineData("Acme Grid customer Jane Doe said the queue was too long.")]
    [InlineData("Acme Grid union leader Jane Doe said the queue was too long.")]
    [InlineData("Jane Doe, president of the Acme Grid user group, said the queue was too long.")]
    [InlineData("Jane Doe, chief executive of Acme Grid's biggest rival, said the queue was too long.")]
    [InlineData("Jane Doe, director of litigation against Acme Grid, said the queue was too long.")]
    [InlineData("Jane Doe, representative of workers at Acme Grid, said the queue was too long.")]
    [InlineData("Unlike the head of Acme Grid, Jane Doe said the queue was too long.")]
    [InlineData("Unlike Acme Grid's president, Jane Doe said the queue was too long.")]
    [InlineData("Jane Doe, head of Acme Grid. Jane Doe, head of Beta Power, said the queue was too long.")]
    [InlineData("Acme Grid hired Jane Doe from Beta Power. Doe said the queue was too long.")]
    [InlineData("Jane Doe, president of Korea, said the queue was too long.")]
    [InlineData("Jane Doe, chair of a group opposed to Acme Grid, said the queue was too long.")]
    [InlineData("Jane Doe, a farmer opposed to Acme Grid, said the queue was too long.")]
    public void In_doubt_the_bare_name_is_kept(string text) => Assert.Equal(["Jane Doe"], Assert.Single(Read(text)).Attribution.Names);

    [Fact]
    public void A_post_before_a_name_is_not_that_of_the_name_before_it() =>
        Assert.Equal(["John Roe"], Assert.Single(Read("Unlike Jane Doe, the head of Acme Grid, John Roe, said the queue was too long.")).Attribution.Names);

    [Fact]
    public void Two_people_of_one_surname_leave_each_other_their_bodies() => Assert.Equal(
        """
        Concern Unattributed Doe: the queue was too long
        Request Person John Doe, chair of Beta Power: a price cap
        """.ReplaceLineEndings("\n"),
        Told("Jane Doe, head of Acme Grid, met John Doe, chair of Beta Power. Doe said the queue was too long. John Doe asked for a price cap."));

    [Theory]
    [InlineData("Jane Doe, chief executive of Acme Grid", "Jane Doe|Acme Grid")]
    [InlineData("Acme Grid CEO Jane Doe", "Acme Grid|Jane Doe")]
    [InlineData("Acme Grid's chief executive, Jane Doe", "Acme Grid|Jane Doe")]
    [InlineData("Jane Doe of Acme Grid", "Jane Doe of Acme Grid|Acme Grid")]
    [InlineData("Jane Doe, head of the Bank of Example", "Jane Doe|Bank of Example")]
    public void A_name_tells_its_bodies(string name, string held) => Assert.Equal(held, string.Join('|', Houses.In(name)));
}
