using System.Xml;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>Goes through an XML part element by element, without recursion. Names count without their namespace: office programs change theirs with every version.</summary>
internal abstract class XmlWalker
{
    private const int MaxDepth = 512;

    protected void Walk(XmlReader xml)
    {
        var reading = xml.Read();
        while (reading)
        {
            if (xml.Depth > MaxDepth) throw new UnreadableRecordException($"Its XML nests deeper than {MaxDepth} levels, as no office program writes it. Save it anew, or save the text alone. / XML이 {MaxDepth}단계보다 깊이 겹쳐 있습니다. 새로 저장하거나 글만 따로 저장하십시오.");
            if (xml.NodeType == XmlNodeType.Element)
            {
                var (name, empty) = (xml.LocalName, xml.IsEmptyElement);
                if (!Begin(name, xml))
                {
                    xml.Skip();
                    reading = !xml.EOF;
                    continue;
                }

                if (empty) End(name);
            }
            else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) Text(xml.Value);

            reading = xml.Read();
        }
    }

    /// <summary>False leaves the element out, with everything in it.</summary>
    protected abstract bool Begin(string name, XmlReader xml);

    protected abstract void End(string name);

    protected abstract void Text(string words);
}
