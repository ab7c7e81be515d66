namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>What the fake does with a call instead of answering it. Each fault holds for one call.</summary>
internal sealed record Fault(FaultKind Kind, string Value = "")
{
    public static Fault RateLimit(string? retryAfter) => new(FaultKind.RateLimit, retryAfter ?? "");

    public static Fault Status(int status) => new(FaultKind.Status, status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Fault Error(string code) => new(FaultKind.Error, code);

    public static Fault Body(string body) => new(FaultKind.Body, body);

    public static Fault Abort { get; } = new(FaultKind.Abort);

    public static Fault AppliedButLost { get; } = new(FaultKind.AppliedButLost);
}

internal enum FaultKind
{
    RateLimit,
    Status,
    Error,
    Body,
    Abort,
    AppliedButLost,
}
