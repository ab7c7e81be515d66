using System.Text;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Slack.Rendering;

/// <summary>Texts of others as Slack shows them and nothing more: no mention, link or tag can come alive in them.</summary>
internal static class Mrkdwn
{
    public static string Escape(string text) =>
        CleanText.Of(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A mark within the text would end the bold early.</summary>
    public static string Bold(string text) => text.Length == 0 || text.Contains('*', StringComparison.Ordinal) ? Escape(text) : $"*{Escape(text)}*";

    public static string Link(string label, string? url) => Address(url) is { } address ? $"<{address}|{OneLine(label)}>" : OneLine(label);

    private static string OneLine(string label) => Escape(TextPieces.Shorten(label.ReplaceLineEndings(" "), 250));

    /// <summary>Only https, and nothing that could end the tag.</summary>
    private static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.AbsoluteUri is { Length: <= 300 } address
            ? new StringBuilder(address).Replace("|", "%7C").Replace("<", "%3C").Replace(">", "%3E").Replace("&", "&amp;").ToString()
            : null;
}
