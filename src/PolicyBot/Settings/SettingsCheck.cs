using System.Globalization;
using System.Net;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Records;

namespace PolicyBot.Settings;

/// <summary>Finds every fault in a set of values at once, so that an operator mends them in one go. No value of a secret is ever quoted.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<string> FindFaults(IReadOnlyDictionary<string, string> values)
    {
        foreach (var definition in SettingsCatalogue.All)
        {
            if (values.GetValueOrDefault(definition.Key) is { Length: > 0 } value && FindFault(definition, value) is { } fault)
                yield return $"{definition.Key}: {fault}";
        }

        foreach (var fault in DigestSettings.FindFaults(BotSettings.TableOf(values, DigestSettings.Key))) yield return fault;
        foreach (var (key, day) in values.Where(v => v.Key.StartsWith("Holidays:", StringComparison.OrdinalIgnoreCase) && v.Value.Length > 0 && !DateOnly.TryParseExact(v.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            yield return $"{key}: '{day}' is not a day such as 2026-06-03.";
        if (Begins("Slack:BotToken", "xapp-")) yield return "Slack:BotToken: this is an app token (xapp-…). Put the bot token (xoxb-…, from the page Install App) here, and this one into Slack:AppToken.";
        if (Begins("Slack:AppToken", "xox")) yield return "Slack:AppToken: this is no app token. Put the one that begins with xapp- here (Basic Information, App-Level Tokens).";
        if (Has("Slack:AppToken") && !Has("Slack:BotToken")) yield return "Slack:BotToken: missing, so that Slack stays off although Slack:AppToken is set. Copy it from the page Install App; it begins with xoxb-.";
        if (Has("Slack:BotToken"))
        {
            var http = values.GetValueOrDefault("Slack:Mode")?.Equals("Http", StringComparison.OrdinalIgnoreCase) == true;
            if (http && !Has("Slack:SigningSecret")) yield return "Slack:SigningSecret: missing; Http mode cannot tell Slack's requests from others without it. Copy it from the app's Basic Information page.";
            if (!http && !Has("Slack:AppToken")) yield return "Slack:AppToken: missing; Socket mode needs an app-level token with the scope connections:write.";
        }

        foreach (var fault in FindAccessFaults(values)) yield return fault;

        foreach (var (key, value) in values.Where(v => v.Key.StartsWith("Records:Feeds:", StringComparison.OrdinalIgnoreCase) && v.Value.Length > 0))
        {
            if (FindAddressFault(value) is { } fault) yield return $"{key}: {fault}";
            else if (new Uri(value) is { Scheme: not ("http" or "https") } or { UserInfo.Length: > 0 }) yield return $"{key}: a feed's address is an https address without a name or password in it.";
        }

        foreach (var url in (values.GetValueOrDefault("Urls") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(u => !IsListenable(u)))
            yield return $"Urls: '{url}' is no place to listen. Use http://host:port, such as http://0.0.0.0:8080, with a proxy in front of it for https.";
        foreach (var (key, place) in values.Where(v => v.Value.Length > 0 && v.Key.StartsWith("Meetings:Calendars:", StringComparison.OrdinalIgnoreCase)))
        {
            if (FindCalendarFault(place) is { } fault) yield return $"{key}: {fault}";
        }

        if (Has("Model:Endpoint") && !Has("Model:Name")) yield return "Model:Name: missing; name the model that the endpoint is to use.";
        if (values.GetValueOrDefault("Store:Provider")?.Equals("Postgres", StringComparison.OrdinalIgnoreCase) == true && !Has("Store:ConnectionString"))
            yield return "Store:ConnectionString: missing; say where the server is, such as 'Host=db;Database=policybot;Username=policybot;Password=…'.";
        if (Has("Embeddings:Endpoint") && !Has("Embeddings:Name")) yield return "Embeddings:Name: missing; name the embedding model that the endpoint is to use.";

        bool Has(string key) => values.GetValueOrDefault(key) is { Length: > 0 };

        bool Begins(string key, string with) => values.GetValueOrDefault(key)?.StartsWith(with, StringComparison.Ordinal) == true;
    }

    private static IEnumerable<string> FindAccessFaults(IReadOnlyDictionary<string, string> values)
    {
        var groups = List("Access:Groups").Select(g => AccessRule.GroupName(g.Value)).ToList();
        foreach (var (key, value) in List("Access:Groups"))
            if (value.Any(c => char.IsWhiteSpace(c) || c is ',' or '=')) yield return $"{key}: '{value}' is not one word. Name a group in one word, such as budget.";
        foreach (var (key, value) in List("Access:ConsoleGroups").Concat(List("Access:ModelGroups")).Concat(List("Access:EmbeddingsGroups")))
            if (!groups.Contains(AccessRule.GroupName(value))) yield return $"{key}: there is no group '{value}'. Declare it in Access:Groups.";
        foreach (var (key, value) in List("Access:Destinations"))
            if (AccessRule.Parse(value, groups).Fault is { } fault) yield return $"{key}: {fault}";
        foreach (var (key, value) in List("Access:Curators").Concat(List("Access:Admins")))
            if (value.Trim().Split('/') is not (["slack" or "discord", { Length: > 0 }] or ["slack" or "discord", "role", { Length: > 0 }]))
                yield return $"{key}: '{value}' names nobody. Write slack/USER, discord/USER, slack/role/GROUP or discord/role/ROLE; a rule that names nobody would lock everybody out.";
        foreach (var (key, value) in List("Access:Folders"))
        {
            var (rule, fault) = AccessRule.Parse(value, groups);
            if (fault is not null) yield return $"{key}: {fault}";
            else if (rule!.Clearance.Groups.Count > 1) yield return $"{key}: a record has one group, and this names {rule.Clearance.Groups.Count}.";
        }

        IEnumerable<KeyValuePair<string, string>> List(string list) =>
            values.Where(v => v.Value.Length > 0 && v.Key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.Ordinal);
    }

    private static string? FindFault(SettingDefinition definition, string value) => definition.Kind switch
    {
        SettingKind.Choice when !definition.Choices.Contains(value, StringComparer.OrdinalIgnoreCase) =>
            $"'{value}' is none of {string.Join(", ", definition.Choices)}.",
        SettingKind.Number when !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0) =>
            $"'{value}' is not a whole number above zero.",
        SettingKind.Limit when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            $"'{value}' is not a whole number; 0 sets no limit.",
        // A bare "20" would be twenty days.
        SettingKind.Duration when !(value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var t) && t > TimeSpan.Zero) =>
            $"'{value}' is not a duration such as 00:00:20.",
        SettingKind.Address => FindAddressFault(value),
        SettingKind.TimeZone when !TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) =>
            $"'{value}' is no time zone that this machine knows. Use a name such as Asia/Seoul.",
        SettingKind.Path when ProgramFolder.Find(value) is null => $"'{value}' is not there.",
        _ => null,
    };

    private static string? FindCalendarFault(string place) => SubscribedCalendars.Address(place) is { } address
        ? address.UserInfo.Length > 0 ? "an address with a user or a password in it is refused; use the secret address that the calendar offers." : FindAddressFault(address.AbsoluteUri)
        : File.Exists(place) || Directory.Exists(place) ? null : $"'{place}' is neither a file, a folder nor an https address.";

    /// <summary>Never quotes the address: it may carry a password.</summary>
    private static string? FindAddressFault(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri)) return "not an address such as https://host/.";
        return uri.Scheme switch
        {
            "https" or "wss" => null,
            "http" or "ws" when IsLoopback(uri) => null,
            "http" or "ws" => "plain http and ws are refused except on this machine (loopback). Use https or wss.",
            _ => "use an https or wss address.",
        };
    }

    /// <summary>A star or a plus for every address, as everywhere in .NET.</summary>
    private static bool IsListenable(string url) => Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri is { Scheme: "http", UserInfo: "", AbsolutePath: "/", Query: "" };

    private static bool IsLoopback(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
