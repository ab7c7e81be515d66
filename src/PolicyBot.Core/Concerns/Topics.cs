using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>The topics that staff maintain in <c>config/topics.yaml</c>: slug, labels in both languages, the words that show them.</summary>
public sealed class Topics
{
    public const string General = "general";

    public static Topics Empty { get; } = new();

    /// <summary>Reads the file. Throws <see cref="Records.CatalogueException"/>, naming file and line, for any fault.</summary>
    public static Topics Load(string path)
    {
        _ = path;
        return Empty;
    }

    public IReadOnlyList<Topic> All { get; } = [];

    /// <summary>Slugs, the surest first. <c>general</c> alone when no word of any topic stands in the content or its context.</summary>
    public IReadOnlyList<string> Classify(string content, string context)
    {
        _ = (content, context, All);
        return [General];
    }

    /// <summary>The topics that a question names; empty when it names none.</summary>
    public IReadOnlyList<string> FindIn(string question)
    {
        _ = (question, All);
        return [];
    }
}

public sealed record Topic(string Slug, string Korean, string English)
{
    public string Label(Language language) => language == Language.Korean ? Korean : English;
}
