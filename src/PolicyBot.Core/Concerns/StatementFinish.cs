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
        var (support, finder) = (new NameSupport(record, meetings, organisations), new StatementTopics(topics, record, places));
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
                Attribution = Attribute(record, draft, meeting, support),
                Topics = finder.Of(draft, told[i]?.Span),
                Strength = draft.Kind is StatementKind.Reply or StatementKind.Commitment ? draft.Strength ?? ReplyStrength.Heard : null,
                Due = draft.Due,
            });
        }

        var linked = ReplyLinks.Link(statements, kept, record.Text, topics);
        var byId = linked.ToDictionary(s => s.Id);
        return [.. linked.Select((s, i) => s.Strength is null ? s : s with { Topics = finder.OfAnswer(kept[i], told[i]?.Span, [.. s.RepliesTo.Select(id => byId[id])]) })];
    }

    /// <summary>Whoever is named without support stays as the words that the record has, of nobody known.</summary>
    private Attribution Attribute(Record record, DraftStatement draft, Meeting? meeting, NameSupport support)
    {
        if (RunsOutOfQuotation(draft.Span.Of(record.Text))) return Attribution.Nobody;
        var level = draft.Level >= AttributionLevel.Organisation && !(draft.Names.Count > 0 && draft.Names.All(n => support.Supports(n, draft.Level))) ? AttributionLevel.Unattributed : draft.Level;
        var present = level == AttributionLevel.Participants && meeting is not null ? Present(record, meeting) : [];
        return new(level, [.. draft.Names.Where(n => support.Supports(n, level))], present);
    }

    /// <summary>"… next year," a delegate said": words that leave a quotation hold their own speaker, and who was read for them is another.</summary>
    private static bool RunsOutOfQuotation(string words) =>
        (words.IndexOf(",\" ", StringComparison.Ordinal) is >= 0 and var straight && words.AsSpan(0, straight).Count('"') % 2 == 0)
        || (words.IndexOf(",” ", StringComparison.Ordinal) is >= 0 and var curly && !words.AsSpan(0, curly).Contains('“'));

    private IReadOnlyList<string> Present(Record record, Meeting meeting) =>
        [.. meeting.Participants.Where(p => !IsGovernment(p, record)).Select(p => p.ToString())];

    private bool IsGovernment(Party party, Record record) =>
        party.Organisation is { } name && organisations.Find(name, record.Published)?.Kind == OrganisationKind.Government;
}
