using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>A digest in words: a short post, and what stands behind it.</summary>
/// <param name="mark">How a quote names its source; null names the statement's id.</param>
public sealed class DigestText(Language language, Topics topics, Func<StoredStatement, string>? mark = null)
{
    private const int MostEach = 20;
    private const int MostNames = 4;

    private static readonly string[] KoreanDays = ["일", "월", "화", "수", "목", "금", "토"];

    private readonly Phrases _phrases = new(language);

    /// <summary>The counts, what a model made of the news, then a line a topic and a line a meeting of the day.</summary>
    public IReadOnlyList<string> Top(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var day = digest.Request.Day;
        var title = _phrases.Pick($"{_phrases.Day(day)}({KoreanDays[(int)day.DayOfWeek]})", $"{_phrases.Day(day)} ({day.DayOfWeek})");
        if (digest.IsQuiet) return [_phrases.Pick($"{title} 새로 나온 것이 없습니다.", $"{title}: nothing new."), .. Basis(digest.Basis)];
        List<string> lines = [$"{title} {string.Join(", ", Counts(digest))}"];
        lines.AddRange(Basis(digest.Basis));
        lines.AddRange(digest.Phrased);
        lines.AddRange(ByTopic(digest).Select(t => $"• {Label(t.Key)} {_phrases.Pick($"{t.Count()}건", $"({t.Count()})")}: {Names(t)}"));
        lines.AddRange(digest.Meetings.Where(m => IsOn(m, day)).Select(m => _phrases.Pick("• 오늘 ", "• Today ") + Heading(m, day)));
        return lines;
    }

    /// <summary>A heading and its lines, one part each; for the thread under the post.</summary>
    public IReadOnlyList<string> Details(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var day = digest.Request.Day;
        var lines = new List<string>();
        foreach (var topic in ByTopic(digest)) Section(lines, _phrases.Pick($"새 우려·요청: {Label(topic.Key)}", $"New concerns and requests: {Label(topic.Key)}"), topic.Select(c => Raised(c.Entry.Raised)));
        Section(lines, _phrases.Pick("새 답변과 약속", "New replies and commitments"), digest.NewReplies.Select(Reply));
        Section(lines, _phrases.Pick("기한이 됐거나 다가온 약속", "Commitments due"), digest.FreshlyDue.Select(c => Reply(c.Commitment) + State(c, day)));
        var older = digest.CommitmentsDue.Count - digest.FreshlyDue.Count();
        if (older > 0) lines.Add(_phrases.Pick($"전에 기한이 지난 약속 {older}건(이행 여부는 확인 필요)", $"{older} commitments passed their day before (check whether they were kept)"));
        Section(lines, _phrases.Pick($"{digest.Request.UnansweredDays}일이 지나도록 답변이 기록에 없는 것", $"No reply on record after {digest.Request.UnansweredDays} days"), digest.FreshlyUnanswered.Select(c => Raised(c.Entry.Raised)));
        Section(lines, _phrases.Pick("회의", "Meetings"), digest.Meetings.Select(m => "• " + Heading(m, day)));
        return lines;
    }

    public string Whole(Digest digest) => string.Join('\n', Details(digest) is { Count: > 0 } details ? [.. Top(digest), "", .. details] : Top(digest));

    /// <summary>A digest that looks back says by which days it goes, wherever the reader could take it for another.</summary>
    private IEnumerable<string> Basis(DigestBasis basis) => basis switch
    {
        { ByPublication: true, LeftOut: 0 } => [_phrases.Pick("이 날까지 들어온 기록이 없어, 발행일을 들어온 날로 보고 되짚었습니다.", "No record had come in by then: this looks back by the days of publication.")],
        { ByPublication: true } => [_phrases.Pick($"이 날까지 들어온 기록이 없어, 발행일을 들어온 날로 보고 되짚었습니다. 발행일이 없는 기록 {basis.LeftOut:N0}건은 빠졌습니다.", $"No record had come in by then: this looks back by the days of publication, without {basis.LeftOut:N0} record{(basis.LeftOut == 1 ? "" : "s")} that {(basis.LeftOut == 1 ? "has" : "have")} none.")],
        { LeftOut: > 0 } => [_phrases.Pick($"기록이 들어온 날을 기준으로 합니다. 이 날까지 발행됐지만 나중에 들어온 기록 {basis.LeftOut:N0}건은 들어 있지 않습니다.", $"This goes by the days on which records came in: {basis.LeftOut:N0} published by then came in later and {(basis.LeftOut == 1 ? "is" : "are")} left out.")],
        _ => [],
    };

