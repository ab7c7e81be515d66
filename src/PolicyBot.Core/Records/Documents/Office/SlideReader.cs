using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Office;

/// <summary>The slides of a PPTX in the order in which they are shown: text and tables; not their numbers, dates and footers, nor the speaker's notes.</summary>
internal sealed class SlideReader(FlowBuilder flow) : XmlWalker
{
    private readonly Stack<bool> _shapes = new();
    private bool _inText;

    public static Record Read(ZipPackage package)
    {
        var text = new DocumentText(PlaceUnit.Slide);
        var flow = new FlowBuilder(text);
        foreach (var (part, _) in PackageRelations.Ordered(package, "ppt/presentation.xml", "sldId"))
        {
            text.BeginPlace();
            if (package.Find(part) is not { } entry) continue;
            using var xml = SafeXml.Open(package.Unpack(entry));
            new SlideReader(flow).Walk(xml);
            flow.EndParagraph();
        }

        return text.Build(RecordFields.None);
    }

    protected override bool Begin(string name, XmlReader xml)
    {
        switch (name)
        {
            case "Fallback" or "fld": return false;
            case "sp":
                _shapes.Push(true);
                flow.BeginAside();
                break;
            case "ph" when _shapes.Count > 0 && xml.GetAttribute("type") is "sldNum" or "ftr" or "dt" or "hdr":
                _shapes.Pop();
                _shapes.Push(false);
                break;
            case "p" when xml.NamespaceURI.EndsWith("/drawingml/2006/main", StringComparison.Ordinal) || xml.NamespaceURI.EndsWith("/drawingml/main", StringComparison.Ordinal): flow.BeginParagraph(); break;
            case "t": _inText = true; break;
            case "br": flow.Append("\n"); break;
            case "tbl": flow.BeginTable(); break;
            case "tr": flow.BeginRow(); break;
            case "tc": flow.BeginCell(); break;
        }

        return true;
    }

    protected override void End(string name)
    {
        switch (name)
        {
            case "t": _inText = false; break;
            case "p": flow.EndParagraph(); break;
            case "tc": flow.EndCell(); break;
            case "tbl": flow.EndTable(); break;
            case "sp" when _shapes.Pop(): flow.EndAside(); break;
            case "sp": flow.Discard(); break;
        }
    }

    protected override void Text(string words)
    {
        if (_inText) flow.Append(words);
    }
}
