using System.Globalization;
using System.Xml;

namespace PolicyBot.Records.Documents.Office;

/// <summary>Which cells hold days: a spreadsheet keeps them as numbers, and only the format tells.</summary>
internal sealed class SheetStyles
{
    // Day 1 is 1 January 1900; the format keeps Lotus 1-2-3's 29 February 1900, so that later days count from here.
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly List<bool> _days = [];

    public static SheetStyles Read(ZipPackage package)
    {
        var styles = new SheetStyles();
        if (package.Find("xl/styles.xml") is not { } entry) return styles;
        var dated = new HashSet<int>([14, 15, 16, 17, 22, .. Enumerable.Range(27, 10), .. Enumerable.Range(50, 9)]);
        var inCells = false;
        using var xml = SafeXml.Open(package.Unpack(entry));
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || !int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format)) continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("formatCode") is { } code && code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase)) dated.Add(format);
            if (inCells && xml.LocalName == "xf") styles._days.Add(dated.Contains(format));
        }

        return styles;
    }

    public string Show(string value, int style) =>
        style < _days.Count && _days[style] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= 1 and < 2_958_466
            ? Epoch.AddDays(Math.Floor(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
}
