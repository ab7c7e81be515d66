using System.Globalization;
using System.Net;
using PolicyBot.Access;
using PolicyBot.Digests;
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
            yield return $"{key}: '{day}' is not a day such as 2026-06-03. / 2026-06-03과 같은 날짜를 쓰십시오.";
        if (Begins("Slack:BotToken", "xapp-")) yield return "Slack:BotToken: this is an app token (xapp-…). Put the bot token (xoxb-…, from the page Install App) here, and this one into Slack:AppToken. / 앱 토큰(xapp-…)입니다. 여기에는 봇 토큰(xoxb-…)을, 이 값은 Slack:AppToken에 넣으십시오.";
        if (Begins("Slack:AppToken", "xox")) yield return "Slack:AppToken: this is no app token. Put the one that begins with xapp- here (Basic Information, App-Level Tokens). / 앱 토큰이 아닙니다. xapp-으로 시작하는 토큰을 넣으십시오.";
        if (Has("Slack:AppToken") && !Has("Slack:BotToken")) yield return "Slack:BotToken: missing, so that Slack stays off although Slack:AppToken is set. Copy it from the page Install App; it begins with xoxb-. / 봇 토큰(xoxb-…)이 없어 Slack이 꺼져 있습니다.";
        if (Has("Slack:BotToken"))
        {
            var http = values.GetValueOrDefault("Slack:Mode")?.Equals("Http", StringComparison.OrdinalIgnoreCase) == true;
            if (http && !Has("Slack:SigningSecret")) yield return "Slack:SigningSecret: missing; Http mode cannot tell Slack's requests from others without it. Copy it from the app's Basic Information page. / Http 방식에는 서명 비밀값이 필요합니다. 앱의 Basic Information에서 가져오십시오.";
            if (!http && !Has("Slack:AppToken")) yield return "Slack:AppToken: missing; Socket mode needs an app-level token with the scope connections:write. / Socket 방식에는 connections:write 권한의 앱 토큰이 필요합니다.";
        }

        foreach (var fault in FindAccessFaults(values)) yield return fault;

        foreach (var (key, value) in values.Where(v => v.Key.StartsWith("Records:Feeds:", StringComparison.OrdinalIgnoreCase) && v.Value.Length > 0))
        {
            if (FindAddressFault(value) is { } fault) yield return $"{key}: {fault}";
            else if (new Uri(value) is { Scheme: not ("http" or "https") } or { UserInfo.Length: > 0 }) yield return $"{key}: a feed's address is an https address without a name or password in it. / 피드 주소는 이름과 암호가 없는 https 주소여야 합니다.";
        }

        foreach (var url in (values.GetValueOrDefault("Urls") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(u => !IsListenable(u)))
            yield return $"Urls: '{url}' is no place to listen. Use http://host:port, such as http://0.0.0.0:8080, with a proxy in front of it for https. / http://주소:포트 꼴로 쓰십시오.";
        foreach (var (key, place) in values.Where(v => v.Value.Length > 0 && v.Key.StartsWith("Meetings:Calendars:", StringComparison.OrdinalIgnoreCase)))
        {
            if (FindCalendarFault(place) is { } fault) yield return $"{key}: {fault}";
        }

        if (Has("Model:Endpoint") && !Has("Model:Name")) yield return "Model:Name: missing; name the model that the endpoint is to use. / 쓸 모델의 이름을 적으십시오.";
        if (values.GetValueOrDefault("Store:Provider")?.Equals("Postgres", StringComparison.OrdinalIgnoreCase) == true && !Has("Store:ConnectionString"))
            yield return "Store:ConnectionString: missing; say where the server is, such as 'Host=db;Database=policybot;Username=policybot;Password=…'. / 서버의 위치를 적으십시오.";
        if (Has("Embeddings:Endpoint") && !Has("Embeddings:Name")) yield return "Embeddings:Name: missing; name the embedding model that the endpoint is to use. / 쓸 임베딩 모델의 이름을 적으십시오.";

        bool Has(string key) => values.GetValueOrDefault(key) is { Length: > 0 };

        bool Begins(string key, string with) => values.GetValueOrDefault(key)?.StartsWith(with, StringComparison.Ordinal) == true;
    }

    private static IEnumerable<string> FindAccessFaults(IReadOnlyDictionary<string, string> values)
    {
        var groups = List("Access:Groups").Select(g => AccessRule.GroupName(g.Value)).ToList();
        foreach (var (key, value) in List("Access:Groups"))
            if (value.Any(c => char.IsWhiteSpace(c) || c is ',' or '=')) yield return $"{key}: '{value}' is not one word. Name a group in one word, such as budget. / 그룹 이름은 budget처럼 한 낱말로 쓰십시오.";
        foreach (var (key, value) in List("Access:ConsoleGroups").Concat(List("Access:ModelGroups")).Concat(List("Access:EmbeddingsGroups")))
            if (!groups.Contains(AccessRule.GroupName(value))) yield return $"{key}: there is no group '{value}'. Declare it in Access:Groups. / Access:Groups에 그런 그룹이 없습니다. 먼저 적으십시오.";
        foreach (var (key, value) in List("Access:Destinations"))
            if (AccessRule.Parse(value, groups).Fault is { } fault) yield return $"{key}: {fault}";
        foreach (var (key, value) in List("Access:Curators").Concat(List("Access:Admins")))
            if (!Curators.IsSomebody(value))
                yield return $"{key}: '{value}' names nobody, and a rule that names nobody would lock everybody out. Write ids, not names: {Curators.Form}. Slack gives a person's id in the profile (Copy member ID), Discord in its developer mode (Copy User ID). / '{value}'은(는) 아무도 가리키지 않으며, 그러면 아무도 권한을 갖지 못합니다. 이름이 아니라 {Curators.Form} 꼴의 ID를 쓰십시오. Slack에서는 프로필의 ‘멤버 ID 복사’로, Discord에서는 개발자 모드의 ‘사용자 ID 복사’로 얻습니다.";
        foreach (var (key, value) in List("Access:Folders"))
        {
            var (rule, fault) = AccessRule.Parse(value, groups);
            if (fault is not null) yield return $"{key}: {fault}";
            else if (rule!.Clearance.Groups.Count > 1) yield return $"{key}: a record has one group, and this names {rule.Clearance.Groups.Count}. Keep one. / 기록의 그룹은 하나뿐인데 {rule.Clearance.Groups.Count}개를 적었습니다. 하나만 남기십시오.";
        }

        IEnumerable<KeyValuePair<string, string>> List(string list) =>
            values.Where(v => v.Value.Length > 0 && v.Key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.Ordinal);
    }

    private static string? FindFault(SettingDefinition definition, string value) => definition.Kind switch
    {
        SettingKind.Choice when !definition.Choices.Contains(value, StringComparer.OrdinalIgnoreCase) =>
            $"'{value}' is none of {string.Join(", ", definition.Choices)}. Write one of them. / '{value}'은(는) 쓸 수 없습니다. {string.Join(", ", definition.Choices)} 가운데 하나를 쓰십시오.",
        SettingKind.Number when !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0) =>
            $"'{value}' is not a whole number above zero. / 0보다 큰 정수를 쓰십시오.",
        SettingKind.Limit when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            $"'{value}' is not a whole number; 0 sets no limit. / 정수를 쓰십시오. 0은 제한 없음입니다.",
        // A bare "20" would be twenty days.
        SettingKind.Duration when !(value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var t) && t > TimeSpan.Zero) =>
            $"'{value}' is not a duration such as 00:00:20. / 00:00:20과 같은 시간 길이를 쓰십시오.",
        SettingKind.Address => FindAddressFault(value),
        SettingKind.TimeZone when !TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) =>
            $"'{value}' is no time zone that this machine knows. Write its name, such as {Nearest(value)}. / '{value}'은(는) 이 컴퓨터가 모르는 시간대입니다. {Nearest(value)}처럼 이름으로 쓰십시오.",
        SettingKind.Path when ProgramFolder.Find(value) is null => $"'{value}' is not there. Check the path. / '{value}'이(가) 없습니다. 경로를 확인하십시오.",
        _ => null,
    };

    private static string Nearest(string zone) => TimeZones.Find(zone) ?? TimeZones.Near(zone, most: 1).FirstOrDefault("Asia/Seoul");

    private static string? FindCalendarFault(string place) => SubscribedCalendars.Address(place) is { } address
        ? address.UserInfo.Length > 0 ? "an address with a user or a password in it is refused; use the secret address that the calendar offers. / 사용자 이름이나 암호가 든 주소는 받지 않습니다. 캘린더가 제공하는 비밀 주소를 쓰십시오." : FindAddressFault(address.AbsoluteUri)
        : File.Exists(place) || Directory.Exists(place) ? null : $"'{place}' is neither a file, a folder nor an https address. / 파일도 폴더도 https 주소도 아닙니다.";

    /// <summary>Never quotes the address: it may carry a password.</summary>
    private static string? FindAddressFault(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri)) return "not an address such as https://host/. / https://호스트/ 꼴의 주소가 아닙니다.";
        return uri.Scheme switch
        {
            "https" or "wss" => null,
            "http" or "ws" when IsLoopback(uri) => null,
            "http" or "ws" => "plain http and ws are refused except on this machine (loopback). Use https or wss. / 이 컴퓨터 밖으로는 https나 wss만 씁니다.",
            _ => "use an https or wss address. / https나 wss 주소를 쓰십시오.",
        };
    }

    /// <summary>A star or a plus for every address, as everywhere in .NET.</summary>
    private static bool IsListenable(string url) => Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri is { Scheme: "http", UserInfo: "", AbsolutePath: "/", Query: "" };

    private static bool IsLoopback(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
