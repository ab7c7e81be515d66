using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PolicyBot.Retrieval;

/// <summary>One search: the question's terms, the filters, the best passages by their terms, then by their words.</summary>
internal sealed class PassageSearch
{
    private const int LookedAtTwice = 30;

    // The words of whom the question names come before the question put to him, unless they are far less to the point.
    private const float BySpeakerNamed = 1.3f;

    // A name in the question that is a speaker's label says more than the same name said.
    private static readonly (string Field, float Weight)[] Fields =
        [(PassageFields.Text, 1), (PassageFields.Title, 0.8f), (PassageFields.Speaker, 3)];

    private readonly PassageFilters _filters = new();

    public static Similarity Lengths { get; } = new PassageLengths();

    public IReadOnlyList<FoundPassage> Find(IndexReader reader, Query query)
    {
        if (query.Top <= 0) return [];
        var terms = QuestionTerms.Of(query.Text);
        var lookup = new TermLookup(reader);
        ScoredTerm[] scored = [.. Fields.SelectMany(f => lookup.Find(f.Field, f.Weight, terms))];
        var found = new PassageScorer(reader, lookup, scored).Best(Math.Max(query.Top, LookedAtTwice), _filters.Of(query));
        var look = new SecondLook(WorthsOf(terms, scored, lookup), JoinsOf(query.Text, lookup));
        Passage[] passages = [.. found.Select(d => PassageDocument.Read(reader, d.Doc))];
        var named = new NamedSpeakers(query.Text).Speak(passages);
        return [.. passages
            .Select((p, i) => new FoundPassage(p, (found[i].Score + look.Gain(p.Text)) * (named[i] ? BySpeakerNamed : 1)))
            .OrderByDescending(f => f.Score)
            .Take(query.Top)];
    }

    private static Dictionary<string, float> WorthsOf(IReadOnlyList<QuestionTerm> terms, ScoredTerm[] scored, TermLookup lookup) =>
        Worths(terms, scored.Where(s => s.Field == PassageFields.Text), lookup);

    private static Dictionary<string, float> JoinsOf(string question, TermLookup lookup)
    {
        QuestionTerm[] joins = [.. QuestionJoins.Of(question).DistinctBy(j => j.Text)];
        return Worths(joins, lookup.Find(PassageFields.Text, 1, joins), lookup);
    }

    // A pair of syllables that no word holds may still stand across a space; any other term that the index does not know stands nowhere.
    private static Dictionary<string, float> Worths(IEnumerable<QuestionTerm> terms, IEnumerable<ScoredTerm> known, TermLookup lookup)
    {
        var passages = known.ToDictionary(k => k.Text, k => k.Passages, StringComparer.Ordinal);
        return terms.Where(t => passages.ContainsKey(t.Text) || t.IsPair).ToDictionary(t => t.Text, t => t.Weight * lookup.Rarity(passages.GetValueOrDefault(t.Text)), StringComparer.Ordinal);
    }
}
