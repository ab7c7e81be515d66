using System.Collections;
using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Prompts;
using PolicyBot.Records;

namespace PolicyBot.Settings;

/// <summary>The settings in force: file, then environment, then command line; later ones win.</summary>
internal sealed class BotSettings
{
    private readonly Dictionary<string, string> _values;

    private BotSettings(Dictionary<string, string> values, IReadOnlyList<string> faults, IReadOnlyList<string> notes) => (_values, Faults, Notes) = (values, faults, notes);

    /// <summary>One sentence for each setting that cannot be worked with; the program runs only when there is none.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What may be a mistake and stops nothing.</summary>
    public IReadOnlyList<string> Notes { get; }

    public string this[string key] => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : SettingsCatalogue.Find(key)!.Default;

    public bool IsSet(string key) => this[key].Length > 0;

    /// <summary>The entries of a list, in their order.</summary>
    public IReadOnlyList<string> List(string key) =>
        [.. _values.Where(v => v.Value.Length > 0 && v.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))
            .OrderBy(v => int.TryParse(v.Key[(key.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue).Select(v => v.Value)];

    /// <summary>The entries of a table in their order, each with its fields by their lower-case names.</summary>
    public IReadOnlyList<(string Index, IReadOnlyDictionary<string, string> Values)> Table(string key) => TableOf(_values, key);

    internal static IReadOnlyList<(string Index, IReadOnlyDictionary<string, string> Values)> TableOf(IReadOnlyDictionary<string, string> values, string key) =>
        [.. values.Where(v => v.Value.Length > 0 && v.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).Select(v => (Parts: v.Key.Split(':'), v.Value)).Where(v => v.Parts.Length == 3)
            .GroupBy(v => v.Parts[1]).OrderBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyDictionary<string, string>)g.ToDictionary(v => v.Parts[2].ToLowerInvariant(), v => v.Value)))];

    /// <summary>Values that stand in no log and no message.</summary>
    public IReadOnlyList<string> Secrets =>
        [.. SettingsCatalogue.All.Where(s => s.IsSecret && IsSet(s.Key)).Select(s => this[s.Key]), .. List("Meetings:Calendars").Where(c => c.Contains("://", StringComparison.Ordinal))];

    public IReadOnlyList<string> Groups => [.. List("Access:Groups").Select(AccessRule.GroupName)];

    public Clearance ConsoleClearance => ClearanceOf("Console");

    public Clearance ModelClearance => ClearanceOf("Model");

    public Clearance EmbeddingsClearance => ClearanceOf("Embeddings");

    /// <summary>What the places of the chats may see; a platform's own grade is that of all its places without a rule.</summary>
    public IReadOnlyList<AccessRule> Destinations =>
    [
        .. List("Access:Destinations").Select(r => AccessRule.Parse(r, Groups).Rule).OfType<AccessRule>()
            .Concat([new("slack", Enum.Parse<Grade>(this["Access:SlackClearance"], ignoreCase: true)), new("discord", Enum.Parse<Grade>(this["Access:DiscordClearance"], ignoreCase: true))])
            .DistinctBy(r => r.Place.ToLowerInvariant()),
    ];

    public RateLimits Rates => new(int.Parse(this["Access:UserPerMinute"], CultureInfo.InvariantCulture), int.Parse(this["Access:ChannelPerMinute"], CultureInfo.InvariantCulture));

    public Retention Retention => new(
        TimeSpan.FromDays(int.Parse(this["Access:ConversationDays"], CultureInfo.InvariantCulture)), TimeSpan.FromDays(int.Parse(this["Access:AuditDays"], CultureInfo.InvariantCulture)));

    public GradeRules GradeRules => new([.. List("Access:Folders").Select(r => AccessRule.Parse(r, Groups).Rule).OfType<AccessRule>()], Groups);

    public bool ModelReadsRecords => IsSet("Model:Endpoint") && this["Model:ReadsRecords"].Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when there is none.</summary>
    public EmbeddingSettings? Embeddings => IsSet("Embeddings:Endpoint") ? new(new(this["Embeddings:Endpoint"]), this["Embeddings:Name"], this["Embeddings:ApiKey"]) : null;

    /// <summary>Null when there is none.</summary>
    public ModelSettings? Model => !IsSet("Model:Endpoint")
        ? null
        : new(new(this["Model:Endpoint"]), this["Model:Name"], this["Model:ApiKey"], Duration("Model:Timeout"), Duration("Model:FirstToken"), int.Parse(this["Model:CallsPerDay"], CultureInfo.InvariantCulture));

    public TimeSpan CalendarInterval => Duration("Meetings:PollEvery");

    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(this["TimeZone"]);

    public long MaxFileBytes => long.Parse(this["Records:MaxFileMegabytes"], CultureInfo.InvariantCulture) * 1024 * 1024;

    public TimeSpan FeedInterval => Duration("Records:FeedInterval");

    private Clearance ClearanceOf(string destination) =>
        new(Enum.Parse<Grade>(this[$"Access:{destination}Clearance"], ignoreCase: true), [.. List($"Access:{destination}Groups").Select(AccessRule.GroupName)]);

    private TimeSpan Duration(string key) => TimeSpan.ParseExact(this[key], "c", CultureInfo.InvariantCulture);

    /// <param name="file">The file named on the command line; null reads <c>config/policybot.json</c> in the working folder, else beside the program.</param>
    /// <param name="commandLine">Keys such as <c>Slack:Mode</c> with their values.</param>
    public static BotSettings Load(string? file, IDictionary environment, IEnumerable<KeyValuePair<string, string>> commandLine)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<string>();
        file ??= ProgramFolder.Resolve("config/policybot.json");
        foreach (var (key, value, line) in SettingsFile.Read(file))
        {
            if (value is not null) Take(key, value, $"{file}:{line}");
            else if (!SettingsCatalogue.IsSection(key)) faults.Add($"{file}:{line}: {Empty(key)}");
        }

        foreach (DictionaryEntry variable in environment)
        {
            var key = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal);
            if (key.Contains(':', StringComparison.Ordinal) && SettingsCatalogue.IsOurSection(key)) Take(key, (string?)variable.Value ?? "", "environment variable " + variable.Key);
            else if (key.ToUpperInvariant() is "TIMEZONE" or "URLS") Take(key, (string?)variable.Value ?? "", "environment variable " + variable.Key);
        }

        foreach (var (key, value) in commandLine) Take(key, value, $"command line --{key}");
        faults.AddRange(SettingsCheck.FindFaults(values));
        return new(values, faults, [.. MisspeltVariables.Find(environment.Keys.Cast<string>())]);

        void Take(string key, string value, string origin)
        {
            if (key.StartsWith('$')) return;
            if (SettingsCatalogue.Find(key) is not { } definition)
            {
                faults.Add($"{origin}: {Unknown(key)}");
                return;
            }

            if (!definition.IsSecret || key.Equals(definition.Key, StringComparison.OrdinalIgnoreCase))
            {
                values[key] = value;
                return;
            }

            try
            {
                values[definition.Key] = File.ReadAllText(value).Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                faults.Add($"{origin}: the file of {definition.Key} cannot be read. Check that it is there and may be read. / {definition.Key}의 파일을 읽을 수 없습니다. 파일이 있는지, 읽을 권한이 있는지 확인하십시오.");
            }
        }
    }

    /// <summary>Of an empty object or list where no section belongs.</summary>
    private static string Empty(string key) => SettingsCatalogue.Find(key) is not null
        ? $"'{key}' is empty, and it takes a value. Write one, or remove it. / '{key}'에는 값이 있어야 하는데 비어 있습니다. 값을 쓰거나 지우십시오."
        : SettingsCatalogue.All.FirstOrDefault(s => s.Kind == SettingKind.Table && key.StartsWith(s.Key + ":", StringComparison.OrdinalIgnoreCase)) is { } table
            ? $"'{key}' is empty. Write what belongs there ({string.Join(", ", table.Fields)}), or remove it. / '{key}' 항목이 비어 있습니다. 위 항목을 쓰거나 지우십시오."
            : Unknown(key);

    private static string Unknown(string key)
    {
        var near = Nearest(key);
        return near is null
            ? $"there is no setting '{key}'. See the settings table in the README. / '{key}' 설정은 없습니다. README의 설정 표를 보십시오."
            : $"there is no setting '{key}'. Did you mean '{near}'? See the settings table in the README. / '{key}' 설정은 없습니다. '{near}'을(를) 쓰려던 것입니까? README의 설정 표를 보십시오.";
    }

    private static string? Nearest(string key)
    {
        var parts = key.Split(':');
        return SettingsCatalogue.All.FirstOrDefault(s => s.Key.EndsWith(":" + parts[^1], StringComparison.OrdinalIgnoreCase))?.Key
            ?? SettingsCatalogue.All.FirstOrDefault(s => s.Key.Split(':')[0].Equals(parts[0], StringComparison.OrdinalIgnoreCase))?.Key
            ?? SettingsCatalogue.All.Select(s => s.Key.Split(':')[0]).Distinct().FirstOrDefault(s => MisspeltVariables.Distance(s.ToUpperInvariant(), parts[0].ToUpperInvariant()) <= 2);
    }
}
