namespace PolicyBot.Concerns;

/// <summary>Ties replies and commitments to the concerns and requests that they answer: same meeting, same topic or told so in the sentence.</summary>
internal static class ReplyLinks
{
    /// <summary>The two lists run in parallel, in the order of the text.</summary>
    public static IReadOnlyList<Statement> Link(IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts)
    {
        List<Statement> linked = [];
        for (var i = 0; i < statements.Count; i++)
        {
            var isAnswer = statements[i].Kind is StatementKind.Reply or StatementKind.Commitment;
            linked.Add(isAnswer ? statements[i] with { RepliesTo = [.. Answered(i, statements, drafts).Select(j => statements[j].Id)] } : statements[i]);
        }

        return linked;
    }

    private static IEnumerable<int> Answered(int reply, IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts)
    {
        var asks = Enumerable.Range(0, statements.Count).Where(j => IsAskOf(reply, j, statements, drafts));
        return drafts[reply].Aim switch
        {
            ReplyAim.Everything => asks,
            ReplyAim.Previous => asks.Where(j => j < reply).TakeLast(1),
            ReplyAim.Topic => asks.Where(j => statements[j].Topics.Intersect(statements[reply].Topics).Any(t => t != Topics.General)),
            _ => [],
        };
    }

    private static bool IsAskOf(int reply, int ask, IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts) =>
        statements[ask].Kind is StatementKind.Concern or StatementKind.Request
        && !drafts[ask].ByGovernment
        && drafts[ask].Scene == drafts[reply].Scene
        && statements[ask].MeetingId == statements[reply].MeetingId;
}
