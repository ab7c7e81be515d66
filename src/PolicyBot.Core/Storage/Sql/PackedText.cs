using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>A record's text as bytes: one byte for the form, four for the length before compression, then the bytes.</summary>
internal static class PackedText
{
    private const int Header = 5;

    // Quality 4 takes Korean press text to about 45 % at over 50 MB/s; higher ones cost more time than they save bytes.
    private const int Quality = 4;
    private const int Window = 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private enum Form : byte
    {
        Utf8,
        Utf8Brotli,
        Utf16,
    }

    public static byte[] Pack(string text)
    {
        if (Utf8(text) is not { } plain) return Frame(Form.Utf16, text.Length * 2, MemoryMarshal.AsBytes(text.AsSpan()));
        var packed = new byte[plain.Length];
        return BrotliEncoder.TryCompress(plain, packed, out var written, Quality, Window)
            ? Frame(Form.Utf8Brotli, plain.Length, packed.AsSpan(0, written))
            : Frame(Form.Utf8, plain.Length, plain);
    }

    public static string Unpack(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        var body = bytes[Header..];
        return (Form)bytes[0] switch
        {
            Form.Utf8 => Strict.GetString(body),
            Form.Utf16 => new string(MemoryMarshal.Cast<byte, char>(body)),
            _ => Strict.GetString(Expand(body, length)),
        };
    }

    // A lone surrogate has no UTF-8; a text with one is kept as it is, or its offsets and hash would no longer be those that were read.
    private static byte[]? Utf8(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] Expand(ReadOnlySpan<byte> packed, int length)
    {
        var plain = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed, plain, out var written) || written != length)
            throw new ArchiveException("A stored text of the archive is damaged. Put a backup of the data folder in its place, or import the files into a new one (--data). / 저장된 글이 손상되었습니다. 자료 폴더를 백업으로 바꾸거나, 새 폴더(--data)에 파일을 다시 가져오십시오.");
        return plain;
    }

    private static byte[] Frame(Form form, int length, ReadOnlySpan<byte> body)
    {
        var bytes = new byte[Header + body.Length];
        bytes[0] = (byte)form;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), length);
        body.CopyTo(bytes.AsSpan(Header));
        return bytes;
    }
}
