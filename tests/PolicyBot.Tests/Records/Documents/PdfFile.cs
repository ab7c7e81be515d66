using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>A PDF byte by byte (ISO 32000-1), with a TrueType font of its own embedded: one empty glyph a character, ASCII half as wide as Hangul, and a map from glyphs to Unicode.</summary>
internal sealed class PdfFile
{
    private readonly List<StringBuilder> _pages = [];
    private readonly List<char> _letters = ['\0'];

    /// <summary>False leaves the map out: nobody can tell what the letters are.</summary>
    public bool MapsToUnicode { get; init; } = true;

    public bool Pictures { get; init; }

    /// <summary>Encrypted with a password that nobody knows.</summary>
    public bool IsLocked { get; init; }

    public PdfFile Page(params (double X, double Y, string Text)[] words)
    {
        var content = new StringBuilder();
        foreach (var (x, y, text) in words) content.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y} Td <{Glyphs(text)}> Tj ET\n");
        if (Pictures) content.Append("q 500 0 0 700 0 0 cm /I1 Do Q\n");
        _pages.Add(content);
        return this;
    }

    /// <summary>Lines from the top, as a word processor sets them.</summary>
    public PdfFile Lines(params string[] lines) => Page([.. lines.Select((line, at) => (50.0, 750.0 - (at * 15), line))]);

    /// <summary>Smaller letters, such as the mark of a footnote.</summary>
    public PdfFile Small(double x, double y, string text)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 6 Tf {x} {y} Td <{Glyphs(text)}> Tj ET\n");
        return this;
    }

    /// <summary>A line that runs from the foot of the page upwards.</summary>
    public PdfFile Turned(double x, string text)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf 0 1 -1 0 {x} 100 Tm <{Glyphs(text)}> Tj ET\n");
        return this;
    }

    public byte[] Bytes()
    {
        var kids = string.Join(' ', _pages.Select((_, at) => $"{20 + (at * 2)} 0 R"));
        var objects = new SortedDictionary<int, byte[]>
        {
            [1] = Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            [2] = Ascii($"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>"),
            [3] = Ascii($"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [4 0 R] {(MapsToUnicode ? "/ToUnicode 7 0 R " : "")}>>"),
            [4] = Ascii($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [{string.Join(' ', _letters.Select((c, at) => c < 128 ? $"{at} [500]" : "").Where(w => w.Length > 0))}] /CIDToGIDMap /Identity >>"),
            [5] = Ascii("<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 6 0 R >>"),
            [6] = Stream(Font(_letters.Count)),
            [7] = Stream(Ascii($"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{string.Concat(_letters.Select((c, at) => at == 0 ? "" : $"1 beginbfchar <{at:X4}> <{(int)c:X4}> endbfchar\n"))}endcmap end end")),
            [8] = Stream([0], "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "),
        };
        for (var at = 0; at < _pages.Count; at++)
        {
            objects[20 + (at * 2)] = Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /I1 8 0 R >> >> /Contents {21 + (at * 2)} 0 R >>");
            objects[21 + (at * 2)] = Stream(Ascii(_pages[at].ToString()));
        }

        return Assemble(objects, IsLocked ? $" /ID [<{new string('0', 32)}> <{new string('0', 32)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>" : "");
    }

    private static byte[] Assemble(SortedDictionary<int, byte[]> objects, string trailer)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00E2\u00E3\n"u8);
        var table = new StringBuilder();
        foreach (var (number, body) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Write(Ascii($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Length;
        file.Write(Ascii($"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size 1000 /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private string Glyphs(string text)
    {
        var glyphs = new StringBuilder();
        foreach (var c in text)
        {
            if (!_letters.Contains(c)) _letters.Add(c);
            glyphs.Append(_letters.IndexOf(c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return glyphs.ToString();
    }

    private static byte[] Stream(byte[] content, string entries = "") => [.. Ascii($"<< {entries}/Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>The tables that a font cannot do without (OpenType 1.9): no outlines, as nothing is drawn here.</summary>
    private static byte[] Font(int glyphs)
    {
        var head = new byte[54];
        Put(head, (0, 1), (12, 0x5F0F), (14, 0x3CF5), (18, 1000), (50, 0));
        var hhea = new byte[36];
        Put(hhea, (0, 1), (4, 800), (6, 0xFF38), (34, glyphs));
        var maxp = new byte[32];
        Put(maxp, (0, 1), (4, glyphs));
        var hmtx = new byte[glyphs * 4];
        for (var at = 0; at < glyphs; at++) Put(hmtx, (at * 4, 1000));
        (string Tag, byte[] Bytes)[] tables = [("glyf", new byte[4]), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", new byte[(glyphs + 1) * 2]), ("maxp", maxp)];
        var directory = new byte[12 + (tables.Length * 16)];
        Put(directory, (0, 1), (4, tables.Length));
        using var body = new MemoryStream();
        for (var at = 0; at < tables.Length; at++)
        {
            var entry = directory.AsSpan(12 + (at * 16));
            Encoding.ASCII.GetBytes(tables[at].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], directory.Length + (int)body.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], tables[at].Bytes.Length);
            body.Write(tables[at].Bytes);
            while (body.Length % 4 != 0) body.WriteByte(0);
        }

        return [.. directory, .. body.ToArray()];
    }

    private static void Put(byte[] table, params (int Offset, int Value)[] values)
    {
        foreach (var (offset, value) in values) BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(offset), (ushort)value);
    }
}
