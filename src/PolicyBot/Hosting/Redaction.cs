using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Hosting;

/// <summary>Takes credentials out of a text: the secret settings in every form that they travel in, and what platforms hand out while running.</summary>
internal sealed class Redaction(IEnumerable<string> secrets)
{
    private const string Removed = "(removed)";
    private const int ShortestPrefix = 8;

    // Tokens by their shape, tickets of sockets, response addresses, interaction and webhook tokens in paths.
    private static readonly Regex Credentials = new(
        @"xox[a-z](?:\.xox[a-z])?-[\w-]+|xapp-[\w-]+|ticket=[^&\s""']+|hooks\.slack\.com/[^\s""'<>]+|(?:interactions|webhooks)/[0-9]+/[\w.-]+|(?i:bearer|bot) [\w.~+/-]{20,}=*|//[^/\s:@]+:[^/\s@]+@",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly string[] _forms = [.. secrets.SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)];

    public string Clean(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Removed, StringComparison.OrdinalIgnoreCase);
        return Credentials.Replace(text, Removed);
    }

    /// <summary>As it is, cut short, escaped, and in base64 at each of the three places it can begin at.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        if (secret.Length >= 2 * ShortestPrefix) yield return secret[..ShortestPrefix];
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var shift = 0; shift < 3; shift++)
        {
            // The first and the last characters hold bits of the neighbours.
            var inner = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var from = shift == 0 ? 0 : shift + 1;
            if (inner.Length - from - 1 < ShortestPrefix) continue;
            yield return inner[from..^1];
            yield return inner[from..(from + ShortestPrefix)];
        }
    }
}
