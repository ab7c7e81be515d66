using System.Security.Authentication;
using Polly;

namespace PolicyBot.Prompts;

/// <summary>What is wrong with a service, in a sentence for an operator; nothing of what it said itself, which may quote the request or the key.</summary>
internal static class EndpointFaults
{
    /// <summary>Failures in a row after which a service is left alone for <see cref="Rest"/>.</summary>
    public const int FailuresToRest = 5;

    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    /// <param name="section">Of the settings: Model or Embeddings.</param>
    public static string Explain(int status, string section) => status switch
    {
        401 or 403 => $"the endpoint refuses the key: check {section}:ApiKey",
        404 => $"the endpoint knows no such model or address: check {section}:Name and {section}:Endpoint",
        429 => "the endpoint has had too many calls",
        400 or 413 or 422 => "the endpoint refuses the request: the text may be too long for the model, or it may not be one for this purpose",
        0 => $"the endpoint cannot be reached: check {section}:Endpoint",
        var code => $"the endpoint answers with {code}",
    };

    public static string Untrusted(string section) => $"the endpoint's certificate is not trusted: check {section}:Endpoint, or let this machine trust who issued it";

    public static bool IsUntrusted(Exception? fault) => fault is not null && (fault is AuthenticationException || IsUntrusted(fault.InnerException));

    public static ResiliencePipeline Breaker<TFault>(TimeProvider time)
        where TFault : Exception => new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(new()
        {
            FailureRatio = 1,
            MinimumThroughput = FailuresToRest,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<TFault>(),
        }).Build();
}
