using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>The bot's own page: what is coming, and what nobody answered yet.</summary>
internal sealed class HomePage(Desk desk, LedgerSuggestions suggestions)
{
    private const int MostMeetings = 5;
    private const int MostConcerns = 8;

    /// <summary>A page that opens at once looks no further back.</summary>
    private const int Newest = 500;

    public async Task<Reply> ComposeAsync(Wish wish, CancellationToken cancellationToken)
    {
        var phrases = new Phrases(wish.Language);
        var meetings = await desk.Archive.FindMeetingsAsync(new() { From = desk.Today, Status = MeetingStatus.Upcoming, Clearance = wish.Clearance }, cancellationToken);
        var raised = await new Ledger(desk.Archive).ReadAsync(new() { Clearance = wish.Clearance, Limit = Newest, CountsRaised = false }, null, cancellationToken);
        var open = raised.Where(e => e.Status == LedgerStatus.Open).ToList();
        var of = raised.Count == Newest ? wish.Pick($"최근 {Newest}건 가운데 ", $"of the newest {Newest}, ") : "";
        var records = open.Take(MostConcerns).Select(e => e.Raised.Record).DistinctBy(r => r.Id).ToList();
        return new()
        {
            Language = wish.Language,
            Heading = wish.Pick("회의 기록", "Consultation records"),
            Text = wish.Pick($"예정된 회의 {meetings.Count}건, {of}답변이 기록되지 않은 우려·건의 {open.Count}건", $"{meetings.Count} upcoming meetings; {of}{open.Count} concerns and requests without a reply on record"),
            Points =
            [
                .. meetings.Take(MostMeetings).Select(m => new ReplyPoint(m.Title, $"{m.Date?.ToString() ?? m.Series ?? phrases.Day(null)}{(m.Place is { } place ? ", " + place : "")}", [])),
                .. open.Take(MostConcerns).Select(e => new ReplyPoint(phrases.Speaker(e.Raised.Statement.Attribution), Where(e.Raised, phrases), [Quote(e.Raised, records)])),
            ],
            Citations = [.. records.Select((r, i) => Listing.Cite(r, i + 1))],
            Suggestions = [.. (await suggestions.QuestionsAsync(wish.Clearance, wish.Language, cancellationToken)).Take(3)],
        };
    }

    public async Task<Reply> WelcomeAsync(Wish wish, CancellationToken cancellationToken) => HelpCommand.Short(wish.Language) with
    {
        Suggestions = [.. (await suggestions.QuestionsAsync(wish.Clearance, wish.Language, cancellationToken)).Take(4)],
    };

    private static string Quote(StoredStatement raised, List<RecordSummary> records) => $"“{raised.Text.ReplaceLineEndings(" ")}” [{records.FindIndex(r => r.Id == raised.Record.Id) + 1}]";

    private static string Where(StoredStatement raised, Phrases phrases) => raised.Meeting is { } meeting
        ? $"{meeting.Date?.ToString() ?? phrases.Day(null)}, {meeting.Title}"
        : $"{phrases.Day(raised.Record.Published)}, {raised.Record.Title}";
}
