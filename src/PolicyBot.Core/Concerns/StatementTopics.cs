using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Tells what a statement is about: by its own words, then by those around it and by what it answers.</summary>
internal sealed class StatementTopics(Topics topics, Record record, RecordPlaces places)
{
    /// <summary>A turn may go on for pages; what is further away tells of something else.</summary>
    private const int Reach = 300;

    private const int MostAsked = 3;

    /// <param name="told">The stretch that tells its meeting: what stands outside belongs to another one.</param>
    public IReadOnlyList<string> Of(DraftStatement draft, SourceSpan? told) => IsAnswer(draft)
        ? topics.Classify(draft.Span.Of(record.Text), Sentence(draft))
        : topics.Classify(draft.Span.Of(record.Text), Sentence(draft), Nearby(draft, told), Heading(draft));

    /// <summary>"그렇게 하겠다" is about what was asked, "현장 의견을 반영하겠다" about nothing in particular.</summary>
    public IReadOnlyList<string> OfAnswer(DraftStatement draft, SourceSpan? told, IReadOnlyList<Statement> asked)
    {
        if (draft.Aim == ReplyAim.Everything) return Of(draft, told);
        var words = draft.Span.Of(record.Text);
        if (asked is [{ Topics: [not Topics.General, ..] } ask, ..] && !topics.TellMatter(words)) return ask.Topics;
        return topics.Classify(words, string.Join('\n', [Sentence(draft), .. asked.Take(MostAsked).Select(a => a.Span.Of(record.Text))]), Nearby(draft, told), Heading(draft));
    }

    private static bool IsAnswer(DraftStatement draft) => draft.Kind is StatementKind.Reply or StatementKind.Commitment;

    private string Sentence(DraftStatement draft) => Within(draft, draft.Context).Of(record.Text);

    private string Nearby(DraftStatement draft, SourceSpan? told)
    {
        var around = Within(draft, places.Nearby(draft.Span));
        return (told is { } meeting ? new SourceSpan(Math.Max(around.Start, meeting.Start), Math.Min(around.End, meeting.End)) : around).Of(record.Text);
    }

    private string Heading(DraftStatement draft) =>
        places.HeadingAbove(draft.Span) is { } heading ? $"{Within(heading)}\n{record.Title}" : record.Title;

    private string Within(SourceSpan heading) => new SourceSpan(heading.Start, Math.Min(heading.End, heading.Start + Reach)).Of(record.Text);

    private static SourceSpan Within(DraftStatement draft, SourceSpan around) =>
        new(Math.Max(around.Start, draft.Span.Start - Reach), Math.Min(around.End, draft.Span.End + Reach));
}
