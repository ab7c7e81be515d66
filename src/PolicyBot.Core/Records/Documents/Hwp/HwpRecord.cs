using System.Buffers.Binary;

namespace PolicyBot.Records.Documents.Hwp;

/// <summary>One data record of a section: a tag, how deep it stands, and its bytes (Hancom, "한글 문서 파일 형식 5.0", 4.3).</summary>
internal readonly record struct HwpRecord(int Tag, int Level, ReadOnlyMemory<byte> Data)
{
    public const int ParagraphHeader = 66;
    public const int ParagraphText = 67;
    public const int ControlHeader = 71;
    public const int ListHeader = 72;
    public const int Table = 77;

    private const uint SizeFollows = 0xFFF;

    public static IEnumerable<HwpRecord> Split(byte[] section)
    {
        var at = 0;
        while (at + 4 <= section.Length)
        {
            var head = BinaryPrimitives.ReadUInt32LittleEndian(section.AsSpan(at));
            var size = head >> 20;
            at += 4;
            if (size == SizeFollows && at + 4 <= section.Length)
            {
                size = BinaryPrimitives.ReadUInt32LittleEndian(section.AsSpan(at));
                at += 4;
            }

            if (size > section.Length - at) throw new InvalidDataException("a section is cut off");
            yield return new((int)(head & 0x3FF), (int)((head >> 10) & 0x3FF), section.AsMemory(at, (int)size));
            at += (int)size;
        }
    }
}
