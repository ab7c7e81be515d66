namespace PolicyBot.Records;

/// <summary>Faults in a file that staff edit. Each names file and line and says what to change; the message has one a line.</summary>
public sealed class CatalogueException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
