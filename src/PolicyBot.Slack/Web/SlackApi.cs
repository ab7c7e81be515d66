using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Slack.Web;

/// <summary>Calls the Web API. Tokens stand in one header alone, and no exception leaves here for what Slack or the network does.</summary>
internal sealed class SlackApi : IDisposable
{
    // Slack leaves Retry-After out at times (node-slack-sdk #1421).
    private static readonly TimeSpan _defaultWait = TimeSpan.FromSeconds(30);

    private const int LongestReply = 16 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly SlackOptions _options;
    private readonly Penalties _penalties;

    public SlackApi(SlackOptions options, TimeProvider time, TimeSpan timeout)
    {
        _options = options;
        _penalties = new(time);
        // Redirects would carry the token elsewhere, and a system proxy is asked even for 127.0.0.1.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = !options.ApiBaseUrl.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = timeout,
            MaxResponseContentBufferSize = LongestReply,
        };
    }

    public Uri BaseUrl => _options.ApiBaseUrl;

    /// <summary>Completes with Slack's word when the bot token is refused for good.</summary>
    public TaskCompletionSource<string> TokenRefused { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A method that changes something: takes JSON.</summary>
    public Task<SlackReply> PostAsync(string method, JsonObject body, CancellationToken cancellationToken) =>
        CallAsync(method, PenaltyKey(method, body), _options.BotToken, JsonContent(body), cancellationToken);

    /// <summary>A method that reads: those take form fields only.</summary>
    public Task<SlackReply> ReadAsync(string method, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        CallAsync(method, method, _options.BotToken, new FormUrlEncodedContent(fields), cancellationToken);

    /// <summary>The one call that takes the app token: asks for the address of a socket, good for one connection.</summary>
    public Task<SlackReply> OpenConnectionAsync(CancellationToken cancellationToken) =>
        CallAsync("apps.connections.open", "apps.connections.open", _options.AppToken, new FormUrlEncodedContent([]), cancellationToken);

    /// <summary>Posts to an address that Slack gave for one event. It needs no token, and gets none.</summary>
    public async Task<SlackReply> RespondAsync(Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent(body) };
        return await SendAsync(request, "response_url", isPlain: true, cancellationToken);
    }

    /// <summary>Brings the bytes of a file to the address that Slack gave for them.</summary>
    public async Task<SlackReply> UploadAsync(Uri address, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(bytes) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        return await SendAsync(request, "files.upload", isPlain: true, cancellationToken);
    }

    /// <summary>Opens a file of a message; throws what <see cref="HttpClient"/> throws.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", _options.BotToken);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public TimeSpan? FindPenalty(string method, JsonObject? body = null) => _penalties.FindRest(PenaltyKey(method, body));

    public void Dispose() => _http.Dispose();

    private async Task<SlackReply> CallAsync(string method, string penaltyKey, string token, HttpContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SlackAddress.Method(_options.ApiBaseUrl, method)) { Content = content };
        if (_penalties.FindRest(penaltyKey) is { } rest) return new SlackReply.Later(rest);
        request.Headers.Authorization = new("Bearer", token);
        var reply = await SendAsync(request, method, isPlain: false, cancellationToken);
        if (reply is SlackReply.Later later) _penalties.Set(penaltyKey, later.Wait);
        if (reply is SlackReply.Error error && token == _options.BotToken && SlackErrors.IsTokenDead(error.Code)) TokenRefused.TrySetResult(error.Code);
        return reply;
    }

    private async Task<SlackReply> SendAsync(HttpRequestMessage request, string method, bool isPlain, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return new SlackReply.Later(ReadWait(response.Headers));
            if ((int)response.StatusCode >= 500) return new SlackReply.Doubt($"{method}: HTTP {(int)response.StatusCode}");
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (isPlain) return ReadPlain(response, body);
            return Read(method, response, body);
        }
        catch (HttpRequestException e)
        {
            // The message of the exception may hold the address, which may be a credential.
            return e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                ? new SlackReply.Unreached($"{method}: Slack cannot be reached ({e.HttpRequestError})")
                : new SlackReply.Doubt($"{method}: the reply was lost ({e.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackReply.Doubt($"{method}: no reply within {_http.Timeout.TotalSeconds:0} s");
        }
        catch (IOException)
        {
            return new SlackReply.Doubt($"{method}: the reply broke off");
        }
    }

    private static SlackReply Read(string method, HttpResponseMessage response, byte[] body)
    {
        if (!TryParse(body, out var json)) return new SlackReply.Doubt($"{method}: the reply is not JSON (HTTP {(int)response.StatusCode})");
        if (json.Flag("ok")) return new SlackReply.Ok(json, response.Headers.TryGetValues("x-oauth-scopes", out var scopes) ? string.Join(',', scopes) : null);
        return json.Text("error") switch
        {
            "" => new SlackReply.Doubt($"{method}: the reply names no error"),
            "ratelimited" or "rate_limited" => new SlackReply.Later(ReadWait(response.Headers)),
            var error => new SlackReply.Error(error, json),
        };
    }

    /// <summary>Response addresses and uploads answer in words; an error may come as JSON all the same.</summary>
    private static SlackReply ReadPlain(HttpResponseMessage response, byte[] body)
    {
        var json = TryParse(body, out var parsed) ? parsed : default;
        if (response.IsSuccessStatusCode && (json.ValueKind != JsonValueKind.Object || json.Flag("ok") || json.Text("error").Length == 0)) return new SlackReply.Ok(json, null);
        return new SlackReply.Error(json.Text("error").OrNull() ?? $"http_{(int)response.StatusCode}", json);
    }

    private static bool TryParse(byte[] body, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(body);
            return json.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private static TimeSpan ReadWait(HttpResponseHeaders headers) =>
        headers.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < int.MaxValue
            ? TimeSpan.FromSeconds(Math.Max(1, seconds))
            : _defaultWait;

    private static string PenaltyKey(string method, JsonObject? body) =>
        method == "chat.postMessage" && body?["channel"] is JsonValue channel ? $"{method} {channel}" : method;

    private static StringContent JsonContent(JsonObject body) => new(body.ToJsonString(SlackBody.Written), Encoding.UTF8, "application/json");
}
