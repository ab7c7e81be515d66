using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>A command, declared once and shown on every platform and in the help.</summary>
/// <param name="Name">English and fixed: lower-case letters.</param>
/// <param name="KoreanName">Shown where the platform has localised names; lower case, no spaces.</param>
/// <param name="IsPrivate">Answered for the one who asked alone, with a button that shares the answer.</param>
public sealed record CommandDefinition(string Name, string KoreanName, string English, string Korean, bool IsPrivate = true)
{
    /// <summary>In the order in which they may be written without their names.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>With this value of an option, a form opens in place of an answer.</summary>
    public FormOpening? Opens { get; init; }

    public string Describe(Language language) => language == Language.Korean ? Korean : English;
}

public sealed record FormOpening(string Option, string Value, string Form);

/// <param name="IsSuggested">Whether <see cref="ISuggestions"/> offers values while the user types.</param>
public sealed record CommandOption(string Name, string KoreanName, string English, string Korean, OptionKind Kind = OptionKind.Text, bool IsRequired = false, bool IsSuggested = false)
{
    /// <summary>The only values allowed, with their labels; empty allows any.</summary>
    public IReadOnlyList<(string Value, string English, string Korean)> Choices { get; init; } = [];
}

public enum OptionKind
{
    Text,

    /// <summary>A whole number, zero or more.</summary>
    Number,

    /// <summary>A file that goes along with the command; only where the platform knows such. It comes in <see cref="ChatMessage.Files"/>.</summary>
    File,
}

/// <summary>A form that opens on a press: adapters open it themselves, because platforms wait only three seconds.</summary>
/// <param name="Name">What stands before the colon of the button's id; the whole id comes back as <see cref="ChatMessage.Action"/>.</param>
public sealed record FormDefinition(string Name, string English, string Korean, IReadOnlyList<FormField> Fields);

/// <param name="IsLong">Several lines.</param>
public sealed record FormField(string Name, string English, string Korean, bool IsRequired = false, bool IsLong = false);

/// <summary>Everything that an adapter shows to people: one catalogue for all platforms.</summary>
/// <param name="Shortcut">Name and labels of the action on a message; null shows none.</param>
public sealed record ChatCatalogue(IReadOnlyList<CommandDefinition> Commands, IReadOnlyList<FormDefinition> Forms, (string Name, string English, string Korean)? Shortcut)
{
    /// <summary>The form that a command opens with these values; null when it is answered.</summary>
    public FormDefinition? FindOpened(string? command, IReadOnlyDictionary<string, string> values) =>
        Commands.FirstOrDefault(c => c.Name == command)?.Opens is { } opens && values.GetValueOrDefault(opens.Option) == opens.Value ? Forms.FirstOrDefault(f => f.Name == opens.Form) : null;
}

/// <summary>Values that can be offered while somebody types. Answers from memory: a platform waits half a second.</summary>
public interface ISuggestions
{
    /// <summary>At most 25, the best first; empty when there is nothing to offer or the user may not see any.</summary>
    ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken);
}

/// <param name="Typed">What stands in the field so far.</param>
public sealed record SuggestionRequest(string Command, string Option, string Typed, Conversation Conversation, ChatUser User, Language Language);
