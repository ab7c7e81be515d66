using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Slack.Signed;

/// <summary>Tells Slack's requests from everybody else's. Nothing of a request is read before.</summary>
internal sealed class SignedRequests(string secret, TimeProvider time)
{
    private const long Window = 300;
    private static readonly TimeSpan _remembered = TimeSpan.FromMinutes(10);

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <param name="timestamp">Header X-Slack-Request-Timestamp.</param>
    /// <param name="signature">Header X-Slack-Signature.</param>
    public bool IsGenuine(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (_secret.Length == 0 || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature)) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (seconds > now + Window || seconds < now - Window) return false;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        var expected = Encoding.UTF8.GetBytes("v0=" + Convert.ToHexStringLower(hash.GetHashAndReset()));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature));
    }

    /// <summary>False when a request with this signature was let through within the last ten minutes.</summary>
    public bool IsFirst(string signature)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var old in _seen.Where(s => s.Value < now).Select(s => s.Key).ToList()) _seen.Remove(old);
            return _seen.TryAdd(signature, now + _remembered);
        }
    }
}
