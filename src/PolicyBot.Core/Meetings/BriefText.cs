using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <summary>A brief in words: one line each first, then the proof of each line.</summary>
/// <param name="cite">How a statement's source is marked; its id in brackets when left out.</param>
public sealed class BriefText(Phrases phrases, Func<StoredStatement, string>? cite = null)
{
    private const int MostEach = 8;

    private readonly Func<StoredStatement, string> _cite = cite ?? (s => $"[{s.Statement.Id}]");

    public string Heading(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return MeetingAnswer.Heading(brief.Meeting, brief.Today, phrases);
    }

    /// <summary>What a model made of it, then one line an invited party.</summary>
    public IReadOnlyList<string> Summary(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return brief.Invited.Count == 0
            ? [phrases.Pick("누가 초청됐는지 기록에 없습니다.", "The records do not say who is invited.")]
            : [.. brief.Phrased, .. brief.Invited.Select(i => $"• {Name(i.Who)}: {Line(i)}")];
    }

    /// <summary>What stands behind the line of one party; empty when nothing is on record.</summary>
    public IReadOnlyList<BriefItem> Details(InvitedBrief invited, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(invited);
        List<BriefItem> items = [];
        AddRaised(items, invited.Concerns, invited.MoreConcerns, today);
        var own = invited.Commitments.Where(c => c.ByInvited).ToList();
        if (own.Count > 0) items.Add(BriefItem.Heading(phrases.Pick("스스로 한 약속:", "Promised by them:")));
        items.AddRange(own.Take(MostEach).Select(c => Item(c.Commitment, [Said(c.Commitment, today)])));
        AddRest(items, own.Count, invited.MoreMade);
        if (invited.Together.Count > 0)
            items.Add(BriefItem.Heading(phrases.Pick("참석한 자리에서 참석자들이 함께 말한 것(누가 말했는지는 기록에 없음):", "Said together by participants while they were present (the record does not say by whom):")));
        AddRaised(items, invited.Together, invited.MoreTogether, today);
        if (invited.SameName.Count > 0) items.Add(BriefItem.Heading(phrases.Pick("같은 이름의 발언(같은 사람인지는 기록에 없음):", "Said under the same name (the records do not say whether it is the same person):")));
        items.AddRange(invited.SameName.Take(MostEach).Select(s => Item(s.Entry.Raised, [$"“{Quote(s.Entry.Raised)}” {Marks(s)}"])));
        AddRest(items, invited.SameName.Count, invited.MoreSameName);
        return items;
    }