    private IEnumerable<string> Counts(Digest digest)
    {
        if (digest.NewConcerns.Count is > 0 and var concerns) yield return _phrases.Pick($"새 우려·요청 {concerns}건", $"{concerns} new concern{(concerns == 1 ? "" : "s")}");
        if (digest.NewReplies.Count is > 0 and var replies) yield return _phrases.Pick($"새 답변·약속 {replies}건", $"{replies} new repl{(replies == 1 ? "y" : "ies")}");
        if (digest.FreshlyDue.Count() is > 0 and var due) yield return _phrases.Pick($"기한이 됐거나 다가온 약속 {due}건", $"{due} commitment{(due == 1 ? "" : "s")} due");
        if (digest.FreshlyUnanswered.Count() is > 0 and var silent) yield return _phrases.Pick($"답변 없이 {digest.Request.UnansweredDays}일 지난 것 {silent}건", $"{silent} unanswered for {digest.Request.UnansweredDays} days");
        if (digest.Meetings.Count is > 0 and var meetings) yield return _phrases.Pick($"7일 안 회의 {meetings}건", $"{meetings} meeting{(meetings == 1 ? "" : "s")} within 7 days");
    }

    private static IEnumerable<IGrouping<string, RaisedBefore>> ByTopic(Digest digest) =>
        digest.NewConcerns.GroupBy(c => c.Entry.Raised.Statement.Topics[0], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);

    private string Names(IEnumerable<RaisedBefore> concerns)
    {
        var names = concerns.Select(c => _phrases.ShortSpeaker(c.Entry.Raised.Statement.Attribution)).Distinct(StringComparer.Ordinal).ToList();
        var more = names.Count - MostNames;
        return string.Join(", ", names.Take(MostNames)) + (more > 0 ? _phrases.Pick($" 등 {names.Count}", $" and {more} more") : "");
    }

    private void Section(List<string> lines, string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        lines.Add($"[{heading}]");
        lines.AddRange(all.Take(MostEach));
        if (all.Count > MostEach) lines.Add(_phrases.Pick($"이 밖에 {all.Count - MostEach}건", $"{all.Count - MostEach} more"));
    }

    private string Raised(StoredStatement s) => $"• {_phrases.Speaker(s.Statement.Attribution)}, {Where(s)}: “{s.Text.ReplaceLineEndings(" ")}” {Mark(s)}{_phrases.Present(s.Statement.Attribution)}";

    private string Reply(StoredStatement s)
    {
        var strength = s.Statement.Strength is { } step ? _phrases.Strength(step) : _phrases.Kind(s.Statement.Kind);
        var due = s.Statement.Due is { } d ? _phrases.Pick(", 기한 ", ", due ") + d.Text + (d.By is { } by ? $" → {_phrases.Day(by)}" : "") : "";
        var general = Ledger.IsGeneral(s) ? _phrases.Pick(", 회의 전체에 대해", ", to the meeting as a whole") : "";
        return $"• {_phrases.Speaker(s.Statement.Attribution)}, {Where(s)}: “{s.Text.ReplaceLineEndings(" ")}” ({strength}{due}{general}) {Mark(s)}";
    }

    private string Mark(StoredStatement s) => mark?.Invoke(s) ?? $"[{s.Statement.Id}]";

    private string State(Owed owed, DateOnly today) => owed.Commitment.Statement.Due!.By is { } by && owed.State == CommitmentState.Overdue
        ? _phrases.Pick($" — {today.DayNumber - by.DayNumber}일 지남(이행 여부는 확인 필요)", $" — {today.DayNumber - by.DayNumber} days past (check whether it was kept)")
        : "";

    private string Where(StoredStatement s) => s.Meeting is { } meeting ? $"{meeting.Date?.ToString() ?? _phrases.Day(null)} {meeting.Title}" : $"{_phrases.Day(s.Record.Published)} {s.Record.Title}";

    private string Heading(Meeting meeting, DateOnly day) => MeetingAnswer.Heading(meeting, day, _phrases).TrimStart('•', ' ');

    internal string Label(string slug) => topics.All.FirstOrDefault(t => t.Slug == slug)?.Label(language) ?? slug;

    private static bool IsOn(Meeting meeting, DateOnly day) => meeting.Date?.Day is not null && meeting.Date.First == day;
}
