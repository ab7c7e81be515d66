namespace PolicyBot.Records;

/// <summary>What a destination may see: records up to a grade that belong to no group, or to one of its groups.</summary>
public sealed record Clearance(Grade Grade, params IReadOnlyList<string> Groups)
{
    public static Clearance Open { get; } = new(Grade.Open);

    /// <summary>Every record of every group: for what keeps the store itself, never for a destination.</summary>
    public static Clearance Everything { get; } = new(Grade.Classified) { IsEverything = true };

    public bool IsEverything { get; private init; }

    public bool Allows(Grade grade, string? group) => grade <= Grade && (IsEverything || group is null || Groups.Contains(group));

    /// <summary>What both may see.</summary>
    public Clearance And(Clearance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsEverything) return other;
        return other.IsEverything ? this : new(Grade < other.Grade ? Grade : other.Grade, [.. Groups.Where(other.Groups.Contains)]);
    }

    public bool Equals(Clearance? other) =>
        other is not null && Grade == other.Grade && IsEverything == other.IsEverything && Groups.Order(StringComparer.Ordinal).SequenceEqual(other.Groups.Order(StringComparer.Ordinal));

    public override int GetHashCode() => HashCode.Combine(Grade, IsEverything, Groups.Count);

    public override string ToString() => Groups.Count == 0 ? Grade.ToString().ToLowerInvariant() : $"{Grade.ToString().ToLowerInvariant()} {string.Join(' ', Groups)}";

    /// <summary>A grade alone stands for no group.</summary>
    public static implicit operator Clearance(Grade grade) => new(grade);
}