    public string Whole(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var lines = new List<string> { Heading(brief) };
        lines.AddRange(Summary(brief));
        foreach (var invited in brief.Invited)
        {
            var details = Details(invited, brief.Today);
            if (details.Count == 0) continue;
            lines.Add("");
            lines.Add($"■ {invited.Who.Name}");
            lines.AddRange(details.SelectMany(Lines));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The organisation with those who come for it.</summary>
    public static string Name(Invited who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Organisation is not null && who.People.Count > 0 ? $"{who.Name} ({string.Join(", ", who.People)})" : who.Name;
    }

    private static IEnumerable<string> Lines(BriefItem item) => item.Lines.Count == 0
        ? ["  " + item.Speaker]
        : item.Lines.Skip(1).Select(line => "    " + line).Prepend($"  • {item.Where} — {item.Speaker}: {item.Lines[0]}");

    private string Line(InvitedBrief invited)
    {
        if (invited.IsEmpty) return phrases.Pick("기록에 없음", "nothing on record");
        var parts = new List<string> { Raised(invited) };
        var owed = invited.Commitments.Where(c => !c.ByInvited && c.State != CommitmentState.Decided).ToList();
        var overdue = owed.Count(c => c.State == CommitmentState.Overdue);
        // Answers to what was not looked at are not looked at either.
        var ofShown = invited.MoreConcerns > 0;
        if (owed.Count > 0) parts.Add(phrases.Pick($"{(ofShown ? "그에 " : "")}받은 약속 {owed.Count}건{(overdue > 0 ? $"(기한 지남 {overdue}건)" : "")}", $"{owed.Count} promised to them{(ofShown ? " on those" : "")}{(overdue > 0 ? $" ({overdue} past due)" : "")}"));
        if (invited.Together.Count > 0) parts.Add(phrases.Pick($"함께한 자리의 공동 발언 {invited.Together.Count}건{More(invited.MoreTogether)}", $"{invited.Together.Count}{More(invited.MoreTogether)} said together while present"));
        if (invited.SameName.Count > 0) parts.Add(phrases.Pick($"같은 이름의 발언 {invited.SameName.Count}건{More(invited.MoreSameName)}", $"{invited.SameName.Count}{More(invited.MoreSameName)} under the same name"));
        parts.Add(invited.LastContact is { } last ? phrases.Pick($"마지막 만남 {last.Date} {last.Title}", $"last met {last.Date}, {last.Title}") : phrases.Pick("만난 기록 없음", "no earlier meeting on record"));
        return string.Join(", ", parts);
    }

    private string Raised(InvitedBrief invited)
    {
        if (invited.Concerns.Count == 0) return phrases.Pick("직접 제기한 기록 없음", "raised nothing on record");
        var open = invited.Concerns.Count(c => c.Entry.Status == LedgerStatus.Open);
        // Of what was not looked at nobody knows how much was answered.
        var ofShown = invited.MoreConcerns > 0;
        return phrases.Pick(
            $"직접 제기 {invited.Concerns.Count}건{More(invited.MoreConcerns)}{(open > 0 ? $"({(ofShown ? $"{invited.Concerns.Count}건 가운데 " : "")}답변 없음 {open}건)" : "")}",
            $"raised {invited.Concerns.Count}{More(invited.MoreConcerns)}{(open > 0 ? $" ({open}{(ofShown ? $" of the {invited.Concerns.Count}" : "")} without a reply)" : "")}");
    }

    private string More(int count) => count == 0 ? "" : phrases.Pick($" 외 {count:N0}건", $" and {count:N0} more");

    private void AddRaised(List<BriefItem> items, IReadOnlyList<RaisedBefore> concerns, int more, DateOnly today)
    {
        items.AddRange(concerns.Take(MostEach).Select(c => Item(c.Entry.Raised, RaisedLines(c, today))));
        AddRest(items, concerns.Count, more);
    }

    private List<string> RaisedLines(RaisedBefore concern, DateOnly today)
    {
        var raised = concern.Entry.Raised;
        var again = raised.Raised is { Times: > 1 } r ? phrases.Pick($" (같은 내용이 회의 {r.Times}곳에서 나옴)", $" (the same came up at {r.Times} meetings)") : "";
        List<string> lines = [$"“{Quote(raised)}” {Marks(concern)}{again}"];
        if (concern.Entry.Replies.Count == 0) lines.Add(phrases.Pick("→ 기록에 답변 없음", "→ no reply on record"));
        lines.AddRange(concern.Entry.Replies.OrderBy(Ledger.IsGeneral).DistinctBy(reply => SpeakerNames.Fold(reply.Text)).Take(3).Select(reply => $"→ {phrases.Speaker(reply.Statement.Attribution)}: {Said(reply, today)}"));
        return lines;
    }

    private string Marks(RaisedBefore told) => string.Concat(told.AlsoTold.Prepend(told.Entry.Raised).Select(_cite).Distinct());

    private BriefItem Item(StoredStatement s, IReadOnlyList<string> lines) => new(phrases.Speaker(s.Statement.Attribution), Where(s), lines);

    private string Said(StoredStatement reply, DateOnly today)
    {
        var s = reply.Statement;
        var general = Ledger.IsGeneral(reply) ? phrases.Pick("회의 전체에 대해 ", "to the meeting as a whole, ") : "";
        var strength = s.Strength is { } step ? phrases.Strength(step) : phrases.Kind(s.Kind);
        return $"{general}“{Quote(reply)}” ({strength}{Due(s, today)}) {_cite(reply)}";
    }

    private string Due(Statement s, DateOnly today)
    {
        if (s.Kind != StatementKind.Commitment) return "";
        if (s.Due is null) return phrases.Pick(", 기한 없음", ", no deadline");
        var day = s.Due.By is { } by ? $" → {phrases.Day(by)}" : "";
        var past = CommitmentStates.Of(s, today) == CommitmentState.Overdue ? phrases.Pick(", 지남: 이행 여부는 확인 필요", ", past: check whether it was kept") : "";
        return phrases.Pick($", 기한 {s.Due.Text}{day}{past}", $", due {s.Due.Text}{day}{past}");
    }

    private void AddRest(List<BriefItem> items, int count, int more)
    {
        if (Math.Max(0, count - MostEach) + more is > 0 and var rest) items.Add(BriefItem.Heading(phrases.Pick($"이 밖에 {rest:N0}건이 더 있습니다.", $"{rest:N0} more on record.")));
    }

    private string Where(StoredStatement s) => s.Meeting is { } meeting
        ? $"{meeting.Date?.ToString() ?? phrases.Day(null)}, {meeting.Title}{(meeting.Place is { } place && !meeting.Title.Contains(place, StringComparison.Ordinal) ? $", {place}" : "")}"
        : $"{phrases.Day(s.Record.Published)}, {s.Record.Title}";

    private static string Quote(StoredStatement s) => s.Text.ReplaceLineEndings(" ");
}

/// <summary>One thing said, and what was answered to it; without lines a heading over those behind it.</summary>
public sealed record BriefItem(string Speaker, string? Where, IReadOnlyList<string> Lines)
{
    public static BriefItem Heading(string text) => new(text, null, []);
}
