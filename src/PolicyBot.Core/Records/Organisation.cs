using PolicyBot.Text;

namespace PolicyBot.Records;

public sealed record Organisation(string Name, OrganisationKind Kind)
{
    /// <summary>The name in English, when one is known.</summary>
    public string? English { get; init; }

    /// <summary>First and last day of its existence; null when it has none or it does not matter.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Names of the organisations that took over its work; more than one after a split.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    public bool Equals(Organisation? other) => other is not null && Name == other.Name && Kind == other.Kind;

    public override int GetHashCode() => HashCode.Combine(Name, Kind);
}

/// <summary>A name in a text. <paramref name="Span"/> covers the name alone, without its particle.</summary>
public sealed record OrganisationMention(Organisation Organisation, SourceSpan Span);

/// <summary>Somebody in an office. A person who held two has two entries; the name stays.</summary>
public sealed record Person(string Name, string? Organisation, string Role, DateOnly? From, DateOnly? To);

public enum OrganisationKind
{
    /// <summary>Central ministries, commissions, the offices of the president and the prime minister: they reply and promise.</summary>
    Government,

    /// <summary>Public companies and agencies: stakeholders unless they host.</summary>
    PublicBody,
    LocalGovernment,
    Assembly,
    Company,
    Association,
    University,
    Media,
    Other,
}
