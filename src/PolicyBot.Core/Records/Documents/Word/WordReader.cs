using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Word;

/// <summary>A DOCX: paragraphs, tables, text boxes and notes (ECMA-376 part 1, section 17). Headers and footers lie in parts of their own and are left out.</summary>
internal sealed class WordReader : XmlWalker
{
    private readonly FlowBuilder _flow;
    private readonly IReadOnlyDictionary<string, string> _footnotes;
    private readonly IReadOnlyDictionary<string, string> _endnotes;
    private int _notes;
    private bool _inText;
    private bool _hidden;

    private WordReader(FlowBuilder flow, IReadOnlyDictionary<string, string> footnotes, IReadOnlyDictionary<string, string> endnotes) =>
        (_flow, _footnotes, _endnotes) = (flow, footnotes, endnotes);

    public static Record Read(ZipPackage package)
    {
        var main = package.Find(MainPart(package)) ?? throw new UnreadableRecordException("The Word document has no text part. Open it in Word and save it again. / Word 문서에 본문이 없습니다. Word에서 열어 다시 저장하십시오.");
        var folder = main.FullName[..(main.FullName.LastIndexOf('/') + 1)];
        var text = new DocumentText(PlaceUnit.Paragraph);
        var reader = new WordReader(new(text), WordNotes.Read(package, folder + "footnotes.xml"), WordNotes.Read(package, folder + "endnotes.xml"));
        using var xml = SafeXml.Open(package.Unpack(main));
        reader.Walk(xml);
        return text.Build(RecordFields.None);
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        switch (name)
        {
            // The older form of what stands beside it: a text box would be read twice. Deleted text is no text.
            case "Fallback" or "del" or "moveFrom" or "instrText" or "delText": return false;
            case "p": _flow.BeginParagraph(); break;
            case "pStyle" when IsHeading(xml.GetAttribute("val", xml.NamespaceURI)): _flow.SetKind(TextPartKind.Heading); break;
            case "r": _hidden = false; break;
            case "vanish": _hidden = xml.GetAttribute("val", xml.NamespaceURI) is not ("0" or "false" or "off"); break;
            case "t": _inText = true; break;
            case "tbl": _flow.BeginTable(); break;
            case "tr": _flow.BeginRow(); break;
            case "tc": _flow.BeginCell(); break;
            case "txbxContent": _flow.BeginAside(); break;
            case "footnoteReference": AddNote(_footnotes, xml); break;
            case "endnoteReference": AddNote(_endnotes, xml); break;
            default: AddMark(name); break;
        }

        return true;
    }

    protected override void End(string name)
    {
        switch (name)
        {
            case "t": _inText = false; break;
            case "p": _flow.EndParagraph(); break;
            case "tc": _flow.EndCell(); break;
            case "tbl": _flow.EndTable(); break;
            case "txbxContent": _flow.EndAside(); break;
        }
    }

    protected override void Text(string words)
    {
        if (_inText && !_hidden) _flow.Append(words);
    }

    private void AddMark(string name)
    {
        // Tab stops of a paragraph's properties bear the same name as tabs in the text; those stand before any word and are trimmed away.
        if (name is "tab" or "ptab") _flow.Append("\t");
        else if (name is "br" or "cr") _flow.Append("\n");
        else if (name == "noBreakHyphen") _flow.Append("-");
    }

    private void AddNote(IReadOnlyDictionary<string, string> notes, XmlReader xml)
    {
        if (xml.GetAttribute("id", xml.NamespaceURI) is not { } id || !notes.TryGetValue(id, out var words)) return;
        _flow.BeginAside();
        _flow.Append(words);
        _flow.EndAside($"{++_notes}) ");
    }

    private static bool IsHeading(string? style) =>
        style is not null && (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.Equals("Title", StringComparison.OrdinalIgnoreCase));

    private static string MainPart(ZipPackage package)
    {
        if (package.Find("_rels/.rels") is not { } relations) return "word/document.xml";
        using var xml = SafeXml.Open(package.Unpack(relations));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Type") is { } type && type.EndsWith("/officeDocument", StringComparison.Ordinal)
                && xml.GetAttribute("Target") is { Length: > 0 } target) return target.TrimStart('/');
        }

        return "word/document.xml";
    }
}
