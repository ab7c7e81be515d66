using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Makes statements of drafts: checks them against the source, then adds topics, meeting, who was present, ids and reply links.</summary>
internal sealed class StatementFinish(Topics topics, Organisations organisations)
{
    public IReadOnlyList<Statement> Finish(Record record, IReadOnlyList<Meeting> meetings, IEnumerable<DraftStatement> drafts)
    {
        List<DraftStatement> kept = [.. drafts.Where(d => StandsIn(record, d.Span)).OrderBy(d => d.Span.Start).ThenBy(d => d.Span.End)];
        List<Statement> statements = [];
        for (var i = 0; i < kept.Count; i++)
        {
            var draft = kept[i];
            var meeting = meetings.FirstOrDefault(m => m.Told.Any(t => t.Contains(draft.Span)));
            statements.Add(new Statement
            {
                Id = new(string.Create(CultureInfo.InvariantCulture, $"{record.Id}#{i + 1}")),
                Kind = draft.Kind,
                Span = draft.Span,
                RecordId = record.Id,
                MeetingId = meeting?.Id,
                Attribution = Attribute(record, draft, meeting),
                Topics = topics.Classify(draft.Span.Of(record.Text), draft.Context.Of(record.Text)),
                Strength = draft.Kind is StatementKind.Reply or StatementKind.Commitment ? draft.Strength ?? ReplyStrength.Heard : null,
                Due = draft.Due,
            });
        }

        return ReplyLinks.Link(statements, kept);
    }

    private static bool StandsIn(Record record, SourceSpan span) =>
        span.Start >= 0 && span.Length > 0 && span.End <= record.Text.Length
        && record.Parts.Any(p => p.Kind is TextPartKind.Body or TextPartKind.Turn && p.Span.Overlaps(span));

    /// <summary>A name that is not in the source is nobody's name.</summary>
    private Attribution Attribute(Record record, DraftStatement draft, Meeting? meeting)
    {
        List<string> names = [.. draft.Names.Where(n => n.Length > 0 && record.Text.Contains(n, StringComparison.Ordinal))];
        var level = names.Count == 0 && draft.Level > AttributionLevel.Participants ? AttributionLevel.Unattributed : draft.Level;
        var present = level == AttributionLevel.Participants && meeting is not null ? Present(record, meeting) : [];
        return new(level, names, present);
    }

    private IReadOnlyList<string> Present(Record record, Meeting meeting) =>
        [.. meeting.Participants.Where(p => !IsGovernment(p, record)).Select(p => p.ToString())];

    private bool IsGovernment(Party party, Record record) =>
        party.Organisation is { } name && organisations.Find(name, record.Published)?.Kind == OrganisationKind.Government;
}
