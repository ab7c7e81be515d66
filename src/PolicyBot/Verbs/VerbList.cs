using System.CommandLine;

namespace PolicyBot.Verbs;

/// <summary>The verbs in the order of the help and of the README's table.</summary>
internal static class VerbList
{
    public static IEnumerable<Command> Create(CommonOptions common) =>
    [
        RunVerb.Create(common),
        ImportVerb.Create(common),
        ExtractVerb.Create(common),
        AskVerb.Create(common),
        SearchVerb.Create(common),
        ConcernsVerb.Create(common),
        MeetingsVerb.Create(common),
        BriefVerb.Create(common),
        DigestVerb.Create(common),
        RecordVerb.Create(common),
        RecordsVerb.Create(common),
        ExportVerb.Create(common),
        ReviewVerb.Create(common),
        AuditVerb.Create(common),
        EvalVerb.Create(common),
        CheckVerb.Create(common),
        StatusVerb.Create(common),
        MoveVerb.Create(common),
        HealthVerb.Create(common),
    ];
}
