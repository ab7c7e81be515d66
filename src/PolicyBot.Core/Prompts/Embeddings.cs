using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Retrieval;
using PolicyBot.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyBot.Prompts;

/// <summary>Vectors of texts from any OpenAI-compatible service, with a deadline a call and a breaker.</summary>
public sealed class Embeddings : ITextVectors, IDisposable
{
    private const int LongestReply = 64 * 1024 * 1024;
    private const int MostNumbers = 16_384;

    private readonly EmbeddingSettings _settings;
    private readonly TimeProvider _time;
    private readonly Action<string> _failing;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _breaker;
    private string? _told;

    /// <param name="failing">Told why there are none, once for each cause until a call succeeds again.</param>
    public Embeddings(EmbeddingSettings settings, TimeProvider time, Action<string> failing)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _time, _failing) = (settings, time, failing);
        _http = new(new SocketsHttpHandler { UseProxy = !settings.Endpoint.IsLoopback, PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            BaseAddress = new(settings.Endpoint.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestReply,
        };
        if (settings.ApiKey.Length > 0) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
        _breaker = EndpointFaults.Breaker<VectorsUnavailableException>(time);
    }

    public string Name => _settings.Name;

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        using var embedding = Measures.Stage("embed");
        try
        {
            var vectors = await _breaker.ExecuteAsync(async stop => await CallAsync(texts, patience, stop), cancellationToken);
            _told = null;
            return vectors;
        }
        catch (BrokenCircuitException)
        {
            throw Told(new("they failed several times in a row and are left alone for a while"));
        }
        catch (VectorsUnavailableException fault)
        {
            throw Told(fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private VectorsUnavailableException Told(VectorsUnavailableException fault)
    {
        if (Interlocked.Exchange(ref _told, fault.Message) != fault.Message) _failing(fault.Message);
        return fault;
    }

    private async Task<IReadOnlyList<float[]>> CallAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var reply = await _http.PostAsJsonAsync("embeddings", new EmbeddingRequest(_settings.Name, texts, "float"), EmbeddingJson.Default.EmbeddingRequest, stop.Token);
            if (!reply.IsSuccessStatusCode) throw new VectorsUnavailableException(EndpointFaults.Explain((int)reply.StatusCode, "Embeddings"));
            var made = await reply.Content.ReadFromJsonAsync(EmbeddingJson.Default.EmbeddingReply, stop.Token);
            return Read(made, texts.Count) ?? throw new VectorsUnavailableException("the endpoint's reply holds other vectors than were asked for");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VectorsUnavailableException($"no vectors within {patience.TotalSeconds:0.#} s / 제때 벡터가 오지 않았습니다");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new VectorsUnavailableException(EndpointFaults.IsUntrusted(fault) ? EndpointFaults.Untrusted("Embeddings") : fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } ? EndpointFaults.Explain(0, "Embeddings") : EndpointFaults.Odd(fault));
        }
    }

    private static List<float[]>? Read(EmbeddingReply? reply, int texts)
    {
        if (reply?.Data is not { } data || data.Count != texts || data.Any(d => d.Embedding is not { Length: > 0 and <= MostNumbers } || d.Embedding.Length != data[0].Embedding!.Length || !d.Embedding.All(float.IsFinite))) return null;
        var ordered = data.OrderBy(d => d.Index).Select(d => d.Embedding!).ToList();
        return data.Select(d => d.Index).Distinct().Count() == texts || data.All(d => d.Index == 0) ? ordered : null;
    }
}

internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input, [property: JsonPropertyName("encoding_format")] string Format);

internal sealed record EmbeddingReply(IReadOnlyList<EmbeddingRow>? Data);

internal sealed record EmbeddingRow(int Index, float[]? Embedding);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingReply))]
internal sealed partial class EmbeddingJson : JsonSerializerContext;
