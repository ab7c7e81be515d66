using PolicyBot.Answers;
using PolicyBot.Contract;
using PolicyBot.Records;
using PolicyBot.Verbs;

namespace PolicyBot.Chat;

/// <summary>What can be typed besides questions.</summary>
internal sealed class ConsoleCommands(Workplace workplace, ConsoleScreen screen)
{
    public static IReadOnlyList<(string Name, string Korean, string English)> All { get; } =
    [
        ("/concerns [organisation]", "우려·답변 대장", "the ledger of concerns and replies"),
        ("/meetings", "회의 목록", "meetings on record"),
        ("/record ID", "기록 원문", "one record in full"),
        ("/records", "기록 목록", "all records"),
        ("/why", "방금 답의 근거: 해석, 대목, 점수", "how the last answer came about: reading, passages, scores"),
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
                screen.Why(last);
                break;
            case "/concerns":
                await ConcernsAsync(rest, cancellationToken);
                break;
            case "/meetings":
                screen.Meetings([.. (await workplace.Archive.FindMeetingsAsync(new() { Clearance = workplace.Clearance }, cancellationToken)).Select(m => MeetingShape.Of(m, workplace.Today))]);
                break;
            case "/records":
                screen.Records(await workplace.Archive.ListRecordsAsync(workplace.Clearance, cancellationToken));
                break;
            case "/record":
                screen.Record(rest, await workplace.Archive.FindRecordAsync(new(rest), workplace.Clearance, cancellationToken));
                break;
            case "/status":
                screen.Status(await StatusVerb.ReadAsync(workplace, cancellationToken));
                break;
            default:
                screen.Line($"{name}: 그런 명령은 없습니다. /help를 보십시오. / There is no such command; see /help.");
                break;
        }

        return true;
    }

    private async Task ConcernsAsync(string organisation, CancellationToken cancellationToken)
    {
        var name = workplace.Organisations.Find(organisation, workplace.Today)?.Name ?? organisation;
        screen.Ledger(await new Ledger(workplace.Archive).ReadAsync(new() { Organisations = name.Length > 0 ? [name] : [], Clearance = workplace.Clearance, Limit = 200 }, null, cancellationToken));
    }
}
