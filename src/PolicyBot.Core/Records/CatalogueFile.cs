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
            Fault(node, $"is {node.Describe()}, but keys with values are expected: {string.Join(", ", known)}.");
            return false;
        }

        HashSet<string> seen = [];
        foreach (var (key, _) in node.Fields)
        {
            if (key.Text is not { } name || !known.Contains(name)) Fault(key, $"unknown key {key.Describe()}; use one of {string.Join(", ", known)}.");
            else if (!seen.Add(name)) Fault(key, $"the key '{name}' is given twice; keep one.");
        }

        return true;
    }

    /// <summary>The text under a key; null, and a fault when it is required, if there is none.</summary>
    public string? Text(CatalogueNode node, string key, bool required = false)
    {
        var value = node[key];
        if (value is { Text.Length: > 0 }) return value.Text;
        if (value is not null) Fault(value, $"{key} is {value.Describe()}, but a text is expected.");
        else if (required) Fault(node, $"{key} is missing; add it.");
        return null;
    }

    public IReadOnlyList<CatalogueNode> List(CatalogueNode node, string key)
    {
        var value = node[key];
        if (value is null) return [];
        if (value.Items is { } items) return items;
        Fault(value, $"{key} is {value.Describe()}, but a list is expected: [one, two], or lines that begin with '- '.");
        return [];
    }

    /// <summary>The texts of a list; what is no text becomes a fault.</summary>
    public IEnumerable<CatalogueNode> Texts(CatalogueNode node, string key)
    {
        foreach (var item in List(node, key))
        {
            if (item.Text is { Length: > 0 }) yield return item;
            else Fault(item, $"an entry of {key} is {item.Describe()}, but a text is expected.");
        }
    }

    public DateOnly? Date(CatalogueNode node, string key)
    {
        if (Text(node, key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault(node[key]!, $"{key} is '{text}', which is no date; write year-month-day, such as 2025-10-01.");
        return null;
    }

    public bool Flag(CatalogueNode node, string key)
    {
        var text = Text(node, key);
        if (text is not (null or "true" or "false")) Fault(node[key]!, $"{key} is '{text}'; write true or false.");
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
            throw new CatalogueException([$"{_path}:1: is not UTF-8; save it as UTF-8."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueException([$"{_path}:1: cannot be read: {e.Message}"]);
        }
    }

    private void Fault(YamlException fault, string yaml)
    {
        var line = (int)Math.Max(1, fault.Start.Line);

        // A tab is often reported at the line before it.
        var tab = yaml.Split('\n').Select((text, i) => (Text: text, Line: i + 1)).Skip(line - 1).Take(2).FirstOrDefault(l => l.Text.TrimStart(' ').StartsWith('\t'));
        if (tab.Line > 0) Fault(tab.Line, "the line is indented with a tab; use spaces.");
        else Fault(line, $"is not valid YAML: {fault.Message.TrimEnd('.')}. Check indentation, colons, brackets and quotes here and in the line above.");
    }
}
