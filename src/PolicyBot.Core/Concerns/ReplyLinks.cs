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

    private static List<int> Answered(int reply, IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts)
    {
        List<int> asks = [.. Enumerable.Range(0, statements.Count).Where(j => IsAskOf(reply, j, statements, drafts))];
        switch (drafts[reply].Aim)
        {
            case ReplyAim.Everything:
                return asks;
            case ReplyAim.Previous:
                return Before(reply, asks, drafts, statements);
            case ReplyAim.Topic:
                List<int> same = [.. asks.Where(j => statements[j].Topics.Intersect(statements[reply].Topics).Any(t => t != Topics.General))];
                return same.Count > 0 ? same : Before(reply, asks, drafts, statements);
            default:
                return [];
        }
    }

    /// <summary>What one speaker asked right before the answer; further answers to it may stand between.</summary>
    private static List<int> Before(int reply, List<int> asks, IReadOnlyList<DraftStatement> drafts, IReadOnlyList<Statement> statements)
    {
        var at = reply - 1;
        while (at >= 0 && statements[at].Kind is StatementKind.Reply or StatementKind.Commitment && SameSpeaker(drafts[at], drafts[reply])) at--;
        List<int> found = [];
        for (var j = at; j >= 0 && asks.Contains(j) && SameSpeaker(drafts[j], drafts[at]); j--) found.Insert(0, j);
        return found;
    }

    private static bool SameSpeaker(DraftStatement a, DraftStatement b) => a.Level == b.Level && a.Names.SequenceEqual(b.Names);

    private static bool IsAskOf(int reply, int ask, IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts) =>
        statements[ask].Kind is StatementKind.Concern or StatementKind.Request
        && !drafts[ask].ByGovernment
        && drafts[ask].Scene == drafts[reply].Scene
        && statements[ask].MeetingId == statements[reply].MeetingId;
}
