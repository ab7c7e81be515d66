using System.CommandLine;
using PolicyBot.Contract;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class MeetingsVerb
{
    public static Command Create(CommonOptions common)
    {
        var upcoming = new Option<bool>("--upcoming") { Description = "Only meetings to come / 예정된 회의만" };
        var days = new Option<int?>("--days") { Description = "With --upcoming: within so many days / 앞으로 며칠 안", CustomParser = r => CommonOptions.ParseNumber(r, 36500) };
        var organisation = new Option<string?>("--organisation") { Description = "Hosted or attended by / 주최·참석 기관" };
        var topic = new Option<string?>("--topic") { Description = "Where this topic came up / 주제" };
        var ics = new Option<string?>("--ics") { Description = "Also write them to this calendar file / 일정 파일로도 쓰기", HelpName = "FILE.ics" };
        var verb = new Command("meetings", "Meetings told by the records / 회의 목록") { upcoming, days, organisation, topic, ics };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var coming = parse.GetValue(upcoming) || parse.GetValue(days) is not null;
            var meetings = await workplace.Archive.FindMeetingsAsync(
                new()
                {
                    From = coming ? workplace.Today : null,
                    To = parse.GetValue(days) is { } n ? workplace.Today.AddDays(Math.Min(n, DateOnly.MaxValue.DayNumber - workplace.Today.DayNumber)) : null,
                    Organisation = parse.GetValue(organisation) is { } o ? workplace.Organisations.Find(o, workplace.Today)?.Name ?? o : null,
                    Topic = parse.GetValue(topic) is { } t ? workplace.FindTopic(t) : null,
                    Status = coming ? MeetingStatus.Upcoming : null,
                    Clearance = workplace.Clearance,
                },
                cancellationToken);
            var output = common.Output(parse);
            if (parse.GetValue(ics) is { } file) await WriteCalendarAsync(file, meetings, workplace, output, cancellationToken);
            var shapes = meetings.Select(m => MeetingShape.Of(m, workplace.Today)).ToList();
            if (output.Json) output.Write(new(shapes), ContractJson.Readable.MeetingsShape);
            else
            {
                foreach (var meeting in shapes) Print(meeting, output);
                output.Line(shapes.Count == 0 ? output.Pick("그런 회의가 기록에 없습니다.", "No such meeting is on record. / 기록에 없습니다.") : output.Pick($"{shapes.Count}건", $"{shapes.Count} meetings / {shapes.Count}건"));
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task WriteCalendarAsync(string file, IReadOnlyList<Meeting> meetings, Workplace workplace, Output output, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(file, CalendarFeed.Write(meetings, workplace.Time.GetUtcNow(), workplace.Today), cancellationToken);
        if (meetings.Count(m => !CalendarFeed.HasDay(m)) is > 0 and var left)
            await output.Error.WriteLineAsync($"{file}: " + output.Pick($"날짜 없는 회의 {left}건은 빠졌습니다.", $"{left} meetings without a day are left out. / 날짜 없는 회의 {left}건은 빠졌습니다."));
    }

    public static void Print(MeetingShape meeting, Output output)
    {
        var moved = meeting.MovedFrom is null ? "" : output.Pick($" ({meeting.MovedFrom}에서 옮김)", $" (moved from {meeting.MovedFrom} / {meeting.MovedFrom}에서 옮김)");
        output.Line($"{meeting.Date ?? meeting.Series ?? output.Pick("날짜 없음", "no date"),-10} {Status(meeting, output.Language)}  {meeting.Title}{(meeting.Place is null ? "" : " @ " + meeting.Place)}{moved}");
        if (meeting.Time is null && meeting.TimeZone != "Asia/Seoul") output.Line("           " + output.Pick($"시각은 알 수 없는 시간대 '{meeting.TimeZone}'로 적혀 있어 뺌", $"hour left out: written in the unknown time zone '{meeting.TimeZone}' / 시각은 알 수 없는 시간대로 적혀 있어 뺌"));
        if (meeting.Hosts.Count > 0) output.Line($"           {output.Pick("주최", "host")}: {string.Join("; ", meeting.Hosts.Select(Name))}");
        if (meeting.Participants.Count > 0) output.Line($"           {output.Pick("참석", "present")}: {string.Join("; ", meeting.Participants.Select(Name))}");
    }

    public static string Status(MeetingShape meeting, Language language) => meeting.Unconfirmed == true
        ? language == Language.Korean ? "개최 여부 확인 안 됨" : "Announced; whether it was held is not on record / 개최 여부 확인 안 됨"
        : VerbWords.Of(meeting.Status, language);

    public static string Name(PartyShape party) => new Party(party.Person, party.Role, party.Organisation).ToString();
}
