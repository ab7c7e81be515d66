using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>Holds what was given with a command against its options: what cannot be meant is refused with what could, never passed over. Platforms that check choices themselves do so only where people pick them.</summary>
internal static class GivenValues
{
    /// <summary>The values as the command names them, or a sentence that says what is wrong.</summary>
    public static (IReadOnlyDictionary<string, string>? Read, string? Fault) Read(Wish wish, CommandDefinition command)
    {
        var read = new Dictionary<string, string>(wish.Values, StringComparer.Ordinal);
        foreach (var option in command.Options)
        {
            if (wish.Value(option.Name) is not { } given) continue;
            var name = wish.Pick($"{option.KoreanName}({option.Name})", option.Name);
            if (option.Kind == OptionKind.Number && !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                return (null, wish.Pick($"‘{given}’은(는) {name}에 쓸 수 없습니다. 0 이상의 정수를 적으십시오. 예: {option.Name}:30", $"'{given}' is no value for {name}: give a whole number, such as {option.Name}:30"));
            if (option.Choices.Count == 0) continue;
            if (Choice(option, given) is not { } value)
                return (null, wish.Pick($"‘{given}’은(는) {name}에 쓸 수 없습니다. 쓸 수 있는 값: {Values(option, wish.Language)}", $"'{given}' is no value for {name}: use one of {Values(option, wish.Language)}"));
            read[option.Name] = value;
        }

        return (read, null);
    }

    /// <summary>By its value or a label, whole or so much of it that no other begins so: 월, Monday.</summary>
    private static string? Choice(CommandOption option, string given)
    {
        var whole = option.Choices.Where(c => Names(c).Contains(given, StringComparer.OrdinalIgnoreCase)).Select(c => c.Value).ToList();
        if (whole.Count == 0) whole = [.. option.Choices.Where(c => Names(c).Any(n => n.StartsWith(given, StringComparison.OrdinalIgnoreCase))).Select(c => c.Value)];
        return whole is [var one] ? one : null;
    }

    private static string[] Names((string Value, string English, string Korean) choice) => [choice.Value, choice.English, choice.Korean];

    private static string Values(CommandOption option, Language language) =>
        string.Join(", ", option.Choices.Select(c => language == Language.Korean ? $"{c.Value}({c.Korean})" : c.Value));
}
