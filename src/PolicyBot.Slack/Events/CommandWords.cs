using PolicyBot.Chat;

namespace PolicyBot.Slack.Events;

/// <summary>Sorts the words behind a command: <c>name:value</c> for an option the command has, all else for the options in their order, the first that takes any text taking the rest.</summary>
internal static class CommandWords
{
    public static Dictionary<string, string> Read(string text, CommandDefinition command)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var free = new List<string>();
        foreach (var word in Split(text))
        {
            if (FindOption(word, command) is { } named) values[named.Option.Name] = Unquote(named.Value);
            else free.Add(word);
        }

        foreach (var option in command.Options.Where(o => o.Kind != OptionKind.File && !values.ContainsKey(o.Name)))
        {
            if (free.Count == 0) break;
            if (option.Kind == OptionKind.Text && option.Choices.Count == 0)
            {
                values[option.Name] = string.Join(' ', free);
                free.Clear();
            }
            else if (Fits(option, Unquote(free[0])))
            {
                values[option.Name] = Unquote(free[0]);
                free.RemoveAt(0);
            }
        }

        return values;
    }

    private static bool Fits(CommandOption option, string word) =>
        option.Choices.Count > 0 ? option.Choices.Any(c => c.Value == word) : word.All(char.IsAsciiDigit);

    private static (CommandOption Option, string Value)? FindOption(string word, CommandDefinition command)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == word.Length - 1) return null;
        var name = word[..colon];
        var option = command.Options.FirstOrDefault(o => o.Kind != OptionKind.File && (o.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || o.KoreanName == name));
        return option is null ? null : (option, word[(colon + 1)..]);
    }

    /// <summary>At blanks, but not within quotation marks that open behind a colon: <c>topic:"세제 지원"</c>.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                if (text[end] == ':' && end + 1 < text.Length && ClosingMark(text[end + 1]) is { } mark && text.IndexOf(mark, end + 2) is > 0 and var closing) end = closing;
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static char? ClosingMark(char c) => c switch
    {
        '"' => '"',
        '“' => '”',
        _ => null,
    };

    private static string Unquote(string value) => value.Trim('"', '“', '”');
}
