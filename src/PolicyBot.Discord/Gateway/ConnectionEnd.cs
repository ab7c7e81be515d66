namespace PolicyBot.Discord.Gateway;

/// <summary>How a connection ended, and what follows from it.</summary>
/// <param name="WasReady">Whether events flowed: READY or RESUMED was seen.</param>
/// <param name="Reason">A sentence for the operator.</param>
internal sealed record ConnectionEnd(NextStep Next, bool WasReady, string Reason)
{
    /// <summary>Discord could not make sense of what we sent.</summary>
    public bool IsOurFault { get; init; }
}

internal enum NextStep
{
    Resume,

    /// <summary>We sent too fast: after a minute.</summary>
    ResumeLater,

    /// <summary>The session is gone.</summary>
    Identify,

    /// <summary>No connection came about: the session may well live.</summary>
    Reach,

    /// <summary>A person has to mend something.</summary>
    GiveUp,
}
