using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>Lists by page, and the names that people give to what they filter by.</summary>
internal static class Listing
{
    public const int PageSize = 8;

    public static IReadOnlyList<T> Page<T>(IReadOnlyList<T> all, int page) => [.. all.Skip((page - 1) * PageSize).Take(PageSize)];

    /// <summary>Keeps the list, so that it can be turned and shared.</summary>
    /// <param name="ofItems">Buttons of the items on the page.</param>
    public static Handled Keep(Wish wish, Reply reply, CommandDefinition command, int count, IReadOnlyList<ReplyButton>? ofItems = null)
    {
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        List<ReplyButton> buttons = [.. ofItems ?? []];
        if (wish.Page < last) buttons.Add(AnswerButtons.Turning(wish.AnswerId, wish.Page + 1, wish.Language));
        if (wish.IsPrivate && count > 0) buttons.Add(AnswerButtons.Sharing(wish.AnswerId, wish.Language));
        buttons.AddRange(AnswerButtons.Judging(wish.AnswerId, wish.Language, quotes: false));
        reply = reply with { Buttons = buttons, Footer = last == 1 ? null : wish.Pick($"{wish.Page}/{last}쪽, 모두 {count}건", $"page {wish.Page} of {last}, {count} in all") };
        return new()
        {
            Replies = [new(reply)],
            Kept = new KeptReply($"/{command.Name} {string.Join(' ', wish.Values.Select(v => $"{v.Key}:{v.Value}"))}".TrimEnd(), reply, command.Name, wish.Values).Keep(wish.AnswerId),
        };
    }

    public static ReplyCitation Cite(RecordSummary record, params int[] numbers) => new(numbers, record.Title, null, record.Published, record.Id.Value, record.Source, []);

    public static string Organisation(Desk desk, string name) => desk.Organisations.Find(name, desk.Today)?.Name ?? name;

    /// <summary>Slug of a topic named by its slug, in either language or by a word that shows it; null when there is none.</summary>
    public static string? Topic(Desk desk, string name) =>
        desk.Topics.All.FirstOrDefault(t => t.Slug.Equals(name, StringComparison.OrdinalIgnoreCase) || t.Korean == name || t.English.Equals(name, StringComparison.OrdinalIgnoreCase))?.Slug
        ?? (desk.Topics.FindIn(name) is [var shown, ..] ? shown : null);

    public static Handled NoTopic(Desk desk, Wish wish, string name)
    {
        var topics = string.Join(", ", desk.Topics.All.Select(t => t.Label(wish.Language)));
        return new() { Replies = [new(wish.Say($"‘{name}’ 주제는 없습니다. 주제: {topics}", $"There is no topic '{name}'. Topics: {topics}"))] };
    }

    /// <summary>A meeting by its id, or by words of its title and day; null when none fits.</summary>
    public static async Task<Meeting?> MeetingAsync(Desk desk, string words, Clearance clearance, CancellationToken cancellationToken)
    {
        var all = await desk.Archive.FindMeetingsAsync(new() { Clearance = clearance }, cancellationToken);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return all.FirstOrDefault(m => m.Id.Value == words)
            ?? all.FirstOrDefault(m => parts.All(p => $"{m.Date} {m.Title} {m.Place}".Contains(p, StringComparison.OrdinalIgnoreCase)));
    }

    public static string Status(Meeting meeting, DateOnly today, Language language)
    {
        var korean = language == Language.Korean;
        var moved = meeting.MovedFrom is { } before ? korean ? $", {before}에서 옮김" : $", moved from {before}" : "";
        var hour = !meeting.IsHourLeftOut ? "" : korean ? $", 시각은 알 수 없는 시간대(‘{meeting.TimeZone}’)로 적혀 있어 뺌" : $", hour left out: written in the unknown time zone '{meeting.TimeZone}'";
        return Bare(meeting, today, korean) + moved + hour;
    }

    private static string Bare(Meeting meeting, DateOnly today, bool korean)
    {
        return meeting.Status switch
        {
            MeetingStatus.Cancelled => korean ? "취소" : "cancelled",
            MeetingStatus.Upcoming when meeting.Date?.Last < today => korean ? "개최 여부 확인 안 됨" : "announced; whether held is not on record",
            MeetingStatus.Upcoming => korean ? "예정" : "upcoming",
            _ => korean ? "열림" : "held",
        };
    }
}
