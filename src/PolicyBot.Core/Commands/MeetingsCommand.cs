using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Commands;

/// <summary>Meetings to come; with an organisation or a topic all that are on record.</summary>
internal sealed class MeetingsCommand(Desk desk) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("meetings", "회의", "Upcoming meetings", "예정된 회의")
    {
        Options =
        [
            new("days", "일수", "Within so many days", "앞으로 며칠 안", OptionKind.Number),
            new("organisation", "기관", "Host or participant", "주최·참석 기관", IsSuggested: true),
            new("topic", "주제", "What came up there", "다뤄진 주제", IsSuggested: true),
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var days = int.TryParse(wish.Value("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 36500) : (int?)null;
        var (organisation, named) = (wish.Value("organisation"), wish.Value("topic"));
        var topic = named is null ? null : Listing.Topic(desk, named);
        if (named is not null && topic is null) return Listing.NoTopic(desk, wish, named);
        // Nothing was said yet at a meeting to come, so that a topic asks for those that were held.
        var coming = days is not null || (organisation is null && topic is null);
        var meetings = await desk.Archive.FindMeetingsAsync(
            new()
            {
                From = coming ? desk.Today : null,
                To = days is { } within ? desk.Today.AddDays(within) : null,
                Organisation = organisation is null ? null : Listing.Organisation(desk, organisation),
                Topic = topic,
                Status = coming ? MeetingStatus.Upcoming : null,
                Clearance = wish.Clearance,
            },
            cancellationToken);
        return Listing.Keep(wish, await ComposeAsync(wish, meetings, coming, cancellationToken), Shown, meetings.Count);
    }

    private async Task<Reply> ComposeAsync(Wish wish, IReadOnlyList<Meeting> meetings, bool coming, CancellationToken cancellationToken)
    {
        if (meetings.Count == 0) return coming ? wish.Say("예정된 회의가 기록에 없습니다.", "No upcoming meeting is on record.") : wish.Say("그런 회의는 기록에 없습니다.", "No such meeting is on record.");
        var shown = Listing.Page(meetings, wish.Page);
        var records = (await desk.Archive.ListRecordsAsync(wish.Clearance, cancellationToken)).ToDictionary(r => r.Id);
        var cited = shown.SelectMany(m => m.RecordIds.Take(1)).Distinct().Where(records.ContainsKey).Select(id => records[id]).ToList();
        var text = coming
            ? wish.Say($"예정된 회의는 {meetings.Count}건입니다.", $"{meetings.Count} meeting{(meetings.Count == 1 ? "" : "s")} coming up.")
            : wish.Say($"기록된 회의는 {meetings.Count}건입니다.", $"{meetings.Count} meeting{(meetings.Count == 1 ? "" : "s")} on record.");
        return text with
        {
            Table = new(
                wish.Language == Text.Language.Korean ? ["날짜", "회의", "장소", "주최", "상태"] : ["Date", "Meeting", "Place", "Host", "Status"],
                [.. shown.Select(m => Row(wish, m, cited.FindIndex(r => m.RecordIds.Contains(r.Id)) + 1))]),
            Citations = [.. cited.Select((r, i) => Listing.Cite(r, i + 1))],
        };
    }

    private IReadOnlyList<string> Row(Wish wish, Meeting meeting, int number) =>
    [
        (meeting.Date?.ToString() ?? meeting.Series ?? wish.Pick("날짜 없음", "no date")) + (meeting.Time is { } time ? $" {time:HH\\:mm}" : ""),
        meeting.Title + (number > 0 ? $" [{number}]" : ""), meeting.Place ?? "", string.Join(", ", meeting.Hosts), Listing.Status(meeting, desk.Today, wish.Language),
    ];
}
