using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Discord.Rest;

/// <summary>Sends requests within Discord's limits. Never sends inside a penalty, and never throws for what the service or the network does.</summary>
internal sealed class DiscordRest : IDisposable
{
    /// <summary>Error code of the channel's own write limit, told as a refusal.</summary>
    private const int ChannelWriteLimit = 20028;

    private const int LongestReason = 600;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly RateLimits _limits;
    private readonly TimeProvider _clock;
    private readonly AuthenticationHeaderValue _token;

    public DiscordRest(DiscordOptions options, RateLimits limits, TimeProvider clock)
    {
        (_limits, _clock, _token) = (limits, clock, new("Bot", options.Token));
        var handler = new SocketsHttpHandler
        {
            // A system proxy is used even for 127.0.0.1.
            UseProxy = !options.ApiBaseUrl.IsLoopback,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _http = new(handler)
        {
            BaseAddress = options.ApiBaseUrl.AbsoluteUri.EndsWith('/') ? options.ApiBaseUrl : new(options.ApiBaseUrl.AbsoluteUri + "/"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 16 * 1024 * 1024,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://github.com/policybot, 1.0)");
    }

    /// <summary>Discord refused the token: nothing more is sent until a person has mended it.</summary>
    public bool IsTokenRefused { get; private set; }

    public async Task<RestResult> SendAsync(Route route, string? body, IReadOnlyList<BodyFile> files, CancellationToken cancellationToken)
    {
        if (IsTokenRefused) return new RestResult.Limited(TimeSpan.FromMinutes(1), "Discord refused the token; set Discord:Token anew and start again.");
        if (_limits.Reserve(route) is var wait && wait > TimeSpan.Zero) return new RestResult.Limited(wait, $"{route}: waiting for the rate limit");
        using var timeout = new CancellationTokenSource(Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(route.Method, new Uri(route.Path, UriKind.Relative)) { Content = Content(body, files) };
            if (!route.IsInteraction) request.Headers.Authorization = _token;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return Read(route, response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException e)
        {
            return new RestResult.Broken(!NeverLeft(e), $"{route}: {e.HttpRequestError}");
        }
        catch (IOException)
        {
            return new RestResult.Broken(true, $"{route}: the connection broke off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RestResult.Broken(true, $"{route}: no answer within {Timeout.TotalSeconds:0} s");
        }
    }

    public Task<RestResult> SendAsync(Route route, string? body, CancellationToken cancellationToken) => SendAsync(route, body, [], cancellationToken);

    public Task<RestResult> GetAsync(Route route, CancellationToken cancellationToken) => SendAsync(route, null, [], cancellationToken);

    public void Dispose() => _http.Dispose();

    private RestResult Read(Route route, HttpResponseMessage response, byte[] bytes)
    {
        var status = (int)response.StatusCode;
        RateLimitReply.Teach(_limits, route, response.Headers);
        var body = bytes.Length == 0 ? default(JsonElement) : JsonFields.Parse(bytes);
        if (status is >= 200 and < 300)
            return body is { } good ? new RestResult.Done(good) : new RestResult.Broken(true, $"{route}: the reply is no JSON");
        var error = body ?? default;
        var code = (int)error.Number("code");
        if (status == 429 || code == ChannelWriteLimit) return Limited(route, response, error);
        if (status >= 500) return new RestResult.Broken(true, $"{route}: status {status}");
        if (status is 401 or 403) _limits.CountInvalid();
        // An expired interaction token is a 401 too, but one of that interaction alone.
        if (status == 401 && !route.IsInteraction) IsTokenRefused = true;
        return new RestResult.Refused(status, code, Reason(route, status, code, error));
    }

    private RestResult.Limited Limited(Route route, HttpResponseMessage response, JsonElement body)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests && !RateLimitReply.IsShared(response.Headers)) _limits.CountInvalid();
        var wait = RateLimitReply.Wait(response.Headers, body);
        _limits.Penalise(route, wait, RateLimitReply.IsGlobal(response.Headers, body));
        return new(wait, $"{route}: rate limited");
    }

    private static string Reason(Route route, int status, int code, JsonElement error)
    {
        var tree = error.Field("errors") is { ValueKind: JsonValueKind.Object } errors ? " " + errors.GetRawText() : "";
        var reason = $"{route}: status {status}, code {code}: {error.Text("message")}{tree}";
        return reason.Length <= LongestReason ? reason : reason[..LongestReason];
    }

    private static bool NeverLeft(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static HttpContent? Content(string? body, IReadOnlyList<BodyFile> files)
    {
        if (body is null) return null;
        var json = new StringContent(body, Encoding.UTF8, "application/json");
        if (files.Count == 0) return json;
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var (index, file) in files.Index())
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out var type) ? type : new("application/octet-stream");
            form.Add(part, $"files[{index}]", file.Name);
        }

        return form;
    }
}
