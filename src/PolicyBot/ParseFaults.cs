using System.Text.RegularExpressions;

namespace PolicyBot;

/// <summary>Puts Korean words behind those of the command line's library, which knows none that this program could carry: it runs without cultures.</summary>
internal static partial class ParseFaults
{
    private static readonly (Regex English, string Korean)[] Known =
    [
        (Unrecognized(), "'$1' 명령이나 옵션은 없습니다."),
        (MissingArgument(), "'$1' 명령에 필요한 값이 없습니다."),
        (MissingValue(), "'$1' 옵션에 값이 없습니다."),
        (MissingCommand(), "이어질 하위 명령이 없습니다."),
        (MissingOption(), "'$1' 옵션이 있어야 합니다."),
        (Twice(), "'$1' 옵션에는 값이 하나만 있어야 하는데 $2개를 주었습니다."),
        (NoneOf(), "'$1'은(는) 쓸 수 없습니다. 위 값 가운데 하나를 쓰십시오."),
        (WrongType(), "'$1'은(는) 여기에 쓸 수 없는 값입니다."),
    ];

    /// <summary>On one line; what has its Korean already, and what is not known, stays as it is.</summary>
    public static string Explain(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var (english, korean) in Known)
            if (english.Match(line) is { Success: true } found) return $"{line} / {found.Result(korean)}";
        return line;
    }

    [GeneratedRegex(@"^Unrecognized command or argument '(.*)'\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Unrecognized();

    [GeneratedRegex(@"^Required argument missing for command: '(.*)'\.$", RegexOptions.NonBacktracking)]
    private static partial Regex MissingArgument();

    [GeneratedRegex(@"^Required argument missing for option: '(.*)'\.$", RegexOptions.NonBacktracking)]
    private static partial Regex MissingValue();

    [GeneratedRegex(@"^Required command was not provided\.$", RegexOptions.NonBacktracking)]
    private static partial Regex MissingCommand();

    [GeneratedRegex(@"^Option '(.*)' is required\.$", RegexOptions.NonBacktracking)]
    private static partial Regex MissingOption();

    [GeneratedRegex(@"^Option '(.*)' expects a single argument but (\d+) were provided\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Twice();

    [GeneratedRegex(@"^Argument '(.*)' not recognized\. Must be one of:.*$", RegexOptions.NonBacktracking)]
    private static partial Regex NoneOf();

    [GeneratedRegex(@"^Cannot parse argument '(.*?)' .*as expected type .*$", RegexOptions.NonBacktracking)]
    private static partial Regex WrongType();
}
