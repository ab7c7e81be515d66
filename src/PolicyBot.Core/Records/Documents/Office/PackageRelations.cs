using System.Xml;

namespace PolicyBot.Records.Documents.Office;

/// <summary>Which part of an office package an id means: slides and sheets come in the order of ids, not of file names.</summary>
internal static class PackageRelations
{
    private const string Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The parts that elements of that name in <paramref name="part"/> refer to, in order, each with its name attribute.</summary>
    public static List<(string Part, string Name)> Ordered(ZipPackage package, string part, string element)
    {
        var at = part.LastIndexOf('/') + 1;
        var targets = Targets(package, $"{part[..at]}_rels/{part[at..]}.rels", part[..at]);
        var found = new List<(string, string)>();
        if (package.Find(part) is not { } entry) return found;
        using var xml = SafeXml.Open(package.Unpack(entry));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && xml.GetAttribute("id", Ids) is { } id && targets.TryGetValue(id, out var target))
                found.Add((target, xml.GetAttribute("name") ?? ""));
        }

        return found;
    }

    private static Dictionary<string, string> Targets(ZipPackage package, string part, string folder)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.Find(part) is not { } entry) return targets;
        using var xml = SafeXml.Open(package.Unpack(entry));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { Length: > 0 } target)
                targets[id] = target[0] == '/' ? target[1..] : folder + target;
        }

        return targets;
    }
}
