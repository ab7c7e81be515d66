using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Records;

/// <summary>Published on Friday, 25 July 2025.</summary>
public sealed class MovedMeetingTests
{
    private static readonly Organisations Known = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));

    private static IReadOnlyList<Meeting> Read(string text) => new MeetingReader(Known).Read(new()
    {
        Id = new("r"),
        Title = "r",
        Published = new(2025, 7, 25),
        Language = Languages.Detect(text),
        Text = text,
        Parts = [new(TextPartKind.Body, new(0, text.Length))],
    });

    [Theory]
    [InlineData("당초 29일 열릴 예정이던 예시부의 전력 기업 간담회가 8월 5일로 연기됐다.", "2025-08-05", "2025-07-29")]
    [InlineData("예시부는 29일로 예정했던 전력 간담회를 다음 달 5일로 미뤘다.", "2025-08-05", "2025-07-29")]
    [InlineData("예시부 전력 간담회 날짜가 29일에서 8월 5일로 변경됐다.", "2025-08-05", "2025-07-29")]
    [InlineData("29일 전력 간담회는 8월 5일로 연기됐다.", "2025-08-05", "2025-07-29")]
    [InlineData("당초 8월 5일로 잡혔던 전력 간담회가 7월 29일로 앞당겨졌다.", "2025-07-29", "2025-08-05")]
    [InlineData("8월 5일로 연기된 전력 간담회는 당초 7월 29일 열릴 예정이었다.", "2025-08-05", "2025-07-29")]
    [InlineData("29일 예정이던 전력 간담회가 연기돼 8월 5일 열린다.", "2025-08-05", "2025-07-29")]
    [InlineData("The hearing set for July 29 has been postponed to Aug. 5.", "2025-08-05", "2025-07-29")]
    [InlineData("The July 29 hearing was postponed to August 5.", "2025-08-05", "2025-07-29")]
    [InlineData("The round table was moved up from August 5 to July 29.", "2025-07-29", "2025-08-05")]
    [InlineData("The workshop originally scheduled for July 29 was postponed and will now be held on August 5.", "2025-08-05", "2025-07-29")]
    [InlineData("The meeting has been rescheduled for August 5 from July 29.", "2025-08-05", "2025-07-29")]
    public void A_move_tells_the_new_day_and_the_old_one(string text, string to, string from)
    {
        var meeting = Assert.Single(Read(text));

        Assert.Equal((to, from, MeetingStatus.Upcoming), (meeting.Date?.ToString(), meeting.MovedFrom?.ToString(), meeting.Status));
    }

    [Fact]
    public void The_day_that_a_meeting_leaves_is_no_part_of_its_place() =>
        Assert.Equal("부산", Assert.Single(Read("나로협회는 오는 7월 29일 부산에서 열기로 한 2차 포럼을 8월 5일로 연기한다고 밝혔다.")).Place);

    [Fact(Timeout = 120_000)]
    public async Task A_row_of_days_is_read_once_each()
    {
        var days = string.Join(", ", Enumerable.Range(0, 400).Select(n => $"{(n % 12) + 1}월 {(n % 28) + 1}일로"));

        var meetings = await Task.Run(() => Read($"예시부는 전력 간담회를 {days}, 연기했다."), TestContext.Current.CancellationToken);

        Assert.All(meetings, m => Assert.Null(m.Date));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_sentence_of_thousands_of_moves_is_read()
    {
        var moves = string.Join(", ", Enumerable.Range(0, 6000).Select(n => $"{(n % 12) + 1}월 {(n % 28) + 1}일 간담회는 {(n % 12) + 1}월 {(n % 27) + 2}일로 연기했고"));

        var meetings = await Task.Run(() => Read($"예시부는 {moves} 밝혔다."), TestContext.Current.CancellationToken);

        Assert.NotEmpty(meetings);
    }

    [Theory]
    [InlineData("업계는 전력 간담회를 8월 5일로 연기해 달라고 요청했다.")]
    [InlineData("전력 간담회가 8월 5일로 미뤄질 가능성이 있다.")]
    [InlineData("Acme Grid said that the hearing should be postponed to August 5.")]
    public void A_day_that_somebody_wishes_for_is_no_day_of_a_meeting(string text) =>
        Assert.DoesNotContain(Read(text), m => m.Date?.ToString() == "2025-08-05");

    [Theory]
    [InlineData("예시부는 25일 전력 간담회를 8월 5일로 연기했다.", "2025-08-05")]
    [InlineData("예시부는 24일 전력 간담회를 8월 5일로 연기한다고 밝혔다.", "2025-08-05")]
    [InlineData("신청은 28일까지 받으며 전력 간담회는 8월 5일로 연기됐다.", "2025-08-05")]
    [InlineData("예시부는 31일 전력 간담회를 8월 5일로 연기했다고 밝혔다.", "2025-08-05")]
    [InlineData("8월 5일로 연기된 전력 간담회는 당초 29일 열릴 예정이었다.", "2025-08-05")]
    [InlineData("28일로 예정됐다가 29일로 잡혔던 전력 간담회가 8월 5일로 연기됐다.", "2025-08-05")]
    [InlineData("The agency postponed the hearing to August 5 on Thursday.", "2025-08-05")]
    public void The_day_of_the_decision_is_no_day_it_leaves(string text, string to)
    {
        var meeting = Assert.Single(Read(text));

        Assert.Equal((to, null), (meeting.Date?.ToString(), meeting.MovedFrom?.ToString()));
    }

    [Theory]
    [InlineData("29일로 예정됐던 전력 간담회가 무기한 연기됐다.")]
    [InlineData("29일로 예정됐던 전력 간담회가 다음 주로 연기됐다.")]
    [InlineData("8월 29일로 잡혔던 전력 간담회가 12일로 연기됐다.")]
    [InlineData("The hearing scheduled for July 29 has been postponed.")]
    public void Without_a_day_beyond_doubt_it_has_none_and_never_the_old_one(string text)
    {
        var meeting = Assert.Single(Read(text));

        Assert.Equal((null, 29, MeetingStatus.Upcoming), (meeting.Date, meeting.MovedFrom?.Day, meeting.Status));
    }

    [Theory]
    [InlineData("업계는 29일 열리는 전력 간담회를 8월 5일로 연기해 달라고 요청했다.")]
    [InlineData("29일 열릴 전력 간담회가 연기될 수 있다는 말이 나왔다.")]
    [InlineData("29일 열리는 전력 간담회는 취소되지 않는다.")]
    [InlineData("The hearing on July 29 was not postponed.")]
    public void A_wish_a_chance_or_a_denial_moves_nothing(string text) =>
        Assert.All(Read(text), m => Assert.Equal((null, MeetingStatus.Upcoming), (m.MovedFrom, m.Status)));

    [Fact]
    public void What_was_put_off_and_then_held_was_held()
    {
        var meeting = Assert.Single(Read("한 차례 연기됐던 전력 간담회가 24일 세종에서 열렸다."));

        Assert.Equal(("2025-07-24", MeetingStatus.Held), (meeting.Date?.ToString(), meeting.Status));
    }

    [Fact]
    public void Each_of_two_meetings_in_one_sentence_goes_to_its_own_day()
    {
        var meetings = Read("29일 전력 간담회는 8월 5일로, 7월 30일 세제 토론회는 8월 6일로 연기됐다.");

        Assert.Equal(["2025-08-05 2025-07-29 전력 간담회", "2025-08-06 2025-07-30 세제 토론회"], meetings.Select(m => $"{m.Date} {m.MovedFrom} {m.Title}"));
    }

    [Fact]
    public void An_article_that_names_both_days_tells_one_meeting()
    {
        var meeting = Assert.Single(Read("예시부는 오는 29일 세종에서 전력 간담회를 열 예정이었다. 그러나 29일로 잡혔던 간담회는 8월 5일로 연기됐다. 29일 간담회에는 A사가 참석할 예정이었다."));

        Assert.Equal(("2025-08-05", "2025-07-29", "세종"), (meeting.Date?.ToString(), meeting.MovedFrom?.ToString(), meeting.Place));
    }

    [Theory]
    [InlineData("29일 열릴 예정이던 과기정통부의 전력 간담회가 취소됐다.", "전력 간담회")]
    [InlineData("당초 29일 예정됐던 과기정통부 전력 간담회가 8월 5일로 연기됐다.", "과기정통부 전력 간담회")]
    [InlineData("The Ministry of Science and ICT hearing on data centres set for July 29 has been postponed to Aug. 5.", "hearing on data centres")]
    [InlineData("The Ministry of Science and ICT's hearing on data centres, scheduled for July 29, was cancelled.", "hearing on data centres")]
    public void Whose_meeting_it_is_and_what_it_is_called_stand_before_its_name(string text, string title)
    {
        var meeting = Assert.Single(Read(text));

        Assert.Equal(title, meeting.Title);
        Assert.Contains(Assert.Single(meeting.Hosts).Organisation, (string[])["과기정통부", "Ministry of Science and ICT"]);
    }

    [Theory]
    [InlineData("예시부는 29일로 예정된 전력 간담회를 취소했다.", "예시부")]
    [InlineData("29일 열릴 예정이던 나로협회의 전력 간담회는 취소됐다.", "나로협회")]
    [InlineData("29일 열릴 예정이던 나로협회의 전력 간담회가 8월 5일로 연기됐다.", "나로협회")]
    public void Whose_meeting_is_changed_is_its_host(string text, string host) =>
        Assert.Equal(host, Assert.Single(Assert.Single(Read(text)).Hosts).Organisation);

    [Fact]
    public void A_forum_that_is_called_off_is_not_the_hearing_of_its_day_that_moves()
    {
        var meetings = Read("29일 예정이던 전력 포럼은 취소됐다. 29일로 잡혔던 정부 간담회가 8월 6일로 미뤄졌다.");

        Assert.Equal([("2025-07-29", MeetingStatus.Cancelled), ("2025-08-06", MeetingStatus.Upcoming)], meetings.Select(m => (m.Date?.ToString() ?? "", m.Status)));
    }
}
