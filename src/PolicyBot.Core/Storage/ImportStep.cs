namespace PolicyBot.Storage;

/// <summary>Where an import can be when the power goes.</summary>
internal enum ImportStep
{
    Walked,
    DocumentRead,
    Understood,
    RecordWritten,
    BeforeCommit,
    Committed,
    Reported,
}
