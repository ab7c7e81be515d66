using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <param name="To">Null when it was put off without a day.</param>
/// <param name="From">Null when the sentence does not say it beyond doubt.</param>
internal sealed record Move(SourceSpan Span, DateExpression? To, DateExpression? From);

/// <summary>Reads from which day to which a sentence moves its meetings: 29일로 잡혔던 간담회가 8월 5일로 연기됐다.</summary>
internal sealed class MoveReader(Record record)
{
    private const int Reach = 24;

    private readonly string _text = record.Text;

    private static readonly string[] Planned =
        ["예정이던", "예정이었", "예정됐", "예정된", "예정돼", "예정했", "예정인", "열릴", "열기로", "열려던", "개최하기로", "개최될", "개최할", "개최 예정", "잡혔", "잡힌", "잡은", "잡았", "계획했", "계획됐", "계획된"];

    private static readonly string[] LeadsFrom =
        ["당초", "애초", "원래", "본래", "originally", "initially", "from", "set for", "scheduled for", "planned for", "slated for", "due", "instead of", "rather than"];

    private static readonly string[] LeadsTo = ["to", "until", "rescheduled for", "moved for", "postponed for"];

    private static readonly string[] Held = ["열렸", "열었", "개최됐", "개최했", "가졌", "진행됐", "took place", "was held", "were held"];

    private static readonly string[] Earlier = ["앞당", "moved up", "brought forward"];

    private static readonly string[] Later = ["연기", "미뤘", "미뤄", "미룬", "늦췄", "늦춰", "순연", "postponed", "put off", "delayed", "pushed back"];

    private static readonly string[] Announcing = ["밝혔", "전했", "알렸", "발표했", "공지했", "said", "announced"];

    /// <summary>연기됐던 간담회가 24일 열렸다 tells a meeting that was held, 연기됐던 간담회가 취소됐다 one that is called off.</summary>
    public static bool Tells(string text, SourceSpan sentence) =>
        MeetingWords.FirstTold(text, sentence, MeetingWords.Moved) is { } at && MeetingWords.IsEventIn(text, sentence)
        && MeetingWords.First(text, at, sentence.End, Held) is null && MeetingWords.FirstTold(text, sentence, MeetingWords.Called) is null;

    /// <param name="isMeetingDate">Whether a meeting may have been on the day with that index.</param>
    public IReadOnlyList<Move> Read(MeetingSentence sentence, Func<int, bool> isMeetingDate)
    {
        var fresh = LeadingThere(sentence);
        if (fresh.Count == 0) return [new(sentence.Span, null, Left(sentence, fresh, sentence.Span, null, isMeetingDate))];
        List<Move> moves = [];
        var start = sentence.Span.Start;
        foreach (var (at, to) in fresh.Index())
        {
            var end = at + 1 < fresh.Count ? ClauseEnd(sentence.Dates[to].Span.End, sentence.Span.End) : sentence.Span.End;
            var clause = new SourceSpan(start, end);
            moves.Add(Consistent(new(clause, sentence.Dates[to], Left(sentence, fresh, clause, sentence.Dates[to], isMeetingDate))));
            start = end;
        }

        return moves;
    }

    private int ClauseEnd(int from, int end) => _text.IndexOf(',', from, end - from) is >= 0 and var comma ? comma + 1 : from;

    /// <summary>A period is no day of a meeting, the day it leaves is none that it leads to, and what was put off does not come sooner.</summary>
    private Move Consistent(Move move)
    {
        if (move.To!.Precision == DatePrecision.Range) return move with { To = null };
        if (move.From?.First is not { } from) return move;
        if (move.To.First == from && move.To.IsDay) return move with { From = null };
        var differs = (MeetingWords.Has(_text, move.Span, Earlier) && move.To.First > from) || (MeetingWords.Has(_text, move.Span, Later) && move.To.Last < from);
        if (!differs) return move;
        return IsBare(move.To) ? move with { To = null } : move with { From = null };
    }

    /// <summary>29일: behind another month its own is anybody's guess.</summary>
    private bool IsBare(DateExpression date) => date.Relative && !date.Span.Of(_text).Contains('월') && date.Span.Of(_text).Contains('일');

