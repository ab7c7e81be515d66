using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Discord.Events;

/// <summary>Turns what Discord's clients write for people, channels, emoji and moments into what people see there.</summary>
internal static partial class Markup
{
    /// <param name="own">Ids whose tags are taken out: the bot and its role.</param>
    /// <param name="channelName">Null when the name is not known.</param>
    public static string ToPlain(string content, JsonElement message, IReadOnlyCollection<string> own, Func<string, string?> channelName)
    {
        var plain = new StringBuilder(content.Length);
        var at = 0;
        foreach (Match tag in Tag().Matches(content))
        {
            plain.Append(content, at, tag.Index - at).Append(Say(tag, message, own, channelName));
            at = tag.Index + tag.Length;
        }

        return CleanText.Of(plain.Append(content, at, content.Length - at).ToString()).Trim();
    }

    private static string Say(Match tag, JsonElement message, IReadOnlyCollection<string> own, Func<string, string?> channelName)
    {
        var (sign, id) = (tag.Groups["sign"].Value, tag.Groups["id"].Value);
        return sign switch
        {
            _ when sign.StartsWith('@') && own.Contains(id) => "",
            "@" or "@!" => "@" + (UserName(message, id) ?? "user"),
            "@&" => "@role",
            "#" => "#" + (channelName(id) ?? "channel"),
            "t:" => Moment(id),
            _ when sign.StartsWith('/') => sign,
            _ => ":" + sign.Split(':')[1] + ":",
        };
    }

    private static string? UserName(JsonElement message, string id)
    {
        var user = message.Items("mentions").FirstOrDefault(u => u.Text("id") == id);
        return user.Field("member").Text("nick") ?? user.Text("global_name") ?? user.Text("username");
    }

    private static string Moment(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(unix).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : "";

    // <@1> <@!1> <@&1> <#1> <t:1:R> </ask:1> <:name:1> <a:name:1>
    [GeneratedRegex(@"<(?:(?<sign>@[!&]?|#|t:|/[^:<>\n]{1,100}|a?:\w{1,40}):?)(?<id>\d{1,20})(?::[tTdDfFR])?>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
