using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Reads the head of minutes: 일시·장소 : ’25.9.11.(목) 14:00, A회관 / 참석 : … / 주재 : … / Date: … / Venue: ….</summary>
internal sealed class HeaderReader(Record record, PartyReader parties)
{
    private static readonly string[] When = ["일시", "일자", "날짜", "회의일", "개최일", "date", "when", "time"];

    private static readonly string[] Where = ["장소", "곳", "place", "venue", "location", "where"];

    private static readonly string[] Who = ["참석", "참석자", "참가", "배석", "attendees", "attendance", "present", "participants", "in attendance"];

    private static readonly string[] Hosts = ["주재", "주최", "주관", "의장", "chair", "host", "hosted by", "chaired by"];

    private static readonly string[] Called = ["회의명", "행사명", "회의", "제목", "title", "meeting"];

    /// <summary>Null when the stretch holds no header with a day or a place.</summary>
    public MeetingDraft? Read(IReadOnlyList<SourceSpan> lines, DateContext context)
    {
        var draft = new MeetingDraft { Kind = "회의" };
        var known = 0;
        foreach (var line in lines.SelectMany(Cells))
        {
            if (Field(line) is not { } field) continue;
            var label = field.Label;
            if (Has(label, When)) known += ReadWhen(draft, field.Value, context, withPlace: Has(label, Where)) ? 1 : 0;
            else if (Has(label, Where)) (draft.Place, known) = (field.Value.Of(record.Text), known + 1);
            else if (Has(label, Hosts)) draft.AddHosts(People(field.Value));
            else if (Has(label, Who)) ReadWho(draft, field.Value);
            else if (Has(label, Called)) draft.Name = field.Value.Of(record.Text);
            else continue;
            draft.Tell(line, record.Text);
        }

        return known > 0 ? draft : null;
    }

    private bool ReadWhen(MeetingDraft draft, SourceSpan value, DateContext context, bool withPlace)
    {
        var dates = DateLanguage.Find(record.Text, value, context, DateTense.Nearest);
        if (dates.Count == 0 || dates[0].DayImplied) return false;
        var date = dates[0];
        if (date.First is { } first) draft.Date = date.Precision == DatePrecision.Month ? new(first.Year, first.Month, null) : MeetingDate.Of(first);
        (draft.Time, draft.Half) = (date.Time, date.Half);
        draft.Status = date.First > record.Published ? MeetingStatus.Upcoming : MeetingStatus.Held;
        if (!withPlace) return true;
        var place = new SourceSpan(date.Span.End, value.End).Of(record.Text).Trim(' ', ',', '/', '·', '.');
        if (place.Length > 1) draft.Place = place;
        return true;
    }

    private void ReadWho(MeetingDraft draft, SourceSpan value)
    {
        foreach (var item in value.Of(record.Text).Split([",", "·", "、", ";"], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = item.Trim();
            var chairs = text.EndsWith("(주재)", StringComparison.Ordinal) || text.EndsWith("(의장)", StringComparison.Ordinal) || text.EndsWith("(chair)", StringComparison.OrdinalIgnoreCase);
            if (text.IndexOf(" 등", StringComparison.Ordinal) is > 0 and var etc) text = text[..etc];
            if (parties.Read(chairs ? text[..text.LastIndexOf('(')] : text) is not { } party) continue;
            if (chairs) draft.AddHosts([party]);
            draft.AddParticipants([party]);
        }
    }

    private IEnumerable<Party> People(SourceSpan value) => value.Of(record.Text).Split([",", "·"], StringSplitOptions.RemoveEmptyEntries).Select(parties.Read).OfType<Party>();

    /// <summary>Several fields on one line stand apart by two spaces, a tab or a bar.</summary>
    private IEnumerable<SourceSpan> Cells(SourceSpan line)
    {
        var (text, start) = (record.Text, line.Start);
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] is not ('\t' or '|') && !(text[i] == ' ' && i + 1 < line.End && text[i + 1] == ' ')) continue;
            if (i > start) yield return new(start, i);
            start = i + 1;
        }

        yield return new(start, line.End);
    }

    private (string Label, SourceSpan Value)? Field(SourceSpan line)
    {
        var text = record.Text;
        var start = line.Start;
        while (start < line.End && (text[start] is 'ㅇ' or '□' or '○' or '-' or '·' or '*' or '•' or '▪' or '#' or '【' or '|' || char.IsWhiteSpace(text[start]))) start++;
        var colon = text.AsSpan(start, Math.Min(24, line.End - start)).IndexOfAny(':', '：');
        if (colon < 1) return null;
        return (text.Substring(start, colon).Trim(' ', '*'), new SourceSpan(start + colon + 1, line.End).Trim(text));
    }

    private static bool Has(string label, string[] words)
    {
        var bare = label.Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in words)
        {
            if (bare.Equals(word.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || Array.Exists(bare.Split('·', '및', '/', '&'), p => p.Equals(word, StringComparison.OrdinalIgnoreCase))) return true;
        }

        return false;
    }
}
