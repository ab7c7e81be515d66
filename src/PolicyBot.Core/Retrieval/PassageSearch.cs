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
        var look = new SecondLook(query.Text, WorthsOf(terms, scored));
        Passage[] passages = [.. found.Select(d => PassageDocument.Read(reader, d.Doc))];
        var named = new NamedSpeakers(query.Text).Speak(passages);
        return [.. passages
            .Select((p, i) => new FoundPassage(p, (found[i].Score + look.Gain(p.Text)) * (named[i] ? BySpeakerNamed : 1)))
            .OrderByDescending(f => f.Score)
            .Take(query.Top)];
    }

    private static Dictionary<string, float> WorthsOf(IReadOnlyList<QuestionTerm> terms, ScoredTerm[] scored)
    {
        var rarities = scored.Where(s => s.Field == PassageFields.Text).ToDictionary(s => s.Text, s => s.Rarity, StringComparer.Ordinal);
        return terms.Where(t => rarities.ContainsKey(t.Text)).ToDictionary(t => t.Text, t => t.Weight * rarities[t.Text], StringComparer.Ordinal);
    }
}
