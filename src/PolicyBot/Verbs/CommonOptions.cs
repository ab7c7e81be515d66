using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Settings;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Folder of the store and the index, created when missing / 저장소와 색인 폴더", HelpName = "DIR", Recursive = true };
    private readonly Option<string?> _config = new("--config") { Description = "Settings file instead of config/policybot.json / 설정 파일", HelpName = "FILE", Recursive = true };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document on standard output / JSON으로 출력", Recursive = true };
    private readonly Option<DateOnly?> _asOf = new("--as-of") { Description = "Pretend that today is this day (yyyy-mm-dd) / 오늘을 이 날짜로 간주", HelpName = "DATE", Recursive = true, CustomParser = ParseDay };
    private readonly Option<string?> _clearance = new Option<string?>("--clearance") { Description = "Highest grade to show: open, sensitive or classified / 볼 수 있는 최고 등급", HelpName = "GRADE", Recursive = true }
        .AcceptOnlyFromAmong("open", "sensitive", "classified");
    private readonly Option<string?> _language = new Option<string?>("--language") { Description = "ko or en; else as the system's locale (LANG) says, a brief and a digest in Korean / 출력 언어", HelpName = "LANGUAGE", Recursive = true }
        .AcceptOnlyFromAmong("ko", "en");

    /// <summary>Settings given on the command line as <c>--Section:Key value</c>; taken out before the rest is read.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    public TextWriter Out { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>That of the system: where no language is asked for, the lines of a verb are written in it.</summary>
    public Language Locale { get; init; } = Text.Language.English;

    public void AddTo(Command root)
    {
        foreach (Option option in (Option[])[_data, _config, _json, _asOf, _clearance, _language]) root.Options.Add(option);
    }

    public Output Output(ParseResult parse) => new(Out, Error, parse.GetValue(_json), Language(parse) ?? Locale);

    /// <summary>Null when none was asked for.</summary>
    public Language? Language(ParseResult parse) => parse.GetValue(_language) switch { "ko" => Text.Language.Korean, "en" => Text.Language.English, _ => null };

    /// <summary>Settings with their faults unjudged: only <c>check</c> wants to see them.</summary>
    public BotSettings LoadSettings(ParseResult parse) =>
        BotSettings.Load(parse.GetValue(_config), Environment.GetEnvironmentVariables(), Settings);

    public Workplace Open(ParseResult parse)
    {
        var settings = LoadSettings(parse);
        if (settings.Faults.Count > 0) throw new SettingsException(settings.Faults);
        var time = parse.GetValue(_asOf) is { } day ? new AsOfTime(Time, day, settings.TimeZone) : Time;
        var clearance = parse.GetValue(_clearance) is { } grade ? settings.ConsoleClearance with { Grade = Enum.Parse<Grade>(grade, ignoreCase: true) } : settings.ConsoleClearance;
        return new(settings, Folder(parse, settings), clearance, time) { Warn = Error.WriteLine };
    }

    public string Folder(ParseResult parse, BotSettings settings) => (parse.GetValue(_data) ?? settings["Store:Folder"]) is { } folder && !string.IsNullOrWhiteSpace(folder)
        ? folder
        : throw new WrongUseException("--data needs the name of a folder. / --data에는 폴더 이름이 필요합니다.");

    /// <summary>Taken by the verbs that read documents.</summary>
    public static Option<DateOnly?> Published() =>
        new("--published") { Description = "Day of publication of documents that name none (yyyy-mm-dd) / 발행일이 없는 문서의 발행일", HelpName = "DATE", CustomParser = ParseDay };

    public static DateOnly? ParseDay(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[^1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"'{result.Tokens[^1].Value}' is not a day such as 2025-07-24. / '{result.Tokens[^1].Value}'은(는) 날짜가 아닙니다. 2025-07-24처럼 쓰십시오.");
        return null;
    }

    /// <summary>A whole number from 1. The parser of the library throws on any other word once a validator looks at it.</summary>
    public static int ParseNumber(ArgumentResult result, int most)
    {
        if (int.TryParse(result.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        var (word, option) = (result.Tokens[^1].Value, ((OptionResult)result.Parent!).Option.Name);
        result.AddError($"'{word}' is not a whole number from 1 to {most}, as {option} takes it. / {option}에는 1부터 {most}까지의 정수를 쓰십시오. '{word}'은(는) 쓸 수 없습니다.");
        return 0;
    }
}
