using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot.Retrieval;

/// <summary>Cuts a record into passages and gives each what is known of it: who speaks, who is named, topics, meeting and day.</summary>
public sealed class PassageCutter(Organisations organisations)
{
    public IReadOnlyList<Passage> Cut(Record record, IReadOnlyList<Meeting> meetings, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(record);
        var told = new ToldMeetings(meetings, statements);
        var inOrder = statements.OrderBy(s => s.Span.Start).ToArray();
        var passages = new List<Passage>();
        var next = 0;
        foreach (var piece in PassagePieces.Of(record))
        {
            while (next < inOrder.Length && inOrder[next].Span.End <= piece.Span.Start) next++;
            var within = inOrder.Skip(next).TakeWhile(s => s.Span.Start < piece.Span.End).Where(s => s.Span.Overlaps(piece.Span)).ToArray();
            passages.Add(Describe(record, piece, within, told.At(piece.Span, within)));
        }

        return passages;
    }

    private Passage Describe(Record record, PassagePiece piece, Statement[] statements, Meeting? meeting)
    {
        var date = meeting?.Date?.First ?? record.Published;
        var speaker = piece.Speaker?.Of(record.Text);
        return new()
        {
            Id = new(FormattableString.Invariant($"{record.Id}#{piece.Span.Start}")),
            RecordId = record.Id,
            Span = piece.Span,
            // The index is a copy that lies about: it holds no numbers of people, and finds none.
            Text = PersonalData.Mask(piece.Span.Of(record.Text)),
            Title = PersonalData.Mask(record.Title),
            Speaker = speaker,
            Organisations = Named(record.Text, piece, statements, date),
            People = [.. statements.Where(s => s.Attribution.Level == AttributionLevel.Person).SelectMany(s => s.Attribution.Names).Append(speaker).OfType<string>().Distinct()],
            Topics = [.. statements.SelectMany(s => s.Topics).Distinct()],
            MeetingId = meeting?.Id,
            Date = date,
            Grade = record.Grade,
            Group = record.Group,
        };
    }

    private string[] Named(string text, PassagePiece piece, Statement[] statements, DateOnly? date)
    {
        var speaking = statements.Where(s => s.Attribution.Level == AttributionLevel.Organisation)
            .SelectMany(s => s.Attribution.Names)
            .Select(n => organisations.Find(n, date)?.Name ?? n);
        var spans = piece.Speaker is { } speaker ? new[] { piece.Span, speaker } : [piece.Span];
        var named = spans.SelectMany(s => organisations.FindIn(text, s, date)).Select(m => m.Organisation.Name);
        return [.. speaking.Concat(named).Distinct()];
    }
}
