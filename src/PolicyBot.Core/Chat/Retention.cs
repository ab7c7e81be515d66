namespace PolicyBot.Chat;

/// <param name="Conversations">Answers, judgements' answers and what threads are about.</param>
/// <param name="Audit">Rows of the audit trail.</param>
public sealed record Retention(TimeSpan Conversations, TimeSpan Audit)
{
    public static Retention Default { get; } = new(TimeSpan.FromDays(90), TimeSpan.FromDays(365));
}
