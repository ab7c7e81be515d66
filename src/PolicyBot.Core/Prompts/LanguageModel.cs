using System.ClientModel;
using System.Net;
using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using PolicyBot.Answers;
using PolicyBot.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyBot.Prompts;

/// <summary>Runs prompts on any OpenAI-compatible service through Semantic Kernel: with two deadlines, a breaker, a budget and a limit on calls at a time.</summary>
public sealed class LanguageModel : ILanguageModel, IDisposable
{
    private const string Section = "Model";
    private const int CallsAtATime = 4;
    private const int LongestReply = 64 * 1024;

    /// <summary>A service may refuse for a passing reason, or be exchanged for another: what it takes is found out anew after so long.</summary>
    private static readonly TimeSpan MannerHolds = TimeSpan.FromHours(1);

    /// <summary>How much of the patience for the first word goes into what precedes an answer, such as reading the question.</summary>
    private const double PreludeShare = 0.4;

    /// <summary>How to ask, the fullest first: some services know no schema of a reply, and models that think before they speak take no temperature and no limit.</summary>
    private static readonly (bool Schema, bool Tuning)[] Manners = [(true, true), (false, true), (true, false), (false, false)];

    private readonly PromptLibrary _prompts;
    private readonly ModelSettings _settings;
    private readonly TimeProvider _time;
    private readonly ModelBudget _budget;
    private readonly Kernel _kernel;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _breaker;
    private readonly SemaphoreSlim _free = new(CallsAtATime);
    private readonly Action<string> _failing;
    private string? _told;
    private volatile Settled? _settled;

