namespace PolicyBot.Slack.Sockets;

/// <summary>Why a socket is no longer good.</summary>
internal enum SocketEnd
{
    /// <summary>Closed, broken off, or told to go for a reason without a rule of its own.</summary>
    Lost,

    /// <summary>Slack is about to close it: a new one first, then this one is read to its end.</summary>
    Refresh,

    /// <summary>Slack counts more sockets than it allows.</summary>
    Crowded,

    /// <summary>Socket Mode was switched off in the app.</summary>
    SwitchedOff,

    /// <summary>Open, but nothing came any more, not even the answer to a ping.</summary>
    Deaf,
}
