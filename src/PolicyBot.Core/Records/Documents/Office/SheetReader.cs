using System.Globalization;
using System.Text;
using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Office;

/// <summary>The sheets of an XLSX: each row as cells, with what the cells show rather than how it is computed.</summary>
internal sealed class SheetReader(DocumentText text, IReadOnlyList<string> strings, SheetStyles styles) : XmlWalker
{
    private const int MaxColumns = 500;

    private readonly List<string> _row = [];
    private readonly StringBuilder _value = new();
    private int _column;
    private string _type = "";
    private int _style;
    private bool _inValue;

    public static Record Read(ZipPackage package)
    {
        var text = new DocumentText(PlaceUnit.Sheet);
        var strings = SheetStrings.Read(package);
        var styles = SheetStyles.Read(package);
        foreach (var (part, name) in PackageRelations.Ordered(package, "xl/workbook.xml", "sheet"))
        {
            text.BeginPlace();
            if (package.Find(part) is not { } entry) continue;
            text.Add(name, TextPartKind.Heading);
            using var xml = SafeXml.Open(package.Unpack(entry));
            new SheetReader(text, strings, styles).Walk(xml);
        }

        return text.Build(RecordFields.None);
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        switch (name)
        {
            case "rPh" or "f": return false;
            case "row":
                _row.Clear();
                _column = 0;
                break;
            case "c":
                _column = xml.GetAttribute("r") is { } place ? Column(place) : _column + 1;
                _type = xml.GetAttribute("t") ?? "";
                _style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;
                _value.Clear();
                break;
            case "v" or "t": _inValue = true; break;
        }

        return true;
    }

    protected override void End(string name)
    {
        if (name is "v" or "t") _inValue = false;
        if (name == "c" && _value.Length > 0 && _column <= MaxColumns)
        {
            while (_row.Count < _column - 1) _row.Add("");
            _row.Add(Shown(_value.ToString()));
        }

        if (name == "row") text.AddRow(_row);
    }

    protected override void Text(string words)
    {
        if (_inValue) _value.Append(words);
    }

    private string Shown(string value) => _type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : "",
        "b" => value == "1" ? "TRUE" : "FALSE",
        "" or "n" => styles.Show(value, _style),
        _ => value,
    };

    private static int Column(string place)
    {
        var column = 0;
        foreach (var c in place.TakeWhile(char.IsAsciiLetterUpper).Take(3)) column = (column * 26) + (c - 'A' + 1);
        return Math.Max(1, column);
    }
}
