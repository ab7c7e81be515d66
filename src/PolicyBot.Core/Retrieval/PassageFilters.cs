using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>The filters of a query as the set of passages that may be chosen at all, so that they never thin out the best ten. Kept for each condition and part of the index.</summary>
internal sealed class PassageFilters
{
    private const int MostKept = 64;

    // Parts of the index are never changed, only replaced; what is kept for one goes with it.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, FixedBitSet?>> _kept = [];

    /// <summary>For each part of the index its allowed passages, null for all.</summary>
    public Func<AtomicReaderContext, IBits?> Of(Query query)
    {
        (string Key, Lucene.Net.Search.Query Condition)[] conditions = [.. ConditionsOf(query).Select(c => (c.ToString(), c))];
        return leaf => conditions.Select(c => Meeting(c.Key, c.Condition, leaf)).Aggregate((IBits?)null, (all, set) => all is null ? set : set is null ? all : new Both(all, set));
    }

    /// <summary>Null when all of them meet it.</summary>
    private FixedBitSet? Meeting(string key, Lucene.Net.Search.Query condition, AtomicReaderContext leaf)
    {
        var kept = _kept.GetOrCreateValue(leaf.AtomicReader.CoreCacheKey);
        if (kept.Count > MostKept) kept.Clear();
        return kept.GetOrAdd(key, _ =>
        {
            var set = new FixedBitSet(leaf.AtomicReader.MaxDoc);
            if (new QueryWrapperFilter(condition).GetDocIdSet(leaf, null)?.GetIterator() is { } passages) set.Or(passages);
            return set.Cardinality < set.Length ? set : null;
        });
    }

    public static int CountVisible(IndexSearcher searcher, Clearance clearance)
    {
        var visible = new TotalHitCountCollector();
        searcher.Search(VisibleTo(clearance), visible);
        return visible.TotalHits;
    }

    private static IEnumerable<Lucene.Net.Search.Query> ConditionsOf(Query query)
    {
        if (!query.Clearance.IsEverything) yield return VisibleTo(query.Clearance);
        if (query.MeetingId is { } meeting) yield return AnyOf(PassageFields.Meeting, [meeting.Value]);
        if (query.Organisations.Count > 0) yield return AnyOf(PassageFields.Organisation, query.Organisations.Select(Normalizer.Fold));
        if (query.People.Count > 0) yield return AnyPerson(query.People);
        if (query.Topics.Count > 0) yield return AnyOf(PassageFields.Topic, query.Topics.Select(Normalizer.Fold));
        if (query.From is not null || query.To is not null)
            yield return NumericRangeQuery.NewInt32Range(PassageFields.Day, query.From?.DayNumber, query.To?.DayNumber, true, true);
    }

    /// <summary>The term that stands for whom a passage is for.</summary>
    public static string Audience(Grade grade, string? group) => $"{grade}/{group}";

    private static Lucene.Net.Search.Query VisibleTo(Clearance clearance) => clearance.IsEverything
        ? new MatchAllDocsQuery()
        : AnyOf(PassageFields.Audience, from grade in Enum.GetValues<Grade>() where grade <= clearance.Grade from name in clearance.Groups.Prepend(null) select Audience(grade, name));

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

    private sealed class Both(IBits first, IBits second) : IBits
    {
        public int Length => first.Length;

        public bool Get(int index) => first.Get(index) && second.Get(index);
    }
}
