using System.Globalization;
using System.IO.Compression;
using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Hwpx;

/// <summary>An HWPX: OWPML sections in a ZIP (KS X 6101). Headers, footers and hidden comments are left out.</summary>
internal sealed class HwpxReader(FlowBuilder flow) : XmlWalker
{
    private int _inText;
    private bool _deleted;
    private string? _note;
    private int _notes;

    public static Record Read(ZipPackage package)
    {
        if (IsEncrypted(package)) throw new UnreadableRecordException("The HWPX document is protected by a password. Remove the password in Hangul and import it again. / HWPX 문서에 암호가 걸려 있습니다. 한글에서 암호를 풀고 다시 가져오십시오.");
        var text = new DocumentText(PlaceUnit.Paragraph);
        var reader = new HwpxReader(new(text));
        foreach (var section in Sections(package))
        {
            using var xml = SafeXml.Open(package.Unpack(section));
            reader.Walk(xml);
        }

        return text.Build(RecordFields.None);
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        switch (name)
        {
            // A field's parameters and a memo hang on its beginning; the text between beginning and end is the document's own.
            case "header" or "footer" or "hiddenComment" or "secPr" or "fieldBegin" or "linesegarray" or "shapeComment" or "script" or "subText": return false;
            case "p": flow.BeginParagraph(); break;
            case "t" or "mainText": _inText++; break;
            case "tbl": flow.BeginTable(); break;
            case "tr": flow.BeginRow(); break;
            case "tc": flow.BeginCell(); break;
            case "drawText" or "caption": flow.BeginAside(); break;
            case "footNote" or "endNote":
                _note = xml.GetAttribute("number") ?? (++_notes).ToString(CultureInfo.InvariantCulture);
                flow.BeginAside();
                break;
            case "deleteBegin": _deleted = true; break;
            case "deleteEnd": _deleted = false; break;
            default: AddMark(name); break;
        }

        return true;
    }

    protected override void End(string name)
    {
        switch (name)
        {
            case "t" or "mainText": _inText--; break;
            case "p": flow.EndParagraph(); break;
            case "tc": flow.EndCell(); break;
            case "tbl": flow.EndTable(); break;
            case "drawText" or "caption": flow.EndAside(); break;
            case "footNote" or "endNote": flow.EndAside($"{_note}) "); break;
        }
    }

    protected override void Text(string words)
    {
        if (_inText > 0 && !_deleted) flow.Append(words);
    }

    private void AddMark(string name)
    {
        if (_inText == 0 || _deleted) return;
        if (name == "tab") flow.Append("\t");
        else if (name == "lineBreak") flow.Append("\n");
        else if (name == "hyphen") flow.Append("-");
        else if (name is "nbSpace" or "fwSpace") flow.Append(" ");
    }

    private static List<ZipArchiveEntry> Sections(ZipPackage package)
    {
        var sections = package.Entries.Where(e => Number(e.FullName) is not null).OrderBy(e => Number(e.FullName)).ToList();
        return sections.Count > 0 ? sections : throw new UnreadableRecordException("The HWPX document has no sections of text. Open it in Hangul and save it again. / HWPX 문서에 본문이 없습니다. 한글에서 열어 다시 저장하십시오.");
    }

    private static int? Number(string name) =>
        name.StartsWith("Contents/section", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(16, name.Length - 20), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsEncrypted(ZipPackage package)
    {
        if (package.Find("META-INF/manifest.xml") is not { } manifest) return false;
        using var xml = SafeXml.Open(package.Unpack(manifest));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "encryption-data") return true;
        }

        return false;
    }
}