    /// <param name="failing">Told why there is no reply, once for each cause until a call succeeds again.</param>
    public LanguageModel(PromptLibrary prompts, ModelSettings settings, TimeProvider time, TimeZoneInfo zone, Action<string> failing)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(settings);
        (_prompts, _settings, _time, _failing) = (prompts, settings, time, failing);
        _budget = new(settings.CallsPerDay, time, zone);
        // A system proxy would take even the calls to this machine.
        _http = new(new SocketsHttpHandler { UseProxy = !settings.Endpoint.IsLoopback, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(settings.Name, settings.Endpoint, settings.ApiKey.Length > 0 ? settings.ApiKey : "none", httpClient: _http);
        _kernel = builder.Build();
        _breaker = EndpointFaults.Breaker<ModelUnavailableException>(time);
    }

    public async Task<string> CompleteAsync(string prompt, IReadOnlyDictionary<string, object> inputs, Asker asker, Action<string>? heard, CancellationToken cancellationToken)
    {
        using var calling = Measures.Stage("model");
        try
        {
            var reply = await TryAsync(prompt, inputs, asker, heard, cancellationToken);
            _told = null;
            Measures.CountModelCall(prompt, "replied");
            return reply;
        }
        catch (ModelUnavailableException fault)
        {
            Measures.CountModelCall(prompt, "unavailable");
            if (Interlocked.Exchange(ref _told, fault.Message) != fault.Message) _failing(fault.Message);
            throw;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _free.Dispose();
    }

    private async Task<string> TryAsync(string prompt, IReadOnlyDictionary<string, object> inputs, Asker asker, Action<string>? heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(asker);
        var since = asker.Since ?? _time.GetTimestamp();
        var silence = asker.Since is null ? _settings.Timeout : _settings.FirstToken;
        if (Left(silence, since) == TimeSpan.Zero) throw new ModelUnavailableException("no time was left for it");
        if (!await WaitForTurnAsync(Left(silence, since), cancellationToken)) throw new ModelUnavailableException("too many calls are under way");
        try
        {
            _budget.Spend(asker.Spenders);
            var whole = asker.IsPrelude ? _settings.FirstToken * PreludeShare : _settings.Timeout;
            return await _breaker.ExecuteAsync(async stop => await CallAsync(_prompts[prompt], inputs, silence, Left(silence, since), Left(whole, since), heard, stop), cancellationToken);
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

    private TimeSpan Left(TimeSpan patience, long since) => patience - _time.GetElapsedTime(since) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private async Task<bool> WaitForTurnAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (_free.Wait(0, CancellationToken.None)) return true;
        using var late = new CancellationTokenSource(patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await _free.WaitAsync(stop.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<string> CallAsync(PromptDefinition prompt, IReadOnlyDictionary<string, object> inputs, TimeSpan patience, TimeSpan first, TimeSpan whole, Action<string>? heard, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(whole, _time);
        // A stream that stops in the middle is left as soon as one that never begins.
        using var silence = new CancellationTokenSource(first, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token, silence.Token);
        try
        {
            return await HearAsync(prompt, inputs, Heard, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelUnavailableException(total.IsCancellationRequested ? $"no whole reply within {whole.TotalSeconds:0.#} s ({Section}:Timeout) / 제때 다 답하지 않았습니다" : $"no word within {patience.TotalSeconds:0.#} s ({Section}:FirstToken; give a model that is slow to begin more) / 제때 답하기 시작하지 않았습니다");
        }
        catch (Exception fault) when (EndpointFaults.IsUntrusted(fault))
        {
            throw new ModelUnavailableException(EndpointFaults.Untrusted(Section));
        }
        catch (HttpOperationException fault)
        {
            throw new ModelUnavailableException(EndpointFaults.Explain((int?)fault.StatusCode ?? 0, Section));
        }
        catch (ClientResultException fault)
        {
            throw new ModelUnavailableException(EndpointFaults.Explain(fault.Status, Section));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or System.Text.Json.JsonException or InvalidOperationException or KernelException or FormatException)
        {
            // Their texts may quote the request; the kind of fault is enough for an operator.
            throw new ModelUnavailableException(EndpointFaults.Odd(fault));
        }

        void Heard(string piece)
        {
            silence.CancelAfter(patience);
            heard?.Invoke(piece);
        }
    }

    /// <summary>Asks in the first manner that the service does not refuse, and in that one for a while.</summary>
    private async Task<string> HearAsync(PromptDefinition prompt, IReadOnlyDictionary<string, object> inputs, Action<string> heard, CancellationToken cancellationToken)
    {
        var settled = _settled is { } known && _time.GetElapsedTime(known.At) < MannerHolds ? known : new(0, _time.GetTimestamp());
        for (var manner = settled.Manner; ; manner++)
        {
            try
            {
                var reply = await HearAsync(prompt, Arguments(prompt, inputs, Manners[manner]), heard, cancellationToken);
                _settled = settled with { Manner = manner };
                return reply;
            }
            catch (Exception fault) when (manner < Manners.Length - 1 && fault is HttpOperationException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity } or ClientResultException { Status: 400 or 422 })
            {
                // A text that is too long is refused in every manner, and told as the last refusal.
            }
        }
    }

    private async Task<string> HearAsync(PromptDefinition prompt, KernelArguments arguments, Action<string> heard, CancellationToken cancellationToken)
    {
        var reply = new StringBuilder();
        await foreach (var piece in Function(prompt).InvokeStreamingAsync<StreamingChatMessageContent>(_kernel, arguments, cancellationToken))
        {
            if (piece.Content is not { Length: > 0 } text) continue;
            if (reply.Append(text).Length > LongestReply) throw new ModelUnavailableException("its reply is too long / 모델의 답이 너무 깁니다");
            heard(text);
        }

        return reply.Length > 0 ? reply.ToString() : throw new ModelUnavailableException("its reply is empty / 모델의 답이 비어 있습니다");
    }

    private static KernelFunction Function(PromptDefinition prompt) => KernelFunctionFactory.CreateFromPrompt(
        new PromptTemplateConfig(prompt.Template) { Name = prompt.Name.Replace('-', '_'), TemplateFormat = HandlebarsPrompts.Format, AllowDangerouslySetContent = true }, new HandlebarsPrompts());

    private static KernelArguments Arguments(PromptDefinition prompt, IReadOnlyDictionary<string, object> inputs, (bool Schema, bool Tuning) manner)
    {
        var arguments = new KernelArguments(new OpenAIPromptExecutionSettings
        {
            Temperature = manner.Tuning ? prompt.Temperature : null,
            MaxTokens = manner.Tuning ? prompt.MaxTokens : null,
            ResponseFormat = !manner.Schema ? null : ChatResponseFormat.CreateJsonSchemaFormat(prompt.Name, BinaryData.FromString(prompt.OutputSchema.GetRawText()), jsonSchemaIsStrict: true),
        });
        foreach (var (name, value) in inputs) arguments[name] = value;
        return arguments;
    }

    private sealed record Settled(int Manner, long At);
}
