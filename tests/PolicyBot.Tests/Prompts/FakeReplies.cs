using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Prompts;

/// <summary>What models of several kinds reply to a prompt that shows statements.</summary>
internal static partial class FakeReplies
{
    /// <summary>The words of each statement without their quotation marks; whole quotations where words may not be retold.</summary>
    public static string Faithful(string prompt) => Points(prompt, s => s.Words);

    /// <summary>The same in many words around it, and in a fence.</summary>
    public static string Verbose(string prompt) => "Sure! Here is the JSON that you asked for.\n```json\n" + Points(prompt, s => s.Words) + "\n```\nLet me know if you need anything else.";

    public static string WrongJson(string prompt) => "{\"points\": [{\"txt\": 1}]}" + prompt.Length;

    /// <summary>Says of each statement what the test makes of it.</summary>
    public static string Points(string prompt, Func<ShownStatement, string> say) => JsonSerializer.Serialize(new
    {
        points = Shown(prompt).Select(s => new { text = say(s), statements = new[] { s.N } }),
    });

    public static IEnumerable<ShownStatement> Shown(string prompt) => Line().Matches(prompt).Select(line => JsonDocument.Parse(line.Value).RootElement)
        .Select(s => new ShownStatement(s.GetProperty("n").GetInt32(), s.GetProperty("speaker").GetString()!, s.GetProperty("words").GetString()!));

    [GeneratedRegex("^\\{\"n\": .*\\}\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}

internal sealed record ShownStatement(int N, string Speaker, string Words);