    /// <summary>12일로 연기, moved to 12 July: not the days it leaves (2일로 잡혔던). 29일 간담회는 5일로, 30일 토론회는 6일로 연기: both.</summary>
    private SortedSet<int> LeadingThere(MeetingSentence sentence)
    {
        // 연기돼 8월 5일 열린다; was postponed and will now be held on August 5.
        var held = MeetingWords.First(_text, sentence.Span.Start, sentence.Span.End, MeetingWords.Moved) is { } moved && new SourceSpan(moved, sentence.Span.End) is var rest
            && MeetingWords.Has(_text, rest, MeetingWords.ToCome) && MeetingWords.Has(_text, rest, MeetingWords.TakingPlaceAhead) ? moved : int.MaxValue;
        SortedSet<int> found = [];
        for (var i = sentence.Dates.Count - 1; i >= 0; i--)
        {
            if (sentence.Dates[i].First is null || LeavesIt(sentence, i)) continue;
            var after = After(sentence, i);
            var leads = after.StartsWith("로 ", StringComparison.Ordinal) ? IsMovedTo(after)
                : after.StartsWith("로,", StringComparison.Ordinal) ? found.Count > 0
                : held < sentence.Dates[i].Span.Start || LeadsTo.Any(lead => IsLedBy(sentence.Dates[i], lead));
            if (leads) found.Add(i);
        }

        return found;
    }

    private static bool IsMovedTo(string after) => MeetingWords.Moved.Any(m => after.Contains(m, StringComparison.Ordinal));

    /// <summary>8월 5일로 연기해 달라, should be postponed to 5 August: days that somebody wishes for, or that may come, are no days of a meeting.</summary>
    public HashSet<int> FindOpen(MeetingSentence sentence)
    {
        if (!MeetingWords.Has(_text, sentence.Span, MeetingWords.Moved) || MeetingWords.FirstTold(_text, sentence.Span, MeetingWords.Moved) is not null) return [];
        return [.. Enumerable.Range(0, sentence.Dates.Count).Where(i => After(sentence, i) is var after && after.StartsWith("로 ", StringComparison.Ordinal) ? IsMovedTo(after) : LeadsTo.Any(lead => IsLedBy(sentence.Dates[i], lead)))];
    }

    private DateExpression? Left(MeetingSentence sentence, SortedSet<int> fresh, SourceSpan clause, DateExpression? to, Func<int, bool> isMeetingDate)
    {
        var days = Enumerable.Range(0, sentence.Dates.Count)
            .Where(i => sentence.Dates[i] is { IsDay: true, DayImplied: false } d && d != to && clause.Contains(d.Span.Start) && !fresh.Contains(i)).ToList();
        var marked = days.FindAll(i => LeavesIt(sentence, i));
        if (marked.Count > 0) return marked is [var only] ? sentence.Dates[only] : null;
        // "29일 간담회는 …": a day to come right before the meeting; any other is as often the one of the decision.
        if (Announcing.Any(a => _text.AsSpan(clause.Start, clause.Length).Contains(a, StringComparison.Ordinal))) return null;
        var bare = days.FindAll(i => isMeetingDate(i) && sentence.Dates[i].First > record.Published && IsOfMeeting(sentence.Dates[i], to?.Span.Start > sentence.Dates[i].Span.End ? to.Span.Start : clause.End));
        return bare is [var one] ? sentence.Dates[one] : null;
    }

    private bool IsOfMeeting(DateExpression date, int end) =>
        MeetingWords.FindNoun(_text, date.Span.End, end) is { } noun && !_text.AsSpan(date.Span.End, noun.Start - date.Span.End).Contains(',');

    private bool LeavesIt(MeetingSentence sentence, int index)
    {
        if (LeadsFrom.Any(lead => IsLedBy(sentence.Dates[index], lead))) return true;
        var after = After(sentence, index);
        if (after.StartsWith("에서", StringComparison.Ordinal) && index + 1 < sentence.Dates.Count) return true;
        var planned = FirstOf(after, Planned);
        return planned >= 0 && (FirstOf(after, MeetingWords.Moved) is var moved) && (moved < 0 || planned < moved);
    }

    private bool IsLedBy(DateExpression date, string lead)
    {
        var before = _text.AsSpan(0, date.Span.Start).TrimEnd();
        if (before.EndsWith(" on", StringComparison.Ordinal)) before = before[..^3];
        return before.EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (before.Length == lead.Length || !char.IsLetter(before[^(lead.Length + 1)]));
    }

    /// <summary>Up to the next day and no further than a clause is long.</summary>
    private string After(MeetingSentence sentence, int index)
    {
        var end = index + 1 < sentence.Dates.Count ? sentence.Dates[index + 1].Span.Start : sentence.Span.End;
        return _text[sentence.Dates[index].Span.End..Math.Min(end, sentence.Dates[index].Span.End + Reach)];
    }

    private static int FirstOf(string text, string[] words) => words.Select(w => text.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
}
