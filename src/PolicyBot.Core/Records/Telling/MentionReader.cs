using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Finds in one sentence the meetings that it tells of: each day with a meeting beside it, or a meeting without a day.</summary>
internal sealed class MentionReader(Record record, HostReader hosts)
{
    private readonly string _text = record.Text;
    private readonly MoveReader _moves = new(record);

    public IReadOnlyList<MeetingMention> Read(MeetingSentence sentence)
    {
        var span = sentence.Span;
        if (!IsTelling(sentence) || IsHistory(span)) return [];
        if (Recurring(span) is { } series) return [series];
        if (MoveReader.Tells(_text, span)) return ReadMoved(sentence);
        var wished = _moves.FindOpen(sentence);
        var dates = sentence.Dates.Where((d, i) => IsMeetingDate(sentence, i) && !wished.Contains(i)).ToList();
        if (dates.Count == 0 && wished.Count > 0) return [];
        if (dates.Count == 0 && sentence.Dates.Any(d => IsBackground(d, After(d, 60)))) return [];
        return dates.Count == 0 ? ReadUndated(sentence) : ReadDated(sentence, dates);
    }

    /// <summary>What happened at another time stays history: 약속한 바 있다, 당시.</summary>
    private bool IsHistory(SourceSpan span) =>
        _text.AsSpan(span.Start, span.Length) is var words && (words.Contains("바 있다", StringComparison.Ordinal) || words.StartsWith("당시", StringComparison.Ordinal) || words.Contains(" 당시", StringComparison.Ordinal) || IsCount(words));

    /// <summary>간담회를 세 차례 개최: a count of meetings, not one of them.</summary>
    private static bool IsCount(ReadOnlySpan<char> words) =>
        words.IndexOf(" 차례 ", StringComparison.Ordinal) is > 1 and var at && (char.IsAsciiDigit(words[at - 1]) || words[at - 1] is '두' or '세' or '네' or '섯' or '곱' or '덟' or '홉' or '열' or '러' or '몇');

    private bool IsTelling(MeetingSentence sentence) => IsTelling(sentence.Span)
        || (sentence.Dates.Count > 0 && MeetingWords.Has(_text, sentence.Span, MeetingWords.TakingPlace));

    private bool IsTelling(SourceSpan span) => IsEventWord(span)
        || MeetingWords.Has(_text, span, MeetingWords.Deciding) || (MeetingWords.Has(_text, span, MeetingWords.Speaking) && PlaceReader.FindRegion(_text, span) is not null);

    private bool IsEventWord(SourceSpan span) => MeetingWords.IsEventIn(_text, span);

    /// <summary>매주 정례적으로 간담회를 열 계획: to come, without a day of its own.</summary>
    private MeetingMention? Recurring(SourceSpan span)
    {
        if (MeetingWords.First(_text, span.Start, span.End, MeetingWords.Rhythms) is not { } at) return null;
        if (MeetingWords.FindNoun(_text, span.Start, span.End) is not { } noun || !MeetingWords.Has(_text, new(at, span.End), MeetingWords.ToCome)) return null;
        var word = MeetingWords.Rhythms.First(r => _text.AsSpan(at).StartsWith(r, StringComparison.OrdinalIgnoreCase));
        return new(span) { Series = word, Status = MeetingStatus.Upcoming, Kind = noun.Of(_text), Hosts = hosts.Find(span, span.Start) };
    }

    private List<MeetingMention> ReadMoved(MeetingSentence sentence)
    {
        var actors = hosts.Find(sentence.Span, sentence.Span.Start);
        return
        [
            .. _moves.Read(sentence, i => IsMeetingDate(sentence, i)).Select(move => Describe(move.Span, move.Span, move.To) with
            {
                Status = MeetingStatus.Upcoming,
                Undatable = move.To is null,
                MovedFrom = DateOf(move.From),
                Hosts = HostsOfChanged(actors, move.Span),
            }),
        ];
    }

    private IReadOnlyList<Party> HostsOfChanged(IReadOnlyList<Party> actors, SourceSpan within) =>
        actors.Count > 0 ? actors : MeetingWords.FindNoun(_text, within.Start, within.End) is { } noun ? hosts.FindOwner(within, noun) : [];

    private string After(DateExpression date, int reach) => _text[date.Span.End..Math.Min(_text.Length, date.Span.End + reach)];

