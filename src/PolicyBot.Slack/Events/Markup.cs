using System.Text;

namespace PolicyBot.Slack.Events;

/// <summary>What a person wrote, without Slack's markup.</summary>
/// <param name="Text">Mentions of the bot are taken out.</param>
/// <param name="MentionsBot">Whether the bot's id stood in it.</param>
/// <param name="TagsOthers">Whether a person, a group or everybody else was tagged.</param>
internal sealed record PlainText(string Text, bool MentionsBot, bool TagsOthers);

/// <summary>Turns Slack's markup into plain words. One pass over the text, whatever stands in it.</summary>
internal static class Markup
{
    private const string Marks = "*_~`";

    // Longer than any tag that Slack writes, links included; keeps hostile text linear.
    private const int LongestTag = 4_000;

    public static PlainText Read(string markup, string botUserId)
    {
        var text = new StringBuilder(markup.Length);
        var (mentionsBot, tagsOthers) = (false, false);
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] == '<' && FindTagEnd(markup, i) is > 0 and var end)
            {
                var tag = markup.AsSpan(i + 1, end - i - 1);
                if (IsMentionOf(tag, botUserId)) mentionsBot = true;
                else
                {
                    tagsOthers |= tag[0] == '@' || (tag[0] == '!' && !tag.StartsWith("!date", StringComparison.Ordinal));
                    text.Append(Show(tag));
                }

                i = end;
            }
            else if (!IsEmphasis(markup, i))
            {
                text.Append(markup[i]);
            }
        }

        return new(Tidy(Unescape(text)), mentionsBot, tagsOthers);
    }

    private static int FindTagEnd(string text, int start)
    {
        var window = text.AsSpan(start + 1, Math.Min(LongestTag, text.Length - start - 1));
        var end = window.IndexOfAny('>', '<', '\n');
        return end > 0 && window[end] == '>' ? start + 1 + end : -1;
    }

    private static bool IsMentionOf(ReadOnlySpan<char> tag, string userId) =>
        tag[0] == '@' && userId.Length > 0 && tag[1..] is var id && (id.SequenceEqual(userId) || (id.StartsWith(userId, StringComparison.Ordinal) && id[userId.Length] == '|'));

    private static string Show(ReadOnlySpan<char> tag)
    {
        var bar = tag.IndexOf('|');
        var target = bar < 0 ? tag : tag[..bar];
        var label = bar < 0 ? default : tag[(bar + 1)..];
        return (target.IsEmpty ? ' ' : target[0]) switch
        {
            '@' => label.IsEmpty ? target.ToString() : $"@{label.TrimStart('@')}",
            '#' => label.IsEmpty ? target.ToString() : $"#{label.TrimStart('#')}",
            '!' => label.IsEmpty ? $"@{target[1..]}" : label.ToString(),
            _ => label.IsEmpty ? target.ToString() : label.ToString(),
        };
    }

    /// <summary>A mark at the edge of a word, or a code mark anywhere. Within a word it is the writer's own: <c>2*3</c>, <c>file_name</c>.</summary>
    private static bool IsEmphasis(string text, int i)
    {
        if (!Marks.Contains(text[i])) return false;
        if (text[i] == '`') return true;
        var before = i == 0 ? ' ' : text[i - 1];
        var after = i + 1 == text.Length ? ' ' : text[i + 1];
        var opens = !IsWordy(before) && !char.IsWhiteSpace(after) && HasPartner(text, i);
        var closes = !char.IsWhiteSpace(before) && (!IsWordy(after) || Korean(after)) && HasPartnerBefore(text, i);
        return opens || closes;
    }

    // A particle follows the bold word without a blank: *삼성*이.
    private static bool Korean(char c) => PolicyBot.Text.Hangul.IsHangul(c);

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) || c == '/';

    private const int LongestEmphasis = 300;

    private static bool HasPartner(string text, int i)
    {
        var window = text.AsSpan(i + 1, Math.Min(LongestEmphasis, text.Length - i - 1));
        var line = window.IndexOf('\n') is >= 0 and var end ? window[..end] : window;
        return line.IndexOf(text[i]) > 0;
    }

    private static bool HasPartnerBefore(string text, int i)
    {
        var from = Math.Max(0, i - LongestEmphasis);
        var window = text.AsSpan(from, i - from);
        var line = window.LastIndexOf('\n') is >= 0 and var start ? window[(start + 1)..] : window;
        var at = line.LastIndexOf(text[i]);
        return at >= 0 && at < line.Length - 1;
    }

    private static string Unescape(StringBuilder text) =>
        text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();

    /// <summary>Blanks that a mention left behind, and the marks of a quoted line.</summary>
    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].StartsWith("> ", StringComparison.Ordinal) ? lines[i][2..].TrimEnd() : lines[i].Trim(' ');
        return string.Join('\n', lines).Trim();
    }
}
