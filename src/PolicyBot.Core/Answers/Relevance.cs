using PolicyBot.Concerns;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>How well a statement answers to the terms of a question: 0 for not at all, 1 for every term in its own words.</summary>
internal static class Relevance
{
    /// <summary>From here on a statement is about what was asked. Below, an answer would change the subject.</summary>
    public const double Threshold = 0.5;

    /// <summary>What is counted is claimed: a topic that a statement only touches is not enough.</summary>
    public const double CountThreshold = 0.55;

    /// <summary>The question names the topic itself ("전력"): a statement on it answers in any words.</summary>
    private const double InTopic = 0.9;
    private const double InSideTopic = 0.5;

    /// <summary>The question names something special within the topic ("전력계통영향평가"): the topic alone is a weak answer.</summary>
    private const double InTopicOfSpecial = 0.55;

    private const double InContext = 0.75;
    private const double InTitle = 0.6;

    /// <summary>Two telling words of the question in the title of a record or a meeting: what was said there is about that.</summary>
    private const double InTitleOfTheSubject = 0.85;

    /// <summary>A word of a topic near a statement on another topic is a neighbour in a list of asks, not its subject.</summary>
    private const double BesideTopic = 0.3;

    private const double MostByMeaning = 0.15;
    private const int NearestThatCount = 20;

    public static double Measure(Question question, StoredStatement statement, string context)
    {
        if (question.Terms.Count == 0) return question.Topics.Count == 0 || question.Topics.Intersect(statement.Statement.Topics).Any() ? 1 : 0;
        var text = Squeezed.Of(statement.Text);
        var around = Squeezed.Of(context);
        var title = Squeezed.Of($"{statement.Record.Title} {statement.Meeting?.Title} {statement.Meeting?.Place}");
        var tellsSubject = question.Terms.Count(t => t.Weight >= 1 && Cover(t, title) >= 1) > 1;
        double total = 0, reached = 0;
        foreach (var term in question.Terms)
        {
            total += term.Weight;
            reached += term.Weight * Math.Max(Best(term, statement.Statement.Topics, text, around, title), tellsSubject ? InTitleOfTheSubject * Cover(term, title) : 0);
        }

        return total == 0 ? 0 : reached / total;
    }

    /// <summary>
    /// What nearness in meaning adds. Less than a third of <see cref="Threshold"/>: something is always the nearest, so that it decides between statements
    /// and lets one in that nearly fits by its words, but never makes an answer of what has no word to do with the question.
    /// </summary>
    public static double ByMeaning(int? near) => near is { } place and < NearestThatCount ? MostByMeaning * (NearestThatCount - place) / NearestThatCount : 0;

    /// <summary>How much of the terms a plain text holds.</summary>
    public static double Measure(Question question, string text, string title)
    {
        var (body, head) = (Squeezed.Of(text), Squeezed.Of(title));
        var total = question.Terms.Sum(t => t.Weight);
        return total == 0 ? 0 : question.Terms.Sum(t => t.Weight * Math.Max(Cover(t, body), InTitle * Cover(t, head))) / total;
    }

    private static double Best(QuestionTerm term, IReadOnlyList<string> topics, Squeezed text, Squeezed around, Squeezed title)
    {
        var own = Cover(term, text);
        if (own >= 1) return 1;
        var byTopic = topics.Count > 0 && term.Topics.Contains(topics[0]) ? InTopic : term.Topics.Any(topics.Contains) ? InSideTopic : 0;
        if (!term.NamesTopic) byTopic = Math.Min(byTopic, InTopicOfSpecial);
        var beside = Math.Max(InContext * Cover(term, around), InTitle * Cover(term, title));
        return Math.Max(Math.Max(own, byTopic), term.Topics.Count > 0 ? BesideTopic * beside : beside);
    }

    private static double Cover(QuestionTerm term, Squeezed text)
    {
        var best = text.Cover(term.Text);
        foreach (var other in term.Other) best = Math.Max(best, text.Cover(other));
        return best;
    }
}

/// <summary>A text prepared for looking words up in it: Korean without spaces, English word by word.</summary>
internal sealed class Squeezed
{
    private readonly string _joined;
    private readonly string _spaced;

    private Squeezed(string joined, string spaced) => (_joined, _spaced) = (joined, spaced);

    public static Squeezed Of(string text)
    {
        var spaced = new string([.. text.Select(c => char.IsLetterOrDigit(c) || c == '&' ? char.ToLowerInvariant(c) : ' ')]);
        return new(spaced.Replace(" ", "", StringComparison.Ordinal), " " + string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ");
    }

    /// <summary>1 when the word is there, less when only most of a long Korean compound is, 0 else.</summary>
    public double Cover(string word)
    {
        if (Languages.Detect(word) == Language.English) return _spaced.Contains(" " + EnglishStem(word), StringComparison.Ordinal) ? 1 : 0;
        var squeezed = word.Replace(" ", "", StringComparison.Ordinal);
        if (_joined.Contains(squeezed, StringComparison.Ordinal)) return 1;
        if (squeezed.Length < 4) return 0;
        var pairs = Enumerable.Range(0, squeezed.Length - 1).Count(i => _joined.Contains(squeezed.Substring(i, 2), StringComparison.Ordinal));
        var share = (double)pairs / (squeezed.Length - 1);
        return share >= 0.6 ? share * 0.8 : 0;
    }

    /// <summary>Plural and verbal endings off, so that "permits" finds "permitting"; short words stay as they are.</summary>
    private static string EnglishStem(string word)
    {
        foreach (var ending in (string[])["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ers", "ed", "es", "er", "s", "y"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word.Length <= 3 ? word + " " : word;
    }
}
