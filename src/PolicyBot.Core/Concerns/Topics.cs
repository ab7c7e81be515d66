using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>The topics that staff maintain in <c>config/topics.yaml</c>: slug, labels in both languages, the words that show them.</summary>
public sealed class Topics
{
    public const string General = "general";

    /// <summary>A word of the surroundings counts less than one of the content, the less the further away: the sentence, the paragraphs, the headings.</summary>
    private static readonly double[] SurroundingShares = [0.4, 0.15, 0.1];

    /// <summary>What is left of a field's words beside a matter: the visa of a sailor is about visas, not about ships.</summary>
    private const double FieldShare = 0.4;

    /// <summary>Words around count for more where the content itself hardly names anything: "기준을 미리 공개해 달라".</summary>
    private const double FaintShare = 2;

    /// <summary>A topic is named beside the surest one from this share of its score on.</summary>
    private const double CompanionShare = 0.6;

    private const int MostTopics = 3;

    private readonly TopicTerms _terms;

    internal Topics(IReadOnlyList<Topic> all, TopicTerms terms) => (All, _terms) = (all, terms);

    public static Topics Empty { get; } = new([], new([]));

    /// <summary>In the order of the file, which decides between topics that are equally sure.</summary>
    public IReadOnlyList<Topic> All { get; }

    /// <summary>Tells this catalogue from an earlier or later one: what was understood by another may be understood otherwise now.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Reads the file. Throws <see cref="Records.CatalogueException"/>, naming file and line, for any fault.</summary>
    public static Topics Load(string path) => TopicFile.Load(path);

    /// <summary>Slugs, the surest first. <c>general</c> alone when no word of any topic stands in the content or around it.</summary>
    /// <param name="surroundings">The nearest first.</param>
    public IReadOnlyList<string> Classify(string content, params ReadOnlySpan<string> surroundings)
    {
        var scores = new double[All.Count];
        foreach (var term in _terms.FindIn(content)) scores[term.Topic] += term.Weight;
        var share = scores.DefaultIfEmpty().Max() < TopicTerm.Usual ? FaintShare : 1;
        var tellsMatter = Enumerable.Range(0, All.Count).Any(i => !All[i].IsField && scores[i] >= TopicTerm.Usual);
        for (var i = 0; i < surroundings.Length; i++)
        {
            foreach (var term in _terms.FindIn(surroundings[i])) scores[term.Topic] += term.Weight * share * SurroundingShares[Math.Min(i, SurroundingShares.Length - 1)];
        }

        for (var i = 0; tellsMatter && i < scores.Length; i++) scores[i] *= All[i].IsField ? FieldShare : 1;
        return Rank(scores) is { Count: > 0 } slugs ? slugs : [General];
    }

    /// <summary>Whether the words say themselves what they are about; forms, dates and desks are how things are done, not what about.</summary>
    public bool TellMatter(string words) => _terms.FindIn(words).Any(t => t.Sureness >= TopicTerm.Usual && All[t.Topic].Slug != Procedure);

    /// <summary>Whether a topic tells what a statement is about, and neither whose business it is nor how it is done.</summary>
    internal bool IsMatter(string slug) => slug != Procedure && All.Any(t => t.Slug == slug && !t.IsField);

    private const string Procedure = "process";

    /// <summary>The topics that a question names; empty when it names none.</summary>
    public IReadOnlyList<string> FindIn(string question)
    {
        var scores = new double[All.Count];
        foreach (var term in _terms.FindIn(question))
        {
            if (term.Sureness > TopicTerm.Weak) scores[term.Topic] += term.Weight;
        }

        return Rank(scores);
    }

    private List<string> Rank(double[] scores)
    {
        var best = scores.DefaultIfEmpty().Max();
        return best <= 0 ? [] : [.. Enumerable.Range(0, scores.Length)
            .Where(i => scores[i] >= best * CompanionShare)
            .OrderByDescending(i => scores[i])
            .Take(MostTopics)
            .Select(i => All[i].Slug)];
    }
}

/// <param name="IsField">Names whose business it is rather than what it is about; such a topic yields to others.</param>
public sealed record Topic(string Slug, string Korean, string English, bool IsField = false)
{
    public string Label(Language language) => language == Language.Korean ? Korean : English;
}
