using PolicyBot.Concerns;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>Writes statements with their replies, the first few groups of one speaker at one meeting; the rest is only counted. What is no line is no point either: every proof belongs to words that a reader sees.</summary>
internal sealed class LedgerLines(AnswerDraft draft, string about = "")
{
    public const int Most = 16;
    private const int MostGroups = 5;
    private const int MostOfOneGroup = 6;

    private readonly Phrases _phrases = draft.Phrases;

    /// <summary>How much there is, where not all of it is at hand; null when it is.</summary>
    public int? InAll { get; init; }

    /// <summary>Whether only the newest were looked at, so that there may be more than those at hand.</summary>
    public bool IsCut { get; init; }

    public void Write(IReadOnlyList<ToldTogether> told, ILookup<StatementId, StoredStatement> replies)
    {
        var groups = told.Take(Most).GroupBy(t => (Speaker: _phrases.Speaker(t.Main.Statement.Attribution), Where: draft.Where(t.Main.Stored)));
        var written = 0;
        foreach (var group in groups.Take(MostGroups))
        {
            var items = group.Take(MostOfOneGroup).Select(t => (Told: t, Numbers: draft.Add(t.Main.Stored, t.Also.Select(a => a.Stored)), Reply: Reply(t, replies))).ToList();
            written += items.Count;
            var lines = new List<string>();
            var alike = items.Select(i => i.Reply).Distinct(StringComparer.Ordinal).Count() == 1;
            foreach (var (one, numbers, reply) in items)
                lines.Add($"{Phrases.Quote(one.Main.Stored.Text)} {AnswerDraft.Marks(numbers)}{Again(one.Main.Stored)}{(alike ? "" : " " + reply)}");
            if (_phrases.Present(group.First().Main.Statement.Attribution).Trim() is { Length: > 0 } present) lines.Add(present);
            if (alike) lines.Add(items[0].Reply);
            draft.Lines.Add(new AnswerPart(group.Key.Speaker, group.Key.Where, lines));
        }

        if ((InAll ?? told.Count) is var all && all > written) draft.Lines.Add(_phrases.More(all - written, about, IsCut && InAll is null));
    }

    private string Again(StoredStatement statement) => statement.Raised is { Times: > 1 } raised
        ? _phrases.Pick($" (누가 말했든 같은 내용이 회의 {raised.Times}곳에서 나옴: {_phrases.Day(raised.First)} ~ {_phrases.Day(raised.Last)})", $" (the same came up, whoever said it, at {raised.Times} meetings: {_phrases.Day(raised.First)} to {_phrases.Day(raised.Last)})")
        : "";

    private string Reply(ToldTogether told, ILookup<StatementId, StoredStatement> replies)
    {
        var answers = told.All.SelectMany(f => replies[f.Statement.Id]).DistinctBy(r => r.Statement.Id).OrderBy(Ledger.IsGeneral).ToList();
        if (answers.Count == 0) return _phrases.Pick("→ 기록에 답변 없음", "→ no reply on record");
        var numbers = answers.SelectMany(r => draft.Points.Any(p => p.StatementId == r.Statement.Id) ? [draft.Cite(r)] : draft.Add(r, [])).ToList();
        var best = answers[0];
        var general = Ledger.IsGeneral(best) ? _phrases.Pick("회의 전체에 대해 ", "to the meeting as a whole, ") : "";
        var strength = best.Statement.Strength is { } s ? _phrases.Strength(s) : _phrases.Kind(best.Statement.Kind);
        return $"→ {general}{_phrases.Speaker(best.Statement.Attribution)}: {Phrases.Quote(best.Text)} ({strength}) {AnswerDraft.Marks(numbers)}";
    }
}