    /// <summary>Whether a meeting may have been on that day: no deadline, announcement, dateline, result day, or day of something else.</summary>
    private bool IsMeetingDate(MeetingSentence sentence, int index)
    {
        var date = sentence.Dates[index];
        if (date.Precision == DatePrecision.Range && !(date.First is { } first && date.Last is { } last && last.DayNumber - first.DayNumber < 7 && date.YearWritten)) return false;
        var end = index + 1 < sentence.Dates.Count ? sentence.Dates[index + 1].Span.Start : sentence.Span.End;
        var after = _text[date.Span.End..end];
        if (after.StartsWith("까지", StringComparison.Ordinal) || after.StartsWith("부터", StringComparison.Ordinal) || after.StartsWith("자 ", StringComparison.Ordinal)) return false;
        if (IsBackground(date, after)) return false;
        if (DateLanguage.IsAnnouncement(after.AsSpan()) || after.IndexOf("에 따르면", StringComparison.Ordinal) is >= 0 and < 24) return false;
        if (IsClosedOff(after) || after.TrimStart().StartsWith("--", StringComparison.Ordinal) || after.StartsWith(" —", StringComparison.Ordinal)) return false;
        var start = index == 0 ? sentence.Span.Start : sentence.Dates[index - 1].Span.End;
        var before = _text[start..date.Span.Start].TrimEnd();
        if (before.EndsWith(" by", StringComparison.Ordinal) || before.EndsWith(" until", StringComparison.Ordinal) || before.EndsWith("deadline", StringComparison.Ordinal) || before.EndsWith("since", StringComparison.Ordinal)) return false;
        if (Compares(new(start, date.Span.Start))) return true;
        return MeetingWords.First(_text, date.Span.End, end, MeetingWords.Results) is not { } result || FirstEvent(new(date.Span.End, end)) < result;
    }

    /// <summary>"전날 정부가 대책을 내놓은 뒤 열린 자리다", "전날 본회의에서 특별법이 통과됐다": what happened the day before is the reason, not the meeting.</summary>
    private bool IsBackground(DateExpression date, string after) =>
        date.Span.Of(_text) is "전날" or "하루 전" && Reasons.Any(r => after.Contains(r, StringComparison.Ordinal));

    private static readonly string[] Reasons = ["은 뒤 ", "한 뒤 ", "된 뒤 ", "난 뒤 ", "한 후 ", "된 후 ", " 직후 ", "면서 ", "통과됐", "가결됐", "통과되", "가결되", "발표됐", "발표되", "공포됐"];

    /// <summary>"21일 홍길동 장관 취임 이후 간담회를 세 차례": the day belongs to what came before 이후, and a count of meetings is none of them.</summary>
    private static bool IsClosedOff(string after)
    {
        var at = after.IndexOf("이후", StringComparison.Ordinal);
        if (at < 0 || after[..at].Trim() is "" or "취임") return false;
        return !after[..at].Contains('열', StringComparison.Ordinal) && !after[..at].Contains("회의", StringComparison.Ordinal);
    }

    private int FirstEvent(SourceSpan span)
    {
        var noun = MeetingWords.FindNoun(_text, span.Start, span.End)?.Start ?? int.MaxValue;
        foreach (var words in (string[][])[MeetingWords.Hosting, MeetingWords.Meeting, MeetingWords.TakingPlace, MeetingWords.Deciding])
            noun = Math.Min(noun, MeetingWords.First(_text, span.Start, span.End, words) ?? int.MaxValue);
        return noun;
    }

    private List<MeetingMention> ReadDated(MeetingSentence sentence, List<DateExpression> dates)
    {
        List<MeetingMention> mentions = [];
        for (var i = 0; i < dates.Count; i++)
        {
            var start = i == 0 ? sentence.Span.Start : SegmentStart(sentence, dates[i - 1].Span.End, dates[i].Span.Start);
            var end = i + 1 < dates.Count ? SegmentStart(sentence, dates[i].Span.End, dates[i + 1].Span.Start) : sentence.Span.End;
            var after = new SourceSpan(dates[i].Span.End, end);
            var before = new SourceSpan(i == 0 ? start : dates[i - 1].Span.End, dates[i].Span.Start);
            if (!IsBound(sentence, after, before, i + 1 < dates.Count)) continue;
            if (dates[i].DayImplied && i == 0 && dates.Count == 1 && dates[i].Time is null && FirstEvent(sentence.Span) == int.MaxValue) continue;
            var mention = Describe(new(start, end), after, dates[i]);
            mentions.Add(mention with { Hosts = mention.Status == MeetingStatus.Cancelled ? HostsOfChanged(hosts.Find(sentence.Span, sentence.Span.Start), new(start, end)) : hosts.Find(sentence.Span, dates[i].Span.End) });
        }

        return mentions.Count == 0 && IsReference(sentence.Span) ? ReadUndated(sentence) : mentions;
    }

    private bool IsReference(SourceSpan span) => !MeetingWords.Has(_text, span, MeetingWords.Rhythms);

