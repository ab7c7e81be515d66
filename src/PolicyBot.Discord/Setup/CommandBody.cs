using System.Text.Json.Nodes;
using PolicyBot.Chat;

namespace PolicyBot.Discord.Setup;

/// <summary>The catalogue as Discord's list of commands.</summary>
internal static class CommandBody
{
    private const int OnSlash = 1, OnMessage = 3, TextOption = 3, NumberOption = 4, FileOption = 11, InServer = 0, WithBot = 1;

    public static JsonArray Of(ChatCatalogue catalogue)
    {
        var commands = catalogue.Commands.Select(Command).ToList();
        if (catalogue.Shortcut is var (_, english, korean))
            commands.Add(new() { ["type"] = OnMessage, ["name"] = english, ["name_localizations"] = new JsonObject { ["ko"] = korean }, ["contexts"] = Contexts() });
        return new([.. commands]);
    }

    private static JsonObject Command(CommandDefinition command)
    {
        var body = Named(command.Name, command.KoreanName, command.English, command.Korean);
        body["type"] = OnSlash;
        body["contexts"] = Contexts();
        // Discord wants what is required first.
        body["options"] = new JsonArray([.. command.Options.OrderBy(o => !o.IsRequired).Select(Option)]);
        return body;
    }

    private static JsonObject Option(CommandOption option)
    {
        var body = Named(option.Name, option.KoreanName, option.English, option.Korean);
        body["type"] = option.Kind switch { OptionKind.Number => NumberOption, OptionKind.File => FileOption, _ => TextOption };
        body["required"] = option.IsRequired;
        if (option.Kind == OptionKind.Number) body["min_value"] = 0;
        if (option.Choices.Count > 0) body["choices"] = new JsonArray([.. option.Choices.Select(c => new JsonObject { ["name"] = c.English, ["name_localizations"] = new JsonObject { ["ko"] = c.Korean }, ["value"] = c.Value })]);
        else if (option.IsSuggested) body["autocomplete"] = true;
        return body;
    }

    private static JsonObject Named(string name, string korean, string description, string koreanDescription) => new()
    {
        ["name"] = name,
        ["name_localizations"] = new JsonObject { ["ko"] = korean },
        ["description"] = description,
        ["description_localizations"] = new JsonObject { ["ko"] = koreanDescription },
    };

    private static JsonArray Contexts() => [InServer, WithBot];
}
