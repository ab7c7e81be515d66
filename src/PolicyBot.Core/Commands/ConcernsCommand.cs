using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>The ledger as a table: who raised what, and how far it was answered.</summary>
internal sealed class ConcernsCommand(Desk desk) : IChatCommand
{
    /// <summary>Nobody turns a thousand pages; older ones are found by organisation, topic or meeting.</summary>
    private const int Newest = 1_000;

    public static CommandDefinition Shown { get; } = new("concerns", "우려", "Concerns and requests, and how they were answered", "우려·건의와 그 답변 목록")
    {
        Options =
        [
            new("organisation", "기관", "Who raised it", "제기한 기관", IsSuggested: true),
            new("topic", "주제", "What it is about", "주제", IsSuggested: true),
            new("meeting", "회의", "Where it was raised", "제기된 회의", IsSuggested: true),
            new("status", "상태", "How far it was answered", "답변 상태") { Choices = [("open", "no reply", "답변 없음"), ("answered", "answered", "답변함"), ("committed", "promised", "약속함"), ("all", "all", "전체")] },
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var organisation = wish.Value("organisation") ?? wish.Channel?.Organisation;
        var named = wish.Value("topic");
        var topic = named is null ? wish.Channel?.Topic : Listing.Topic(desk, named);
        if (named is not null && topic is null) return Listing.NoTopic(desk, wish, named);
        var meeting = wish.Value("meeting") is { } words ? await Listing.MeetingAsync(desk, words, wish.Clearance, cancellationToken) : null;
        if (wish.Value("meeting") is { } unknown && meeting is null)
            return new() { Replies = [new(wish.Say($"‘{unknown}’ 회의는 기록에 없습니다.", $"There is no meeting '{unknown}' on record."))] };
        LedgerStatus? status = Enum.TryParse<LedgerStatus>(wish.Value("status"), ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var filter = new StatementFilter
        {
            Organisations = organisation is null ? [] : [Listing.Organisation(desk, organisation)],
            Topics = topic is null ? [] : [topic],
            MeetingId = meeting?.Id,
            Clearance = wish.Clearance,
            Limit = Newest,
            CountsRaised = false,
        };
        var all = await new Ledger(desk.Archive).ReadAsync(filter, null, cancellationToken);
        IReadOnlyList<LedgerEntry> entries = [.. all.Where(e => status is null || e.Status == status)];
        return Listing.Keep(wish, Compose(wish, entries, all.Count == Newest), Shown, entries.Count);
    }

    private static Reply Compose(Wish wish, IReadOnlyList<LedgerEntry> entries, bool areMore)
    {
        if (entries.Count == 0) return wish.Say("해당하는 우려·건의가 기록에 없습니다.", "No such concern or request is on record.");
        var shown = Listing.Page(entries, wish.Page);
        var records = shown.Select(e => e.Raised.Record).Concat(shown.SelectMany(e => e.Replies.Take(1)).Select(r => r.Record)).DistinctBy(r => r.Id).ToList();
        var told = areMore
            ? wish.Say($"가장 최근의 우려·건의 {Newest:N0}건 가운데 {entries.Count:N0}건입니다.", $"{entries.Count:N0} of the newest {Newest:N0} concerns and requests on record.")
            : wish.Say($"우려·건의 {entries.Count}건이 기록에 있습니다.", $"{entries.Count} concern{(entries.Count == 1 ? "" : "s")} and requests on record.");
        return told with
        {
            Table = new(
                wish.Language == Text.Language.Korean ? ["날짜", "누가", "내용", "답변"] : ["Date", "Who", "What", "Reply"],
                [.. shown.Select(e => Row(wish, e, records.FindIndex(r => r.Id == e.Raised.Record.Id) + 1))]),
            Citations = [.. records.Select((r, i) => Listing.Cite(r, i + 1))],
        };
    }

    private static IReadOnlyList<string> Row(Wish wish, LedgerEntry entry, int number)
    {
        var phrases = new Phrases(wish.Language);
        var best = entry.Replies.OrderBy(Ledger.IsGeneral).FirstOrDefault();
        var general = best is not null && Ledger.IsGeneral(best) ? wish.Pick("회의 전체에 대해: ", "to the meeting as a whole: ") : "";
        var strength = best?.Statement.Strength is { } s ? $" ({phrases.Strength(s)})" : "";
        return
        [
            entry.Raised.Meeting?.Date?.ToString() ?? phrases.Day(entry.Raised.Record.Published),
            phrases.Speaker(entry.Raised.Statement.Attribution) + phrases.Present(entry.Raised.Statement.Attribution),
            $"“{entry.Raised.Text.ReplaceLineEndings(" ")}” [{number}]",
            best is null ? wish.Pick("기록에 답변 없음", "no reply on record") : $"{general}{phrases.Speaker(best.Statement.Attribution)}: “{best.Text.ReplaceLineEndings(" ")}”{strength}",
        ];
    }
}
