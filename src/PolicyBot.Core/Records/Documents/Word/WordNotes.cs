using System.Text;
using System.Xml;

namespace PolicyBot.Records.Documents.Word;

/// <summary>The words of foot- or endnotes by their id; separators, which Word keeps among them, have a type and are none.</summary>
internal sealed class WordNotes : XmlWalker
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly StringBuilder _words = new();
    private string? _id;
    private bool _inText;

    public static IReadOnlyDictionary<string, string> Read(ZipPackage package, string part)
    {
        var notes = new WordNotes();
        if (package.Find(part) is not { } entry) return notes._notes;
        using var xml = SafeXml.Open(package.Unpack(entry));
        notes.Walk(xml);
        return notes._notes;
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        if (name is "Fallback" or "del" or "moveFrom" or "instrText") return false;
        if (name is "footnote" or "endnote") _id = xml.GetAttribute("type", xml.NamespaceURI) is null ? xml.GetAttribute("id", xml.NamespaceURI) : null;
        if (name == "t") _inText = true;
        if (name is "tab" or "br") _words.Append(' ');
        return true;
    }

    protected override void End(string name)
    {
        if (name == "t") _inText = false;
        if (name == "p" && _words.Length > 0 && _words[^1] != ' ') _words.Append(' ');
        if (name is not ("footnote" or "endnote")) return;
        if (_id is not null) _notes[_id] = _words.ToString().Trim();
        _words.Clear();
    }

    protected override void Text(string words)
    {
        if (_inText) _words.Append(words);
    }
}
