using System.Buffers.Binary;
using System.Text;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>Writes OLE compound files byte by byte ([MS-CFB], version 3): streams below 4,096 bytes into the mini stream, the rest into sectors.</summary>
internal static class CompoundWriter
{
    private const int Sector = 512;
    private const int Mini = 64;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    private sealed class Node(string name, byte type)
    {
        public string Name => name;

        public byte Type => type;

        public uint Right { get; set; } = Free;

        public uint Child { get; set; } = Free;

        public uint Start { get; set; } = End;

        public uint Size { get; set; }
    }

    public static byte[] Of(params (string Path, byte[] Bytes)[] streams)
    {
        var (body, fat) = (new MemoryStream(), new List<uint>());
        var (mini, miniFat) = (new MemoryStream(), new List<uint>());
        var nodes = new List<Node> { new("Root Entry", 5) };
        foreach (var (path, bytes) in streams)
        {
            var names = path.Split('/');
            var folder = nodes[0];
            foreach (var name in names[..^1]) folder = Folder(nodes, folder, name);
            var node = Add(nodes, folder, new(names[^1], 2) { Size = (uint)bytes.Length });
            node.Start = bytes.Length < 4096 ? Append(mini, miniFat, bytes, Mini) : Append(body, fat, bytes, Sector);
        }

        nodes[0].Size = (uint)mini.Length;
        nodes[0].Start = Append(body, fat, mini.ToArray(), Sector);
        var miniFatStart = Append(body, fat, Numbers(miniFat), Sector);
        var directoryStart = Append(body, fat, Directory(nodes), Sector);
        var fatSectors = 1;
        while (fatSectors * Sector / 4 < fat.Count + fatSectors) fatSectors++;
        var fatStart = (uint)fat.Count;
        for (var at = 0; at < fatSectors; at++) fat.Add(0xFFFFFFFD);
        body.Write(Padded(Numbers(fat), Sector, 0xFF));
        return [.. Header(fatStart, fatSectors, directoryStart, miniFatStart), .. body.ToArray()];
    }

    private static Node Folder(List<Node> nodes, Node parent, string name)
    {
        for (var at = parent.Child; at != Free; at = nodes[(int)at].Right)
        {
            if (nodes[(int)at].Name == name) return nodes[(int)at];
        }

        return Add(nodes, parent, new(name, 1));
    }

    private static Node Add(List<Node> nodes, Node parent, Node node)
    {
        (node.Right, parent.Child) = (parent.Child, (uint)nodes.Count);
        nodes.Add(node);
        return node;
    }

    private static uint Append(MemoryStream target, List<uint> table, byte[] bytes, int unit)
    {
        if (bytes.Length == 0) return End;
        var start = (uint)table.Count;
        target.Write(Padded(bytes, unit, 0));
        var units = (bytes.Length + unit - 1) / unit;
        for (var at = 1; at < units; at++) table.Add(start + (uint)at);
        table.Add(End);
        return start;
    }

    private static byte[] Directory(List<Node> nodes)
    {
        var bytes = new byte[nodes.Count * 128];
        for (var at = 0; at < nodes.Count; at++)
        {
            var entry = bytes.AsSpan(at * 128, 128);
            var node = nodes[at];
            Encoding.Unicode.GetBytes(node.Name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((node.Name.Length + 1) * 2));
            (entry[66], entry[67]) = (node.Type, 1);
            foreach (var (offset, value) in new[] { (68, Free), (72, node.Right), (76, node.Child), (116, node.Start), (120, node.Size) })
                BinaryPrimitives.WriteUInt32LittleEndian(entry[offset..], value);
        }

        return bytes;
    }

    private static byte[] Header(uint fatStart, int fatSectors, uint directoryStart, uint miniFatStart)
    {
        var header = new byte[Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        foreach (var (offset, value) in new[] { (24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6) }) BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(offset), (ushort)value);
        foreach (var (offset, value) in new[] { (44, (uint)fatSectors), (48, directoryStart), (56, 4096u), (60, miniFatStart), (64, 1u), (68, End) })
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(offset), value);
        for (var at = 0; at < 109; at++) BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76 + (at * 4)), at < fatSectors ? fatStart + (uint)at : Free);
        return header;
    }

    private static byte[] Numbers(List<uint> numbers)
    {
        var bytes = new byte[numbers.Count * 4];
        for (var at = 0; at < numbers.Count; at++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * 4), numbers[at]);
        return bytes;
    }

    private static byte[] Padded(byte[] bytes, int unit, byte fill)
    {
        var padded = new byte[(bytes.Length + unit - 1) / unit * unit];
        Array.Fill(padded, fill, bytes.Length, padded.Length - bytes.Length);
        bytes.CopyTo(padded, 0);
        return padded;
    }
}
