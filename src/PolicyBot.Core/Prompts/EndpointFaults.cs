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
        401 or 403 => $"the endpoint refuses the key: check {section}:ApiKey / 키가 거부되었습니다: {section}:ApiKey 설정을 확인하십시오",
        404 => $"the endpoint knows no such model or address: check {section}:Name and {section}:Endpoint / 그런 모델이나 주소가 없습니다: {section}:Name과 {section}:Endpoint 설정을 확인하십시오",
        429 => "the endpoint has had too many calls / 호출이 너무 많아 거절되었습니다",
        400 or 413 or 422 => "the endpoint refuses the request: the text may be too long for the model, or it may not be one for this purpose / 요청이 거절되었습니다: 글이 모델에 너무 길거나, 이 용도의 모델이 아닐 수 있습니다",
        0 => $"the endpoint cannot be reached: check {section}:Endpoint / 연결할 수 없습니다: {section}:Endpoint 설정을 확인하십시오",
        var code => $"the endpoint answers with {code} / 오류 {code}로 응답합니다",
    };

    public static string Untrusted(string section) => $"the endpoint's certificate is not trusted: check {section}:Endpoint, or let this machine trust who issued it / 인증서를 믿을 수 없습니다: {section}:Endpoint 설정을 확인하거나 발급 기관을 이 기기에 등록하십시오";

    /// <summary>The kind of the fault is enough: its text may quote the request.</summary>
    public static string Odd(Exception fault) => $"the endpoint does not answer as expected ({fault.GetType().Name}) / 예상과 다르게 응답합니다";

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
