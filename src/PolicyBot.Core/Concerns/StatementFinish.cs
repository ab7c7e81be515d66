using System.Globalization;
using PolicyBot.Records;

namespace PolicyBot.Concerns;

/// <summary>Makes statements of drafts: checks them against the source, then adds topics, meeting, who was present, ids and reply links.</summary>
internal sealed class StatementFinish(Topics topics, Organisations organisations)
{
    public IReadOnlyList<Statement> Finish(Record record, IReadOnlyList<Meeting> meetings, IEnumerable<DraftStatement> drafts)
    {
        var places = new RecordPlaces(record);
        List<DraftStatement> kept = [.. drafts.Where(d => places.MayHold(d.Span)).OrderBy(d => d.Span.Start).ThenBy(d => d.Span.End)];
        var told = ToldMeeting.Find([.. kept.Select(d => d.Span)], meetings);
        var (standing, finder) = (new Dictionary<string, bool>(StringComparer.Ordinal), new StatementTopics(topics, record, places));
        List<Statement> statements = [];
        for (var i = 0; i < kept.Count; i++)
        {
            var (draft, meeting) = (kept[i], told[i]?.Meeting);
            statements.Add(new Statement
            {
                Id = new(string.Create(CultureInfo.InvariantCulture, $"{record.Id}#{i + 1}")),
                Kind = draft.Kind,
                Span = draft.Span,
                RecordId = record.Id,
                MeetingId = meeting?.Id,
                Attribution = Attribute(record, draft, meeting, standing),
                Topics = finder.Of(draft, told[i]?.Span),
                Strength = draft.Kind is StatementKind.Reply or StatementKind.Commitment ? draft.Strength ?? ReplyStrength.Heard : null,
                Due = draft.Due,
            });
        }

        var linked = ReplyLinks.Link(statements, kept, record.Text);
        var spans = linked.ToDictionary(s => s.Id, s => s.Span);
        return [.. linked.Select((s, i) => s.Strength is null ? s : s with { Topics = finder.OfAnswer(kept[i], told[i]?.Span, s.RepliesTo.Select(id => spans[id])) })];
    }

    /// <summary>A name that is not in the source is nobody's name.</summary>
    private Attribution Attribute(Record record, DraftStatement draft, Meeting? meeting, Dictionary<string, bool> standing)
    {
        List<string> names = [.. draft.Names.Where(Stands)];
        var level = names.Count == 0 && draft.Level > AttributionLevel.Participants ? AttributionLevel.Unattributed : draft.Level;
        var present = level == AttributionLevel.Participants && meeting is not null ? Present(record, meeting) : [];
        return new(level, names, present);

        // Remembered: a record of a megabyte is not searched again for a name that hundreds of statements share.
        bool Stands(string name)
        {
            if (!standing.TryGetValue(name, out var stands)) standing[name] = stands = name.Length > 0 && record.Text.Contains(name, StringComparison.Ordinal);
            return stands;
        }
    }

    private IReadOnlyList<string> Present(Record record, Meeting meeting) =>
        [.. meeting.Participants.Where(p => !IsGovernment(p, record)).Select(p => p.ToString())];

    private bool IsGovernment(Party party, Record record) =>
        party.Organisation is { } name && organisations.Find(name, record.Published)?.Kind == OrganisationKind.Government;
}
