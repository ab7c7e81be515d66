using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Evaluation;

/// <summary>The article that the program was started from: four meetings, every concern told collectively.</summary>
public sealed class SeedArticleTests
{
    private static Reading Read() =>
        Reading.Of(File.ReadAllText(SharedData.Path(Path.Combine("seed", "article.txt"))), "article.txt", new(2025, 7, 25));

    [Fact]
    public void Four_meetings_are_told_with_their_days_hosts_and_places()
    {
        var meetings = Read().Meetings.OrderBy(m => m.Date?.First).ToList();

        Assert.Equal(["2025-07-08", "2025-07-24", "2025-07-24", "2025-07-25"], meetings.Select(m => m.Date?.ToString()));
        Assert.All(meetings, m => Assert.Equal(MeetingStatus.Held, m.Status));
        Assert.Contains("한국인공지능·소프트웨어산업협회", meetings[0].Place, StringComparison.Ordinal);
        Assert.Contains("SW 마에스트로 연수센터", meetings[3].Place, StringComparison.Ordinal);
        AssertHost(DataCentre(meetings), "배경훈");
        AssertHost(meetings.Single(m => m.Date?.Day == 24 && m != DataCentre(meetings)), "류제명");
        AssertHost(meetings[3], "류제명");

        // Only a caption tells the first one: it shows that he was there, not that he invited.
        Assert.Contains(meetings[0].Hosts.Concat(meetings[0].Participants), p => p.Person == "류제명");
    }

    [Fact]
    public void No_concern_or_request_is_laid_on_a_person_or_an_organisation() => Assert.Empty(Read().NamedAsks);

    [Fact]
    public void The_power_supply_is_asked_for_by_the_participants_of_the_data_centre_meeting()
    {
        var reading = Read();

        var power = Assert.Single(reading.Asks, s => reading.Words(s).Contains("전력 수급", StringComparison.Ordinal));

        Assert.Equal(AttributionLevel.Participants, power.Attribution.Level);
        Assert.Equal(DataCentre(reading.Meetings).Id, power.MeetingId);
        Assert.All(
            ["네이버클라우드", "삼성SDS", "NHN클라우드", "KT클라우드"],
            firm => Assert.Contains(power.Attribution.Present, name => name.Contains(firm, StringComparison.Ordinal)));
    }

    private static Meeting DataCentre(IEnumerable<Meeting> meetings) =>
        Assert.Single(meetings, m => m.Place?.Contains("각 세종", StringComparison.Ordinal) is true);

    /// <summary>The official who held it, or the ministry for whom he did.</summary>
    private static void AssertHost(Meeting meeting, string person) =>
        Assert.Contains(meeting.Hosts, h => h.Person == person || h.Organisation is "과학기술정보통신부" or "과기정통부");
}
