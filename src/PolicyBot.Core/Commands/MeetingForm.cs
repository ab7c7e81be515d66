using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Records.Events;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>A meeting that somebody enters in a form: it becomes a record of its own, with a source, a history and a grade.</summary>
internal sealed class MeetingForm(Desk desk)
{
    public const string Name = "meeting-add";

    private const int MostYearsAhead = 5;

    public static FormDefinition Shown { get; } = new(Name, "Add a meeting", "회의 추가",
    [
        new("title", "Title", "제목", IsRequired: true),
        new("when", "Day and hour, such as 2026-07-10 14:00", "날짜와 시각, 예: 2026-07-10 14:00", IsRequired: true),
        new("place", "Place", "장소"),
        new("hosts", "Host, several parted by ;", "주최, 여럿이면 ;로 구분"),
        new("invited", "Invited, one a line: name, or person (organisation role)", "초청, 한 줄에 하나: 기관 또는 이름 (기관 직함)", IsLong: true),
    ]);

    public async Task<Handled> HandleAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (desk.Importer is not { } importer || !desk.Curators.Include(wish.Message.Conversation, wish.Message.User))
            return Tell(wish, wish.Say("회의 추가는 기록 담당자(Access:Curators)만 할 수 있습니다.", "Only curators (Access:Curators) may add meetings."));
        if (wish.Value("title") is not { } title) return Tell(wish, wish.Say("제목이 없습니다.", "The title is missing."));
        if (Read(wish, out var day, out var time) is { } fault) return Tell(wish, fault);
        var entry = Entry(wish, title, day, time);
        var record = EventText.Write(
            new() { Id = "meeting-" + wish.AnswerId, Title = EventText.OneLine(title), Published = desk.Today, Metadata = new Dictionary<string, string> { ["entered-by"] = $"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}" } }, [entry], []);
        var result = await importer.ImportAsync(new ReadResult($"{wish.Message.Conversation.Platform}/{Name}", record, null), cancellationToken);
        if (result.Stopped is { } stopped) return Tell(wish, wish.Say(stopped, stopped));
        await desk.FollowIndex(cancellationToken);
        return Tell(wish, await DescribeAsync(wish, record, cancellationToken));
    }

    private static EventEntry Entry(Wish wish, string title, DateOnly day, TimeOnly? time) => new()
    {
        Key = $"meeting-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish.AnswerId)))[..16]}",
        Title = title,
        Date = MeetingDate.Of(day),
        Time = time,
        Place = wish.Value("place"),
        Hosts = Names(wish.Value("hosts")),
        Invited = Names(wish.Value("invited")),
    };

    /// <returns>What is wrong with the day, or null.</returns>
    private Reply? Read(Wish wish, out DateOnly day, out TimeOnly? time)
    {
        (day, time) = (default, null);
        var written = wish.Value("when") ?? "";
        // Dates are counted from today and look ahead: "7월 10일" is the next one.
        var context = new DateContext(desk.Today);
        var found = DateLanguage.Find(written, new(0, written.Length), context, DateTense.Future);
        var days = found.Where(d => d.IsDay).Select(d => (First: d.First!.Value, d.Last)).Distinct().ToList();
        if (days is not [var (first, last)] || (last is { } end && end != first) || found.Any(d => d.Impossible))
            return wish.Say($"‘{written}’에서 날짜 하나를 읽을 수 없습니다. 2026-07-10 14:00처럼 적어 주십시오.", $"'{written}' does not name one day. Write it like 2026-07-10 14:00.");
        if (first < desk.Today) return wish.Say($"{first:yyyy-MM-dd}은(는) 지난 날입니다. 앞으로 열릴 회의만 추가할 수 있습니다.", $"{first:yyyy-MM-dd} is past. Only meetings to come can be added.");
        if (first > desk.Today.AddYears(MostYearsAhead)) return wish.Say($"{first:yyyy-MM-dd}은(는) 너무 먼 날입니다.", $"{first:yyyy-MM-dd} is too far ahead.");
        if (WrongHour(written)) return wish.Say($"‘{written}’에 없는 시각이 있습니다. 00:00에서 23:59 사이로 적어 주십시오.", $"'{written}' has an hour that does not exist. Write one from 00:00 to 23:59.");
        (day, time) = (first, found.Select(d => d.Time).FirstOrDefault(t => t is not null));
        return null;
    }

    /// <summary>An hour such as 25:00 is not read as a time at all, and must not be lost without a word.</summary>
    private static bool WrongHour(string written)
    {
        for (var at = written.IndexOf(':', StringComparison.Ordinal); at > 0; at = written.IndexOf(':', at + 1))
        {
            var start = at;
            while (start > 0 && char.IsAsciiDigit(written[start - 1])) start--;
            var end = at + 1;
            while (end < written.Length && char.IsAsciiDigit(written[end])) end++;
            if (!TimeOnly.TryParseExact(written[start..end], "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return true;
        }

        return false;
    }

    private async Task<Reply> DescribeAsync(Wish wish, Record record, CancellationToken cancellationToken)
    {
        var seen = await desk.Archive.FindRecordAsync(record.Id, wish.Clearance, cancellationToken);
        var hidden = seen is null ? wish.Pick(" 등급 때문에 이곳의 답에는 나오지 않습니다.", " Its grade keeps it out of answers here.") : "";
        var reply = wish.Say($"추가했습니다: {record.Title} ({record.Id}).{hidden}", $"Added: {record.Title} ({record.Id}).{hidden}");
        return seen?.Meetings is [var meeting, ..] ? reply with { Buttons = [MeetingButtons.Brief(meeting, wish.Language), .. MeetingButtons.Calendar(meeting, wish.Language)] } : reply;
    }

    private static string[] Names(string? written) => (written ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Handled Tell(Wish wish, Reply reply) => new() { Replies = [new(reply, wish.Privately)] };
}
