namespace PolicyBot.Chat;

/// <summary>What administrators ruled in chats, and how often: the number grows with every change.</summary>
public sealed record StoredAccess(long Version, IReadOnlyList<AccessChange> Changes)
{
    public static StoredAccess None { get; } = new(0, []);
}

/// <param name="Subject">A place, or a user.</param>
/// <param name="Grants">Grade and groups, or a role; null takes the rule back.</param>
/// <param name="By">Who said so.</param>
public sealed record AccessChange(AccessKind Kind, string Subject, string? Grants, string By);

public enum AccessKind
{
    Place,
    Role,
}
