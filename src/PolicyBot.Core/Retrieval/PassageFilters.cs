using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>The filters of a query as clauses that are met while searching, so that they can never thin out the best ten. Sets of passages are kept per condition.</summary>
internal sealed class PassageFilters
{
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, Filter> _kept = new(StringComparer.Ordinal);

    public Lucene.Net.Search.Query Within(Lucene.Net.Search.Query scored, Query query)
    {
        var filtered = scored;
        foreach (var condition in ConditionsOf(query)) filtered = new FilteredQuery(filtered, Keep(condition));
        return filtered;
    }

    private Filter Keep(Lucene.Net.Search.Query condition)
    {
        if (_kept.Count > MostKept) _kept.Clear();
        return _kept.GetOrAdd(condition.ToString(), _ => new CachingWrapperFilter(new QueryWrapperFilter(condition)));
    }

    private static IEnumerable<Lucene.Net.Search.Query> ConditionsOf(Query query)
    {
        if (query.Clearance < Grade.Classified)
            yield return AnyOf(PassageFields.Grade, Enum.GetValues<Grade>().Where(g => g <= query.Clearance).Select(g => g.ToString()));
        if (query.MeetingId is { } meeting) yield return AnyOf(PassageFields.Meeting, [meeting.Value]);
        if (query.Organisations.Count > 0) yield return AnyOf(PassageFields.Organisation, query.Organisations.Select(Normalizer.Fold));
        if (query.People.Count > 0) yield return AnyPerson(query.People);
        if (query.Topics.Count > 0) yield return AnyOf(PassageFields.Topic, query.Topics.Select(Normalizer.Fold));
        if (query.From is not null || query.To is not null)
            yield return NumericRangeQuery.NewInt32Range(PassageFields.Day, query.From?.DayNumber, query.To?.DayNumber, true, true);
    }

    private static BooleanQuery AnyOf(string field, IEnumerable<string> values)
    {
        var any = new BooleanQuery();
        foreach (var value in values.Order(StringComparer.Ordinal)) any.Add(new TermQuery(new(field, value)), Occur.SHOULD);
        return any;
    }

    // A passage knows its people as its record writes them, "성춘향 B사 이사"; a question asks for 성춘향.
    private static BooleanQuery AnyPerson(IEnumerable<string> people)
    {
        var any = new BooleanQuery();
        foreach (var person in people.Order(StringComparer.Ordinal))
        {
            var all = new BooleanQuery();
            foreach (var word in PersonWords.Of(person)) all.Add(new TermQuery(new(PassageFields.Person, word)), Occur.MUST);
            any.Add(all, Occur.SHOULD);
        }

        return any;
    }
}
