using PolicyBot.Records.Events;
using PolicyBot.Records.Telling;
using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>Finds the meetings that a record tells of, with their dates resolved against its publication.</summary>
public sealed class MeetingReader(Organisations organisations)
{
    public IReadOnlyList<Meeting> Read(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Parts.Any(p => p.Kind == TextPartKind.Event)) return EventText.Read(record, organisations);
        var parties = new PartyReader(organisations);
        var context = new DateContext(record.Published);
        var drafts = new MeetingDrafts(record.Text);
        var header = Dated(record, new HeaderReader(record, parties).Read(HeaderLines(record), context));
        if (header is not null)
        {
            drafts.Add(header);
            if (header.Date is { Day: not null } day) context = new(day.First);
        }

        if (record.Parts.Any(p => p.Kind == TextPartKind.Turn)) ReadTranscript(record, header, drafts);
        else ReadProse(record, context, drafts, parties, hasHeader: header is not null);
        return MeetingAssembly.Assemble(record, drafts.All, new RecordPeople(record.Text, parties));
    }

    private static MeetingDraft? Dated(Record record, MeetingDraft? header)
    {
        if (header is { Date: not null } || TitleDay.Find(record) is not { } day) return header;
        header ??= new() { Kind = record.Language == Language.Korean ? "회의" : "meeting" };
        header.Date = day;
        return header;
    }

    /// <summary>Minutes without marked head lines still name day and place in lines such as "ㅇ 일시 : …".</summary>
    private static List<SourceSpan> HeaderLines(Record record)
    {
        List<SourceSpan> lines = [];
        foreach (var part in record.Parts.Where(p => p.Kind is TextPartKind.MeetingHeader or TextPartKind.Body))
        {
            var start = part.Span.Start;
            for (var i = part.Span.Start; i <= part.Span.End; i++)
            {
                if (i < part.Span.End && record.Text[i] != '\n') continue;
                lines.Add(new(start, i));
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>What is said inside a transcript makes no meeting: its days and meetings are talked about, not told.</summary>
    private static void ReadTranscript(Record record, MeetingDraft? header, MeetingDrafts drafts)
    {
        if (header is null) drafts.Add(header = new() { Kind = record.Language == Language.Korean ? "회의" : "meeting", Date = FrontMatter.MeetingDay(record) });
        foreach (var part in record.Parts.Where(p => p.Kind is TextPartKind.Turn or TextPartKind.Body)) header.Tell(part.Span, record.Text);
    }

    private void ReadProse(Record record, DateContext context, MeetingDrafts drafts, PartyReader parties, bool hasHeader)
    {
        var mentions = new MentionReader(record, new(record.Text, parties, organisations, record.Published));
        var participants = new ParticipantReader(record.Text, parties);
        foreach (var sentence in MeetingSentence.Cut(record, context))
        {
            var caption = sentence.Kind == TextPartKind.Caption;
            var found = mentions.Read(sentence).Where(m => !hasHeader || m.Status == MeetingStatus.Upcoming && m.Dated).ToList();
            MeetingDraft? draft = null;
            foreach (var mention in found) draft = drafts.Take(mention, caption) ?? draft;
            if (draft is null && !caption) TellOn(record.Text, sentence.Span, drafts);
            if ((draft ?? (caption ? null : drafts.Current)) is { Series: null } told) told.AddParticipants(participants.Read(sentence.Span));
        }
    }

    /// <summary>A sentence without a meeting of its own goes on telling the current one, unless it names the place of another.</summary>
    private static void TellOn(string text, SourceSpan sentence, MeetingDrafts drafts)
    {
        var current = drafts.Current;
        if (current is null) return;
        var start = sentence.Start;
        foreach (var (at, draft) in Places(text, sentence, drafts))
        {
            if (at > start) current.Tell(new SourceSpan(start, at).Trim(text), text);
            (current, start) = (draft, at);
        }

        current.Tell(new(start, sentence.End), text);
    }

    private static IEnumerable<(int At, MeetingDraft Draft)> Places(string text, SourceSpan sentence, MeetingDrafts drafts) =>
        drafts.All.Count is < 2 or > 50 ? [] : drafts.All.Where(d => d.Place is { Length: > 1 })
            .Select(d => (At: text.IndexOf(d.Place + "에서", sentence.Start, sentence.Length, StringComparison.Ordinal), Draft: d))
            .Where(p => p.At >= 0).OrderBy(p => p.At);
}
