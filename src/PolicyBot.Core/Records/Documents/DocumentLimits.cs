namespace PolicyBot.Records.Documents;

/// <summary>What one document may cost the process that reads it.</summary>
public sealed record DocumentLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Of the whole process, as the system counts it.</summary>
    public long MemoryBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>What the process may hand over for one document.</summary>
    public int OutputBytes { get; init; } = 128 * 1024 * 1024;
}

/// <summary>How to start this program a second time.</summary>
public sealed record DocumentProgram(string File, IReadOnlyList<string> Arguments);
