using System.Net;
using System.Net.Http.Headers;

namespace PolicyBot.Incoming;

/// <summary>Fetches feeds: no cookies, no credentials, at most so many bytes in so much time, and redirects to https alone.</summary>
public sealed class FeedClient : IDisposable
{
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public FeedClient(TimeProvider time)
    {
        _time = time;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("PolicyBot/1.0");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1");
    }

    /// <summary>Whether that address may be asked at all.</summary>
    public static bool IsAllowed(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <param name="etag">As the feed gave it last.</param>
    /// <param name="modified">As the feed gave it last.</param>
    public async Task<FeedReply> FetchAsync(Uri address, string? etag, string? modified, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, etag, modified, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            return FeedReply.Failed($"It could not be fetched: {fault.Message} / 가져오지 못했습니다.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FeedReply.Failed($"It did not answer within {Patience.TotalSeconds:0} seconds. / {Patience.TotalSeconds:0}초 안에 응답하지 않았습니다.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FeedReply> FollowAsync(Uri address, string? etag, string? modified, CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return await ReadAsync(response, cancellationToken);
            if (redirects == MostRedirects) return FeedReply.Failed($"It redirects more than {MostRedirects} times. / {MostRedirects}번 넘게 다른 주소로 넘깁니다.");
            if (response.Headers.Location is not { } place) return FeedReply.Failed("It redirects to nowhere. / 다른 주소로 넘기면서 주소를 주지 않습니다.");
            at = new Uri(at, place);
            // A page of the world must not lead into this machine.
            if (!IsAllowed(at) || (at.IsLoopback && !address.IsLoopback) || at.UserInfo.Length > 0) return FeedReply.Failed("It redirects to an address that is not https, and was not followed. / https가 아닌 주소로 넘겨 따라가지 않았습니다.");
        }
    }

    private async Task<FeedReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new(FeedOutcome.NotModified);
        if (!response.IsSuccessStatusCode)
        {
            var reason = $"It answered {(int)response.StatusCode} ({response.ReasonPhrase}). / {(int)response.StatusCode}(으)로 응답했습니다.";
            return response.StatusCode == HttpStatusCode.Gone
                ? new(FeedOutcome.Gone, Fault: "It answered 410 (Gone) and is asked but once a day from now on. Take it out of Records:Feeds. / 410(없어짐)으로 응답해 앞으로 하루에 한 번만 물어봅니다. Records:Feeds에서 빼십시오.")
                : new(FeedOutcome.Failed, Fault: reason, Wait: Wait(response.Headers.RetryAfter));
        }

        if (response.Content.Headers.ContentLength > MostBytes) return FeedReply.Failed(TooLarge);
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            // The length told is a claim, and that of a packed body tells nothing.
            if (body.Length + read > MostBytes) return FeedReply.Failed(TooLarge);
            body.Write(buffer, 0, read);
        }

        return new(FeedOutcome.Fresh, body.ToArray(), response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string TooLarge => $"It is larger than {MostBytes / (1024 * 1024)} MB. / {MostBytes / (1024 * 1024)} MB보다 큽니다.";

    private TimeSpan? Wait(RetryConditionHeaderValue? retry) => retry switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null,
        _ => null,
    };
}

public enum FeedOutcome
{
    Fresh,
    NotModified,
    Failed,

    /// <summary>Told to be gone for good.</summary>
    Gone,
}

/// <param name="Wait">How long the server wants to be left alone.</param>
public sealed record FeedReply(FeedOutcome Outcome, byte[]? Body = null, string? ETag = null, string? Modified = null, string? Fault = null, TimeSpan? Wait = null)
{
    public static FeedReply Failed(string fault) => new(FeedOutcome.Failed, Fault: fault);
}
