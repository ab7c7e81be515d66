using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>Meetings to come; with an organisation or a topic all that are on record.</summary>
internal sealed class MeetingsCommand(Desk desk) : IChatCommand
{
    private const string Add = "add";

    public static CommandDefinition Shown { get; } = new("meetings", "회의", "Upcoming meetings", "예정된 회의")
    {
        Options =
        [
            new("days", "일수", "Within so many days", "앞으로 며칠 안", OptionKind.Number),
            new("action", "동작", "add: enter a meeting in a form", "add: 회의를 양식으로 추가") { Choices = [(Add, "add a meeting", "회의 추가")] },
            new("organisation", "기관", "Host or participant", "주최·참석 기관", IsSuggested: true),
            new("topic", "주제", "What is in its title, or came up there", "제목이나 다뤄진 주제", IsSuggested: true),
        ],
        Opens = new("action", Add, MeetingForm.Name),
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Value("action") == Add) return OfferForm(wish);
        var days = int.TryParse(wish.Value("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 36500) : (int?)null;
        var named = wish.Value("topic");
        var topic = named is null ? null : Listing.Topic(desk, named);
        if (named is not null && topic is null) return Listing.NoTopic(desk, wish, named);
        var sought = new Sought(days, wish.Value("organisation") is { } o ? Listing.Organisation(desk, o) : null, topic);
        var meetings = await FindAsync(sought, wish.Clearance, cancellationToken);
        var reply = meetings.Count == 0 ? await NothingAsync(wish, sought, cancellationToken) : await ComposeAsync(wish, meetings, sought.Coming, cancellationToken);
        return Listing.Keep(wish, reply, Shown, meetings.Count, Buttons(wish, meetings));
    }

    /// <summary>For a platform that could not open the form by itself.</summary>
    private static Handled OfferForm(Wish wish) => new()
    {
        Replies = [new(wish.Say("아래 버튼을 누르면 양식이 열립니다.", "Press the button to open the form.") with { Buttons = [new($"{MeetingForm.Name}:new", wish.Pick("회의 추가", "Add a meeting"))] }, wish.Privately)],
    };

    private sealed record Sought(int? Days, string? Organisation, string? Topic)
    {
        public bool Coming => Days is not null || (Organisation is null && Topic is null);
    }

    /// <summary>Nothing was said yet at a meeting to come: its title shows the topic. Of those that were held, what came up there.</summary>
    private async Task<IReadOnlyList<Meeting>> FindAsync(Sought sought, Clearance clearance, CancellationToken cancellationToken)
    {
        var filter = new MeetingFilter { Organisation = sought.Organisation, Clearance = clearance };
        var coming = filter with { From = desk.Today, To = sought.Days is { } within ? desk.Today.AddDays(within) : null, Status = MeetingStatus.Upcoming };
        if (sought.Topic is not { } topic) return await desk.Archive.FindMeetingsAsync(sought.Coming ? coming : filter, cancellationToken);
        List<Meeting> meetings = [.. (await desk.Archive.FindMeetingsAsync(coming, cancellationToken)).Where(m => desk.Topics.FindIn(m.Title).Contains(topic))];
        if (!sought.Coming) meetings.AddRange((await desk.Archive.FindMeetingsAsync(filter with { Topic = topic }, cancellationToken)).ExceptBy(meetings.Select(m => m.Id), m => m.Id));
        return meetings;
    }

    /// <summary>An honest "none" says where was looked.</summary>
    private async Task<Reply> NothingAsync(Wish wish, Sought sought, CancellationToken cancellationToken)
    {
        var extent = await desk.Archive.MeasureAsync(wish.Clearance, cancellationToken);
        var where = new List<string> { wish.Pick($"기록 {extent.Records:N0}건", $"{extent.Records:N0} record{(extent.Records == 1 ? "" : "s")}") };
        if (sought.Days is { } days) where.Add(string.Create(CultureInfo.InvariantCulture, $"{desk.Today:yyyy-MM-dd} ~ {desk.Today.AddDays(days):yyyy-MM-dd}"));
        else if (sought.Coming) where.Add(wish.Pick($"{desk.Today:yyyy-MM-dd}부터", $"from {desk.Today:yyyy-MM-dd} on"));
        if (sought.Organisation is { } organisation) where.Add(wish.Pick($"기관 {organisation}", $"organisation {organisation}"));
        if (sought.Topic is { } topic) where.Add(wish.Pick("주제 ", "topic ") + desk.Topics.All.First(t => t.Slug == topic).Label(wish.Language));
        var searched = string.Join(", ", where);
        return sought.Coming
            ? wish.Say($"예정된 회의가 기록에 없습니다. 찾은 범위: {searched}", $"No upcoming meeting is on record. Searched: {searched}")
            : wish.Say($"그런 회의는 기록에 없습니다. 찾은 범위: {searched}", $"No such meeting is on record. Searched: {searched}");
    }

    private async Task<Reply> ComposeAsync(Wish wish, IReadOnlyList<Meeting> meetings, bool coming, CancellationToken cancellationToken)
    {
        var shown = Listing.Page(meetings, wish.Page);
        var cited = new List<RecordSummary>();
        foreach (var meeting in shown) cited.AddRange((await MeetingSources.ReadAsync(desk.Archive, meeting, wish.Clearance, 1, cancellationToken)).ExceptBy(cited.Select(c => c.Id), c => c.Id));
        var text = coming
            ? wish.Say($"예정된 회의는 {meetings.Count}건입니다.", $"{meetings.Count} meeting{(meetings.Count == 1 ? "" : "s")} coming up.")
            : wish.Say($"기록된 회의는 {meetings.Count}건입니다.", $"{meetings.Count} meeting{(meetings.Count == 1 ? "" : "s")} on record.");
        return text with
        {
            Table = new(
                wish.Language == Language.Korean ? ["번호", "날짜", "회의", "장소", "주최", "상태"] : ["No.", "Date", "Meeting", "Place", "Host", "Status"],
                [.. shown.Select((m, i) => Row(wish, m, Number(wish, i), cited.FindIndex(r => m.RecordIds.Contains(r.Id)) + 1))]),
            Citations = [.. cited.Select((r, i) => Listing.Cite(r, i + 1))],
        };
    }

    private IReadOnlyList<string> Row(Wish wish, Meeting meeting, string number, int citation) =>
    [
        number, (meeting.Date?.ToString() ?? meeting.Series ?? wish.Pick("날짜 없음", "no date")) + (meeting.Time is { } time ? $" {time:HH\\:mm}" : ""),
        meeting.Title + (citation > 0 ? $" [{citation}]" : ""), meeting.Place ?? "", string.Join(", ", meeting.Hosts), Listing.Status(meeting, desk.Today, wish.Language),
    ];

    /// <summary>For those that are still to come.</summary>
    private List<ReplyButton> Buttons(Wish wish, IReadOnlyList<Meeting> meetings) =>
    [
        .. Listing.Page(meetings, wish.Page).Index().Where(m => m.Item.Status == MeetingStatus.Upcoming && !m.Item.IsUnconfirmed(desk.Today))
            .SelectMany(m => MeetingButtons.Calendar(m.Item, wish.Language, Number(wish, m.Index)).Prepend(MeetingButtons.Brief(m.Item, wish.Language, Number(wish, m.Index)))),
    ];

    /// <summary>Over all pages, as the buttons name it.</summary>
    private static string Number(Wish wish, int at) => string.Create(CultureInfo.InvariantCulture, $"#{((wish.Page - 1) * Listing.PageSize) + at + 1}");
}
