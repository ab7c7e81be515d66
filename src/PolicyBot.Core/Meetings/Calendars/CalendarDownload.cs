using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Meetings.Calendars;

/// <summary>What a server said of the copy that lies here, for the next request.</summary>
internal sealed record CopyState(string? ETag, DateTimeOffset? LastModified);

/// <param name="Fault">Why there is no new copy, as a sentence without the address; null when all went well.</param>
/// <param name="Wait">How long the server wants to be left alone.</param>
internal sealed record Downloaded(string? Fault, TimeSpan? Wait = null);

/// <summary>Keeps a copy of a calendar that lies on a server. What is unchanged is not sent again; what is too large, or no calendar, replaces nothing.</summary>
internal sealed class CalendarDownload(HttpClient http, TimeProvider time, Uri address, string folder, long maxBytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The address may carry a key: the file's name must not tell it.</summary>
    public string CopyPath { get; } = Path.Combine(folder, NameOf(address));

    private string StatePath => Path.ChangeExtension(CopyPath, ".state");

    public static string NameOf(Uri address) => $"subscribed-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..16]}.ics";

    public async Task<Downloaded> FetchAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = Request();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            if (response.StatusCode == HttpStatusCode.NotModified) return new((string?)null);
            if (!response.IsSuccessStatusCode) return new($"the server answers {(int)response.StatusCode}{Advice(response.StatusCode)} / 서버가 {(int)response.StatusCode}(으)로 응답합니다{KoreanAdvice(response.StatusCode)}", Wait(response.Headers.RetryAfter));
            return await KeepAsync(response, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new($"the server took longer than {Patience.TotalSeconds:0} seconds / 서버가 {Patience.TotalSeconds:0}초 안에 응답하지 않았습니다");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return new(fault is HttpRequestException ? "the server cannot be reached / 서버에 연결할 수 없습니다" : "the copy cannot be written; check the data folder / 사본을 쓸 수 없습니다. 자료 폴더를 확인하십시오");
        }
    }

    private HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new("PolicyBot", null));
        request.Headers.Accept.Add(new("text/calendar"));
        request.Headers.Accept.Add(new("*/*", 0.1));
        if (!File.Exists(CopyPath) || ReadState() is not { } state) return request;
        if (state.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var known)) request.Headers.IfNoneMatch.Add(known);
        if (state.LastModified is { } day) request.Headers.IfModifiedSince = day;
        return request;
    }

    private async Task<Downloaded> KeepAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > maxBytes) return new($"it is larger than {maxBytes / (1024 * 1024)} MB");
            bytes.Write(buffer, 0, read);
        }

        var head = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)Math.Min(bytes.Length, 1024));
        if (!head.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return new("what came is no calendar; perhaps a page that asks to sign in");
        Directory.CreateDirectory(folder);
        // Whole or not at all: the import must never see half a calendar.
        var fresh = CopyPath + ".part";
        await File.WriteAllBytesAsync(fresh, bytes.ToArray(), cancellationToken);
        File.Move(fresh, CopyPath, overwrite: true);
        await File.WriteAllTextAsync(StatePath, JsonSerializer.Serialize(new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified), CopyJson.Default.CopyState), cancellationToken);
        return new((string?)null);
    }

    private CopyState? ReadState()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(StatePath), CopyJson.Default.CopyState);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? wanted) => wanted?.Delta ?? (wanted?.Date is { } date ? date - time.GetUtcNow() : null);

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "; take the calendar's private address anew",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "; the calendar is no longer there",
        _ => "",
    };

    private static string KoreanAdvice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ". 캘린더의 비공개 주소를 다시 받으십시오",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ". 캘린더가 더 이상 없습니다",
        _ => "",
    };
}

[JsonSerializable(typeof(CopyState))]
internal sealed partial class CopyJson : JsonSerializerContext;
