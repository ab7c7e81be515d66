namespace PolicyBot.Settings;

/// <summary>One setting, declared once: the check, the refusal of unknown keys and the table in the README all read it from here.</summary>
/// <param name="Key">As in configuration: <c>Slack:BotToken</c>; a list's entries are <c>Records:Watch:0</c>, …</param>
internal sealed record SettingDefinition(string Key, SettingKind Kind, string Default, string English, string Korean)
{
    /// <summary>The words that a <see cref="SettingKind.Choice"/> allows.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What each entry of a <see cref="SettingKind.Table"/> may hold.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether the key is a field of an entry: <c>Digests:0:Channel</c>.</summary>
    public bool HasField(string key) =>
        Kind == SettingKind.Table && key.Split(':') is [var table, var index, var field] && table.Equals(Key, StringComparison.OrdinalIgnoreCase) && index.Length > 0 && index.All(char.IsAsciiDigit)
        && Fields.Contains(field, StringComparer.OrdinalIgnoreCase);

    public bool IsSecret => Kind == SettingKind.Secret;

    /// <summary>A secret may be given as a file under the key with <c>File</c> behind it.</summary>
    public string FileKey => Key + "File";
}

internal enum SettingKind
{
    Text,

    /// <summary>Never shown, never logged; may also be given as a file.</summary>
    Secret,
    Choice,

    /// <summary>A whole number above zero.</summary>
    Number,

    /// <summary>A whole number; 0 sets no limit.</summary>
    Limit,

    /// <summary>A duration such as <c>00:00:20</c>.</summary>
    Duration,

    /// <summary>An address: https or wss, plain http or ws on loopback only.</summary>
    Address,

    /// <summary>An IANA time zone.</summary>
    TimeZone,

    /// <summary>Any number of texts.</summary>
    List,

    /// <summary>Any number of entries with named fields.</summary>
    Table,

    /// <summary>A path to a file or folder that must be there when the setting is given.</summary>
    Path,
}
