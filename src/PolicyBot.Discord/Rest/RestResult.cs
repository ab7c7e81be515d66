using System.Text.Json;

namespace PolicyBot.Discord.Rest;

/// <summary>What came of a request. Reasons are free of secrets.</summary>
internal abstract record RestResult
{
    private RestResult()
    {
    }

    /// <param name="Body">Undefined when there is none.</param>
    public sealed record Done(JsonElement Body) : RestResult;

    /// <param name="Code">Discord's own, zero when it gave none.</param>
    /// <param name="Reason">With the tree of errors, when Discord sent one.</param>
    public sealed record Refused(int Status, int Code, string Reason) : RestResult;

    /// <summary>Nothing arrived: a limit holds, or the token was refused before.</summary>
    public sealed record Limited(TimeSpan Wait, string Reason) : RestResult;

    /// <param name="MayHaveArrived">False when no connection came about.</param>
    public sealed record Broken(bool MayHaveArrived, string Reason) : RestResult;
}
