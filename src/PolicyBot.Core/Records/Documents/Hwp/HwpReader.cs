using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Hwp;

/// <summary>An HWP 5 document: compressed sections of records in a compound file (Hancom, "한글 문서 파일 형식 5.0").</summary>
internal static class HwpReader
{
    private const string SectionFolder = "BodyText/Section";
    private const int FlagsOffset = 36;
    private const uint Compressed = 1 << 0;
    private const uint Password = 1 << 1;
    private const uint Distribution = 1 << 2;
    private const uint Drm = (1 << 4) | (1 << 10);
    private const uint Certificate = 1 << 8;

    private static ReadOnlySpan<byte> Signature => "HWP Document File"u8;

    public static Record Read(CompoundFile file)
    {
        var flags = Flags(file);
        var text = new DocumentText(PlaceUnit.Paragraph);
        var flow = new FlowBuilder(text);
        var left = ZipPackage.MaxBytes;
        foreach (var name in Sections(file))
        {
            var section = file.Find(name)!;
            if ((flags & Compressed) != 0) section = Inflate(section, left);
            left -= section.Length;
            new HwpSection(flow).Read(section);
        }

        return text.Build(RecordFields.None);
    }

    private static uint Flags(CompoundFile file)
    {
        if (file.Find("FileHeader") is not { Length: >= FlagsOffset + 4 } header || !header.AsSpan().StartsWith(Signature))
            throw new InvalidDataException("its header is not that of an HWP document");
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(FlagsOffset));
        if ((flags & (Password | Certificate)) != 0) throw new UnreadableRecordException("The HWP document is protected by a password. Remove the password in Hangul and import it again. / 암호가 걸린 문서입니다. 한글에서 암호를 풀고 다시 가져오십시오.");
        if ((flags & Distribution) != 0) throw new UnreadableRecordException("The HWP document is for distribution only: its text is locked. Ask its author for an editable copy or a PDF. / 배포용 문서라 글이 잠겨 있습니다. 작성자에게 편집할 수 있는 문서나 PDF를 받으십시오.");
        if ((flags & Drm) != 0) throw new UnreadableRecordException("The HWP document is locked by rights management (DRM). Ask its author for an open copy. / DRM이 걸린 문서입니다. 작성자에게 잠기지 않은 문서를 받으십시오.");
        return flags;
    }

    private static List<string> Sections(CompoundFile file)
    {
        var sections = file.Names.Where(n => Number(n) is not null).OrderBy(Number).ToList();
        return sections.Count > 0 ? sections : throw new UnreadableRecordException("The HWP document has no sections of text. Open it in Hangul and save it again. / HWP 문서에 본문이 없습니다. 한글에서 열어 다시 저장하십시오.");
    }

    private static int? Number(string name) =>
        name.StartsWith(SectionFolder, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(SectionFolder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[] Inflate(byte[] section, long left)
    {
        using var plain = new MemoryStream();
        using var counted = new CountedStream(new DeflateStream(new MemoryStream(section), CompressionMode.Decompress), read =>
        {
            if ((left -= read) < 0) throw new UnreadableRecordException($"The document unpacks to more than {ZipPackage.MaxBytes / (1024 * 1024)} MB, as files made to do harm do. Save it anew in Hangul. / 압축을 풀면 {ZipPackage.MaxBytes / (1024 * 1024)} MB가 넘습니다. 해를 끼치려는 파일이 그렇습니다. 한글에서 새로 저장하십시오.");
        });
        counted.CopyTo(plain);
        return plain.ToArray();
    }
}
