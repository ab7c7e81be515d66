namespace PolicyBot.Storage;

/// <summary>An import's result, sorted by where its documents came from.</summary>
internal static class IntakeResults
{
    /// <param name="isFrom">Whether a document of that path is meant.</param>
    public static List<IntakeResult> Of(ImportResult result, Func<string, bool> isFrom) =>
    [
        .. result.Records.Where(r => isFrom(r.Path)).Select(r => new IntakeResult(r.Path, Outcome(r.Outcome), null, r.Id, r.Outcome == PutOutcome.Updated ? r.Version : null)),
        .. result.Rejected.Where(r => isFrom(r.Path)).Select(r => new IntakeResult(r.Path, IntakeOutcome.Refused, r.Reason)),
    ];

    private static IntakeOutcome Outcome(PutOutcome outcome) => outcome switch
    {
        PutOutcome.Imported => IntakeOutcome.Imported,
        PutOutcome.Updated => IntakeOutcome.Updated,
        _ => IntakeOutcome.Unchanged,
    };
}
