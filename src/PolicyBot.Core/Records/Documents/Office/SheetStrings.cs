using System.Text;
using System.Xml;

namespace PolicyBot.Records.Documents.Office;

/// <summary>The words that the cells of a workbook share, in the order of their numbers. Phonetic hints are left out.</summary>
internal sealed class SheetStrings : XmlWalker
{
    private readonly List<string> _strings = [];
    private readonly StringBuilder _words = new();
    private bool _inText;

    public static IReadOnlyList<string> Read(ZipPackage package)
    {
        var strings = new SheetStrings();
        if (package.Find("xl/sharedStrings.xml") is not { } entry) return [];
        using var xml = SafeXml.Open(package.Unpack(entry));
        strings.Walk(xml);
        return strings._strings;
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        if (name == "rPh") return false;
        if (name == "si") _words.Clear();
        if (name == "t") _inText = true;
        return true;
    }

    protected override void End(string name)
    {
        if (name == "t") _inText = false;
        if (name == "si") _strings.Add(_words.ToString());
    }

    protected override void Text(string words)
    {
        if (_inText) _words.Append(words);
    }
}
