using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Contract;
using PolicyBot.Digests;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Verbs;

namespace PolicyBot.Chat;

/// <summary>What can be typed besides questions.</summary>
internal sealed class ConsoleCommands(Workplace workplace, ConsoleScreen screen)
{
    private const int MostRows = 200;

    public static IReadOnlyList<(string Name, string Korean, string English)> All { get; } =
    [
        ("/concerns [organisation|topic]", "우려·답변 대장", "the ledger of concerns and replies"),
        ("/meetings [days]", "회의 목록, 일수를 적으면 앞으로의 것만", "meetings on record; with days those to come"),
        ("/brief MEETING", "회의 참석자 사전 브리핑", "what a meeting's guests raised, what was answered, what is owed"),
        ("/digest [DATE]", "오늘의 소식(구독은 Slack·Discord에서)", "the digest of today or a day; subscribe in Slack or Discord"),
        ("/record ID", "기록 원문", "one record in full"),
        ("/records", "기록 목록", "all records"),
        ("/why", "방금 답의 근거: 해석, 대목, 점수, 쓰지 않은 기록 수", "how the last answer came about: reading, passages, scores, records withheld"),
        ("/status", "상태", "records and index"),
        ("/help", "도움말", "this list"),
        ("/quit", "끝내기", "leave"),
    ];

    /// <summary>False when the chat is to end.</summary>
    public async Task<bool> RunAsync(string line, Answer? last, CancellationToken cancellationToken)
    {
        var (name, rest) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var n, var r] ? (n, r) : (line, "");
        switch (name.ToLowerInvariant())
        {
            case "/quit" or "/exit" or "/q":
                return false;
            case "/help" or "/?":
                screen.Help();
                break;
            case "/why":
                screen.Why(last, await WithheldAsync(last, cancellationToken));
                break;
            case "/concerns":
                await ConcernsAsync(rest, cancellationToken);
                break;
            case "/meetings":
                await MeetingsAsync(rest, cancellationToken);
                break;
            case "/brief":
                await BriefAsync(rest, cancellationToken);
                break;
            case "/digest":
                await DigestAsync(rest, cancellationToken);
                break;
            case "/records":
                screen.Records(await workplace.Archive.ListRecordsAsync(workplace.Clearance, cancellationToken));
                break;
            case "/record":
                if (rest.Length == 0) screen.Line("기록 번호를 적으십시오. 인용에 적혀 있습니다. / Give the record's id, as citations show it.");
                else screen.Record(rest, await workplace.Archive.FindRecordAsync(new(rest), workplace.Clearance, cancellationToken));
                break;
            case "/status":
                screen.Status(await StatusVerb.ReadAsync(workplace, cancellationToken));
                break;
            case "/follow" or "/following" or "/unfollow":
                screen.Line($"{name}: Slack과 Discord에서 씁니다. 여기서는 /digest로 새 소식을 봅니다. / This is for Slack and Discord; here /digest tells what is new.");
                break;
            default:
                screen.Line($"{name}: 그런 명령은 없습니다. /help를 보십시오. / There is no such command; see /help.");
                break;
        }

        return true;
    }

    private async Task<int> WithheldAsync(Answer? last, CancellationToken cancellationToken) =>
        last is null ? 0 : await WithheldRecords.CountAsync(await workplace.OpenIndexAsync(null, cancellationToken), last.Question, workplace.Clearance, cancellationToken);

    private async Task MeetingsAsync(string days, CancellationToken cancellationToken)
    {
        var filter = new MeetingFilter { Clearance = workplace.Clearance };
        if (days.Length > 0)
        {
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var within))
            {
                screen.Line($"‘{days}’은(는) 날수가 아닙니다. 예: /meetings 30 / '{days}' is no number of days; for instance: /meetings 30");
                return;
            }

            filter = filter with { From = workplace.Today, To = workplace.Today.AddDays(Math.Min(within, DateOnly.MaxValue.DayNumber - workplace.Today.DayNumber)), Status = MeetingStatus.Upcoming };
        }

        var meetings = await workplace.Archive.FindMeetingsAsync(filter, cancellationToken);
        if (meetings.Count == 0) screen.Line("그런 회의는 기록에 없습니다. / No such meeting is on record.");
        else screen.Meetings([.. meetings.Select(m => MeetingShape.Of(m, workplace.Today))]);
    }

    private async Task BriefAsync(string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
        {
            screen.Line("회의를 적으십시오: 날짜, 제목의 낱말, 번호. 예: /brief 7월 24일 간담회 / Name a meeting by its day, words of its title or its id; for instance: /brief 24 July hearing");
            return;
        }

        if (await new MeetingFinder(workplace.Archive).FindAsync(words, workplace.Today, workplace.Clearance, cancellationToken) is not { } choice)
        {
            screen.Line($"'{words}': 맞는 회의가 기록에 없습니다. /meetings를 보십시오. / No meeting on record fits; see /meetings.");
            return;
        }

        var brief = await new BriefComposer(workplace.Archive, workplace.Organisations, workplace.Topics).ComposeAsync(choice.Meeting, workplace.Today, workplace.Clearance, cancellationToken);
        screen.Line(new BriefText(new(Languages.Detect(words))).Whole(brief));
    }

    private async Task DigestAsync(string words, CancellationToken cancellationToken)
    {
        var day = workplace.Today;
        if (words.Length > 0 && !(DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day > DateOnly.MinValue && day < DateOnly.MaxValue))
        {
            screen.Line($"‘{words}’은(는) 없는 날짜입니다. 예: /digest 2025-07-24 (구독은 Slack·Discord에서) / '{words}' is no day; for instance: /digest 2025-07-24 (subscribe in Slack or Discord)");
            return;
        }

        var digest = await new DigestComposer(workplace.Archive).ComposeAsync(DigestRequest.OfDay(day, workplace.Settings.TimeZone, workplace.Clearance), cancellationToken);
        screen.Line(new DigestText(Language.Korean, workplace.Topics).Whole(digest));
    }

    /// <summary>An organisation, or a topic by its name in either language or as topic:SLUG.</summary>
    private async Task ConcernsAsync(string about, CancellationToken cancellationToken)
    {
        var named = about.StartsWith("topic:", StringComparison.OrdinalIgnoreCase) ? about[6..].Trim() : about;
        var organisation = workplace.Organisations.Find(about, workplace.Today)?.Name;
        var filter = new StatementFilter { Clearance = workplace.Clearance, Limit = MostRows };
        var entries = await ReadAsync(about.Length == 0 ? filter : filter with { Organisations = [organisation ?? about] });
        if (entries.Count == 0 && organisation is null && TopicOf(named) is { } topic) entries = await ReadAsync(filter with { Topics = [topic] });
        screen.Ledger(entries);
        if (entries.Count == 0) screen.Line($"‘{about}’에 관한 우려·건의는 기록에 없습니다. 기관이나 주제로 찾습니다. / No concern on record from or about '{about}'. Give an organisation or a topic: {string.Join(", ", workplace.Topics.All.Select(t => t.Slug))}");

        Task<IReadOnlyList<LedgerEntry>> ReadAsync(StatementFilter wanted) => new Ledger(workplace.Archive).ReadAsync(wanted, null, cancellationToken);
    }

    private string? TopicOf(string name) =>
        workplace.Topics.All.FirstOrDefault(t => t.Slug.Equals(name, StringComparison.OrdinalIgnoreCase) || t.Korean == name || t.English.Equals(name, StringComparison.OrdinalIgnoreCase))?.Slug
        ?? (workplace.Topics.FindIn(name) is [var found, ..] ? found : null);
}
