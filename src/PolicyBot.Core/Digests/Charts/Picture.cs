using System.Buffers.Binary;
using System.IO.Compression;

namespace PolicyBot.Digests.Charts;

/// <summary>Coloured pixels, written as PNG.</summary>
internal sealed class Picture(int width, int height, TrueTypeFont font)
{
    private readonly byte[] _pixels = Enumerable.Repeat((byte)255, width * height * 3).ToArray();

    public void Fill(int left, int top, int right, int bottom, Ink ink)
    {
        for (var y = Math.Max(0, top); y < Math.Min(height, bottom); y++)
            for (var x = Math.Max(0, left); x < Math.Min(width, right); x++) Blend(x, y, ink, 1);
    }

    public double Measure(string text, double size) => text.Sum(font.WidthOf) * size / font.UnitsPerEm;

    /// <param name="baseline">Of the letters.</param>
    /// <param name="align">0 begins at x, 0.5 is centred on it, 1 ends there.</param>
    public void Write(string text, double x, double baseline, double size, Ink ink, double align = 0)
    {
        var scale = size / font.UnitsPerEm;
        x -= Measure(text, size) * align;
        foreach (var letter in text)
        {
            var (column, row) = ((int)Math.Floor(x) - 1, (int)Math.Floor(baseline - (font.Ascent * scale)) - 2);
            var (originX, originY) = (x - column, baseline - row);
            var coverage = new Coverage((int)Math.Ceiling(size * 1.5) + 4, (int)Math.Ceiling(size * 1.6) + 4);
            foreach (var contour in font.OutlineOf(letter)) coverage.Add([.. contour.Select(p => new OutlinePoint(originX + (p.X * scale), originY - (p.Y * scale), p.IsOnCurve))]);
            foreach (var (dx, dy, share) in coverage.Read()) Blend(column + dx, row + dy, ink, share);
            x += font.WidthOf(letter) * scale;
        }
    }

    public byte[] ToPng()
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(_pixels, y * width * 3, width * 3);
            }
        }

        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private void Blend(int x, int y, Ink ink, double share)
    {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        var at = ((y * width) + x) * 3;
        foreach (var (n, colour) in (ReadOnlySpan<(int, byte)>)[(0, ink.Red), (1, ink.Green), (2, ink.Blue)])
            _pixels[at + n] = (byte)Math.Round((_pixels[at + n] * (1 - share)) + (colour * share));
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] checkedPart = [.. type, .. data];
        png.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        png.Write(number);
    }

    /// <summary>As RFC 2083 has it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

internal readonly record struct Ink(byte Red, byte Green, byte Blue);
