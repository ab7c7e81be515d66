using System.ClientModel;
using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using PolicyBot.Answers;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyBot.Prompts;

/// <summary>Runs prompts on any OpenAI-compatible service through Semantic Kernel: with two deadlines, a breaker, a budget and a limit on calls at a time.</summary>
public sealed class LanguageModel : ILanguageModel, IDisposable
{
    /// <summary>Failures in a row after which the service is left alone for <see cref="Rest"/>.</summary>
    public const int FailuresToRest = 5;

    private const int CallsAtATime = 4;
    private const int LongestReply = 64 * 1024;

    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private readonly PromptLibrary _prompts;
    private readonly ModelSettings _settings;
    private readonly TimeProvider _time;
    private readonly ModelBudget _budget;
    private readonly Kernel _kernel;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _breaker;
    private readonly SemaphoreSlim _free = new(CallsAtATime);

    public LanguageModel(PromptLibrary prompts, ModelSettings settings, TimeProvider time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(settings);
        (_prompts, _settings, _time) = (prompts, settings, time);
        _budget = new(settings.CallsPerDay, time, zone);
        // A system proxy would take even the calls to this machine.
        _http = new(new SocketsHttpHandler { UseProxy = !settings.Endpoint.IsLoopback, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(settings.Name, settings.Endpoint, settings.ApiKey.Length > 0 ? settings.ApiKey : "none", httpClient: _http);
        _kernel = builder.Build();
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(new()
        {
            FailureRatio = 1,
            MinimumThroughput = FailuresToRest,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<ModelUnavailableException>(),
        }).Build();
    }

    public async Task<string> CompleteAsync(string prompt, IReadOnlyDictionary<string, object> inputs, IReadOnlyList<string> spender, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (!await _free.WaitAsync(_settings.FirstToken, cancellationToken)) throw new ModelUnavailableException("too many calls are under way");
        try
        {
            _budget.Spend(spender);
            return await _breaker.ExecuteAsync(async stop => await CallAsync(_prompts[prompt], inputs, stop), cancellationToken);
        }
        catch (BrokenCircuitException fault)
        {
            throw new ModelUnavailableException("it failed several times in a row and is left alone for a while", fault);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _free.Dispose();
    }

    private async Task<string> CallAsync(PromptDefinition prompt, IReadOnlyDictionary<string, object> inputs, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(_settings.Timeout, _time);
        using var first = new CancellationTokenSource(_settings.FirstToken, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token, first.Token);
        try
        {
            var reply = new StringBuilder();
            await foreach (var piece in Function(prompt).InvokeStreamingAsync<StreamingChatMessageContent>(_kernel, Arguments(prompt, inputs), stop.Token))
            {
                if (piece.Content is not { Length: > 0 } text) continue;
                first.CancelAfter(Timeout.InfiniteTimeSpan);
                if (reply.Append(text).Length > LongestReply) throw new ModelUnavailableException("its reply is too long");
            }

            return reply.Length > 0 ? reply.ToString() : throw new ModelUnavailableException("its reply is empty");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelUnavailableException(total.IsCancellationRequested ? $"no whole reply within {_settings.Timeout}" : $"no first word within {_settings.FirstToken}");
        }
        catch (HttpOperationException fault)
        {
            throw new ModelUnavailableException(Explain((int?)fault.StatusCode ?? 0));
        }
        catch (ClientResultException fault)
        {
            throw new ModelUnavailableException(Explain(fault.Status));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or System.Text.Json.JsonException or InvalidOperationException or KernelException or FormatException)
        {
            // Their texts may quote the request; the kind of fault is enough for an operator.
            throw new ModelUnavailableException($"the endpoint does not answer as expected ({fault.GetType().Name})");
        }
    }

    private static string Explain(int status) => status switch
    {
        401 or 403 => "the endpoint refuses the key: check Model:ApiKey",
        404 => "the endpoint knows no such model or address: check Model:Name and Model:Endpoint",
        429 => "the endpoint has had too many calls",
        400 or 413 => "the endpoint refuses the request: the model may not take as long a text",
        0 => "the endpoint cannot be reached: check Model:Endpoint",
        var code => $"the endpoint answers with {code}",
    };

    private static KernelFunction Function(PromptDefinition prompt) => KernelFunctionFactory.CreateFromPrompt(
        new PromptTemplateConfig(prompt.Template) { Name = prompt.Name.Replace('-', '_'), TemplateFormat = HandlebarsPrompts.Format, AllowDangerouslySetContent = true }, new HandlebarsPrompts());

    private static KernelArguments Arguments(PromptDefinition prompt, IReadOnlyDictionary<string, object> inputs)
    {
        var arguments = new KernelArguments(new OpenAIPromptExecutionSettings
        {
            Temperature = prompt.Temperature,
            MaxTokens = prompt.MaxTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(prompt.Name, BinaryData.FromString(prompt.OutputSchema.GetRawText()), jsonSchemaIsStrict: true),
        });
        foreach (var (name, value) in inputs) arguments[name] = value;
        return arguments;
    }
}
