using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>An HWP 5 document byte by byte, by Hancom's published format: a header, and a section of records with tag, level and size.</summary>
internal sealed class HwpFile
{
    private const int ParagraphHeader = 66;
    private const int ParagraphText = 67;
    private const int ControlHeader = 71;
    private const int ListHeader = 72;
    private const int TableTag = 77;

    private readonly List<byte> _section = [];

    /// <summary>A paragraph; each <see cref="Mark"/> in it stands for a control, which the caller adds next.</summary>
    public HwpFile Paragraph(string words, int level = 0)
    {
        Record(ParagraphHeader, level, new byte[22]);
        if (words.Length > 0) Record(ParagraphText, level + 1, Encoding.Unicode.GetBytes(words + "\r"));
        return this;
    }

    public HwpFile Control(string name, int level = 1)
    {
        var bytes = new byte[40];
        Encoding.Latin1.GetBytes(new string([.. name.Reverse()]), bytes);
        return Record(ControlHeader, level, bytes);
    }

    public HwpFile Table(int level, params string[][] rows)
    {
        Control("tbl ", level);
        Record(TableTag, level + 1, new byte[20]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var cell = new byte[34];
                BinaryPrimitives.WriteUInt16LittleEndian(cell, 1);
                BinaryPrimitives.WriteUInt16LittleEndian(cell.AsSpan(8), (ushort)column);
                BinaryPrimitives.WriteUInt16LittleEndian(cell.AsSpan(10), (ushort)row);
                Record(ListHeader, level + 1, cell);
                Paragraph(rows[row][column], level + 1);
            }
        }

        return this;
    }

    public HwpFile List(int level) => Record(ListHeader, level, new byte[8]);

    public HwpFile Record(int tag, int level, byte[] data)
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)(tag | (level << 10) | (Math.Min(data.Length, 0xFFF) << 20)));
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)data.Length);
        _section.AddRange(head[..(data.Length < 0xFFF ? 4 : 8)]);
        _section.AddRange(data);
        return this;
    }

    /// <summary>Eight code units: the control's code, its name, and the code again.</summary>
    public static string Mark(int code, string name = "    ") => $"{(char)code}{(char)((name[2] << 8) | name[3])}{(char)((name[0] << 8) | name[1])}\u4e00\u4e00\u4e00\u4e00{(char)code}";

    public byte[] Bytes(uint flags = 1) => CompoundWriter.Of(
        ("FileHeader", Header(flags)),
        ("DocInfo", Packed([1, 2, 3], flags)),
        ("BodyText/Section0", Packed([.. _section], flags)),
        ("PrvText", Encoding.Unicode.GetBytes("미리 보기")));

    private static byte[] Header(uint flags)
    {
        var header = new byte[256];
        "HWP Document File"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(32), 0x05010100);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(36), flags);
        return header;
    }

    private static byte[] Packed(byte[] plain, uint flags)
    {
        if ((flags & 1) == 0) return plain;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(plain);
        return packed.ToArray();
    }
}
