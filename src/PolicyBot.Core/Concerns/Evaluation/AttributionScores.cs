namespace PolicyBot.Concerns.Evaluation;

/// <summary>How well statements and their speakers are found. A share is null where there was nothing to judge.</summary>
public sealed record AttributionScores
{
    /// <summary>A labelled statement is found when one of its kind shares half of the characters that either covers, one to one.</summary>
    public required FoundShare Statements { get; init; }

    /// <summary>The same for each kind, by its name outside.</summary>
    public required IReadOnlyDictionary<string, FoundShare> Kind { get; init; }

    /// <summary>Of the found statements, those with the label's level.</summary>
    public double? LevelAccuracy { get; init; }

    /// <summary>Found statements that name a person or organisation where the label of these words, of whatever kind, names nobody or somebody else.</summary>
    public int FalseAttributions { get; init; }

    /// <summary>False attributions among all statements that name a person or organisation.</summary>
    public double? FalseAttributionShare { get; init; }

    /// <summary>Statements where the example has none at all, and named ones elsewhere that touch no label.</summary>
    public int Inventions { get; init; }

    /// <summary>Of the found statements with a named speaker, those that name exactly the same speakers.</summary>
    public double? NameAccuracy { get; init; }

    public double? StrengthAccuracy { get; init; }

    /// <summary>Answers shown as more binding than the label says, the kind aside.</summary>
    public int StrengthUpgrades { get; init; }

    public required FoundShare ReplyLinks { get; init; }

    /// <summary>Of the found statements with a due on either side, those with the same last day.</summary>
    public double? DueAccuracy { get; init; }

    /// <summary>Of the found statements, those whose surest topic is the label's.</summary>
    public double? TopicAccuracy { get; init; }

    public required IReadOnlyDictionary<string, SliceScores> BySlice { get; init; }

    public required IReadOnlyDictionary<string, SliceScores> ByLanguage { get; init; }
}

/// <summary>The figures that matter for one trap or language.</summary>
public sealed record SliceScores(
    int Examples, double Precision, double Recall, double F1, double? LevelAccuracy, int FalseAttributions, int Inventions, int StrengthUpgrades);

/// <summary>Precision, recall and their mean; all 1 when there was nothing to find and nothing was found.</summary>
public sealed record FoundShare(int Labelled, int Found, int Right)
{
    public double Precision => Found > 0 ? (double)Right / Found : Labelled == 0 ? 1 : 0;

    public double Recall => Labelled > 0 ? (double)Right / Labelled : Found == 0 ? 1 : 0;

    public double F1 => Labelled + Found > 0 ? 2.0 * Right / (Labelled + Found) : 1;
}

/// <summary>One difference between label and reading, for those who write the rules.</summary>
/// <param name="What">missed, extra, invention, kind, level, false, name, strength, upgrade, due, topic or reply.</param>
public sealed record Miss(string ExampleId, string Trap, string What, string? Expected, string? Found);