    /// <summary>In Gwangju on Tuesday …; in Changwon on Thursday …: the place before the second day belongs to it.</summary>
    private int SegmentStart(MeetingSentence sentence, int from, int date)
    {
        var at = _text.LastIndexOfAny([';', ','], date - 1, Math.Max(0, date - from));
        return at > from && char.IsAsciiLetter(_text[Math.Min(sentence.Span.End - 1, at + 2)]) ? at + 1 : date;
    }

    private bool IsBound(MeetingSentence sentence, SourceSpan after, SourceSpan before, bool more)
    {
        if (FirstEvent(after) < int.MaxValue) return true;
        if (Compares(before) || (FirstEvent(before) < int.MaxValue && !IsKorean(before))) return true;
        if (PlaceReader.FindRegion(_text, new(before.Start, after.End)) is not null && MeetingWords.Has(_text, sentence.Span, MeetingWords.Speaking)) return true;
        // 오전에 A사를, 오후에 B사를 찾았다: the verb at the end is shared.
        return more && _text[after.Start..after.End].TrimEnd().EndsWith(',') && FirstEvent(new(after.End, sentence.Span.End)) < int.MaxValue;
    }

    private bool Compares(SourceSpan before)
    {
        if (MeetingWords.FindNoun(_text, before.Start, before.End) is null) return false;
        var words = _text[before.Start..before.End];
        return words.Contains("달리", StringComparison.Ordinal) || words.Contains("에 이어", StringComparison.Ordinal) || words.TrimEnd().EndsWith("회의는", StringComparison.Ordinal) || words.TrimEnd().EndsWith("회는", StringComparison.Ordinal);
    }

    private bool IsKorean(SourceSpan span) => _text.AsSpan(span.Start, span.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable);

    private List<MeetingMention> ReadUndated(MeetingSentence sentence)
    {
        var span = sentence.Span;
        if (!IsEventWord(span) || sentence.Dates.Any(d => d.Precision == DatePrecision.Range)) return [];
        var mention = Describe(span, span, null);
        return [mention with { Hosts = hosts.Find(span, span.Start) }];
    }

    private MeetingMention Describe(SourceSpan span, SourceSpan after, DateExpression? date)
    {
        var noun = MeetingWords.FindNoun(_text, after.Start, after.End) ?? MeetingWords.FindNoun(_text, span.Start, span.End);
        var status = StatusOf(span, after, date);
        return new(span)
        {
            Date = DateOf(date),
            Dated = date is not null,
            DateWords = date?.Span.Of(_text),
            Strong = noun is not null && IsStrong(span, noun.Value),
            Half = date?.Half,
            Time = date?.Time,
            Status = status,
            Place = PlaceReader.Find(_text, span, after, date?.Span),
            Kind = noun?.Of(_text),
            Name = noun is { } known ? MeetingName.Find(_text, span, known) : null,
            Called = noun is { } named ? MeetingName.FindCalled(_text, span, named) ?? MeetingName.FindAbout(_text, span, named) : null,
        };
    }

    private bool IsStrong(SourceSpan span, SourceSpan noun)
    {
        var rest = _text.AsSpan(noun.End, Math.Min(8, _text.Length - noun.End));
        if (rest.StartsWith("에서", StringComparison.Ordinal) || rest.StartsWith("에는", StringComparison.Ordinal)) return true;
        return MeetingWords.Has(_text, span, MeetingWords.Hosting) || MeetingWords.Has(_text, span, MeetingWords.TakingPlace);
    }

    private static MeetingDate? DateOf(DateExpression? date) => date switch
    {
        { First: { } first, Precision: DatePrecision.Month } => new(first.Year, first.Month, null),
        { First: { } first } => MeetingDate.Of(first),
        _ => null,
    };

    private MeetingStatus StatusOf(SourceSpan span, SourceSpan after, DateExpression? date)
    {
        var tail = new SourceSpan(span.Start, Math.Max(span.End, after.End));
        if (MeetingWords.FirstTold(_text, tail, MeetingWords.Called) is not null) return MeetingStatus.Cancelled;
        if (date?.First is { } first && record.Published is { } published && (date.YearWritten || first != published))
            return first > published ? MeetingStatus.Upcoming : MeetingStatus.Held;
        var sentence = new SourceSpan(after.Start, DateTenses.SentenceEnd(_text, after.Start));
        var event1 = FirstEvent(sentence);
        return event1 < int.MaxValue && IsToCome(sentence) ? MeetingStatus.Upcoming : MeetingStatus.Held;
    }

    private bool IsToCome(SourceSpan sentence) =>
        DateTenses.Of(_text, new(sentence.Start, sentence.Start), DateTense.Past) == DateTense.Future;
}
