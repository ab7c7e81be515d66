using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;

namespace PolicyBot.Records;

/// <summary>A staff-edited YAML file. Collects all faults, so that one look mends them together.</summary>
internal sealed class CatalogueFile
{
    private readonly string _path;
    private readonly SortedSet<(int Line, string What)> _faults = [];

    private CatalogueFile(string path) => _path = path;

    public CatalogueNode Root { get; private set; } = new(1) { Text = "" };

    /// <summary>Another one for any other text of the file.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Throws <see cref="CatalogueException"/> when the file cannot be read or is not YAML.</summary>
    public static CatalogueFile Read(string path)
    {
        var file = new CatalogueFile(path);
        var yaml = file.ReadText();
        file.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)))[..16];
        try
        {
            file.Root = CatalogueParser.Parse(yaml) ?? file.Root;
        }
        catch (YamlException e)
        {
            file.Fault(e, yaml);
            file.ThrowIfFaulty();
        }

        return file;
    }

    public void Fault(CatalogueNode at, string what) => Fault(at.Line, what);

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0) throw new CatalogueException([.. _faults.Select(f => $"{_path}:{f.Line}: {f.What}")]);
    }

    /// <summary>Whether the node has keys and values. Names every key that is unknown or written twice.</summary>
    public bool HasKeys(CatalogueNode node, params ReadOnlySpan<string> known)
    {
        if (node.Fields is null)
        {
            Fault(node, $"is {node.Describe()}, but keys with values are expected: {string.Join(", ", known)}. / 여기에는 키와 값이 있어야 합니다: {string.Join(", ", known)}");
            return false;
        }

        HashSet<string> seen = [];
        foreach (var (key, _) in node.Fields)
        {
            if (key.Text is not { } name || !known.Contains(name)) Fault(key, $"unknown key {key.Describe()}; use one of {string.Join(", ", known)}. / {key.Describe()} 키는 없습니다. {string.Join(", ", known)} 가운데 하나를 쓰십시오.");
            else if (!seen.Add(name)) Fault(key, $"the key '{name}' is given twice; keep one. / '{name}' 키가 두 번 있습니다. 하나만 남기십시오.");
        }

        return true;
    }

    /// <summary>The text under a key; null, and a fault when it is required, if there is none.</summary>
    public string? Text(CatalogueNode node, string key, bool required = false)
    {
        var value = node[key];
        if (value is { Text.Length: > 0 }) return value.Text;
        if (value is not null) Fault(value, $"{key} is {value.Describe()}, but a text is expected. / {key}에는 글이 있어야 합니다.");
        else if (required) Fault(node, $"{key} is missing; add it. / {key}이(가) 없습니다. 넣으십시오.");
        return null;
    }

    public IReadOnlyList<CatalogueNode> List(CatalogueNode node, string key)
    {
        var value = node[key];
        if (value is null) return [];
        if (value.Items is { } items) return items;
        Fault(value, $"{key} is {value.Describe()}, but a list is expected: [one, two], or lines that begin with '- '. / {key}에는 목록이 있어야 합니다: [하나, 둘] 또는 '- '로 시작하는 줄");
        return [];
    }

    /// <summary>The texts of a list; what is no text becomes a fault.</summary>
    public IEnumerable<CatalogueNode> Texts(CatalogueNode node, string key)
    {
        foreach (var item in List(node, key))
        {
            if (item.Text is { Length: > 0 }) yield return item;
            else Fault(item, $"an entry of {key} is {item.Describe()}, but a text is expected. / {key}의 항목에는 글이 있어야 합니다.");
        }
    }

    public DateOnly? Date(CatalogueNode node, string key)
    {
        if (Text(node, key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault(node[key]!, $"{key} is '{text}', which is no date; write year-month-day, such as 2025-10-01. / {key}의 '{text}'은(는) 날짜가 아닙니다. 2025-10-01처럼 쓰십시오.");
        return null;
    }

    public bool Flag(CatalogueNode node, string key)
    {
        var text = Text(node, key);
        if (text is not (null or "true" or "false")) Fault(node[key]!, $"{key} is '{text}'; write true or false. / {key}에는 true나 false를 쓰십시오.");
        return text == "true";
    }

    private void Fault(int line, string what) => _faults.Add((line, what));

    private string ReadText()
    {
        try
        {
            return File.ReadAllText(_path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new CatalogueException([$"{_path}:1: is not UTF-8; save it as UTF-8. / UTF-8이 아닙니다. UTF-8로 저장하십시오."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueException([$"{_path}:1: cannot be read: {e.Message} / 읽을 수 없습니다. 경로와 권한을 확인하십시오."]);
        }
    }

    private void Fault(YamlException fault, string yaml)
    {
        var line = (int)Math.Max(1, fault.Start.Line);

        // A tab is often reported at the line before it.
        var tab = yaml.Split('\n').Select((text, i) => (Text: text, Line: i + 1)).Skip(line - 1).Take(2).FirstOrDefault(l => l.Text.TrimStart(' ').StartsWith('\t'));
        if (tab.Line > 0) Fault(tab.Line, "the line is indented with a tab; use spaces. / 탭으로 들여 쓴 줄입니다. 빈칸을 쓰십시오.");
        else Fault(line, $"is not valid YAML: {fault.Message.TrimEnd('.')}. Check indentation, colons, brackets and quotes here and in the line above. / 올바른 YAML이 아닙니다. 이 줄과 윗줄의 들여쓰기, 쌍점, 괄호, 따옴표를 확인하십시오.");
    }
}
