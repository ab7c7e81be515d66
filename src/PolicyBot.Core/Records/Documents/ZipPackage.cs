using System.IO.Compression;
using System.Text;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>A ZIP container that cannot swell: what it unpacks to is limited in all and against its size. Names of entries are only names, never paths.</summary>
internal sealed class ZipPackage : IDisposable
{
    public const int MaxEntries = 5000;
    public const long MaxBytes = 256L * 1024 * 1024;

    // A gigabyte of zeros packs 1:1029; text packs 1:3 to 1:50. Small entries may be as repetitive as they like.
    private const int MaxRatio = 200;
    private const long RatioCounts = 1024 * 1024;

    /// <summary>Korean archivers write names in code page 949 without saying so.</summary>
    private static readonly Encoding Names = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    private readonly ZipArchive _archive;
    private long _unpacked;

    private ZipPackage(ZipArchive archive) => _archive = archive;

    public IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    public static ZipPackage Open(byte[] bytes)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Names);
            if (archive.Entries.Count > MaxEntries) throw new UnreadableRecordException($"It holds {archive.Entries.Count} entries and the limit is {MaxEntries}. Split it into smaller archives. / 들어 있는 항목이 {archive.Entries.Count}개로 한도({MaxEntries}개)를 넘습니다. 나누어 가져오십시오.");
            if (archive.Entries.Sum(e => (double)e.Length) > MaxBytes) throw Swollen();
            return new(archive);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableRecordException("The file is cut off or damaged: its table of contents cannot be read. Get it again from where it came. / 파일이 잘렸거나 손상되어 목차를 읽을 수 없습니다. 원본을 다시 받으십시오.");
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    public ZipArchiveEntry? Find(string name) => _archive.GetEntry(name);

    public Stream Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) throw new UnreadableRecordException("It is protected by a password. Remove the password and import it again. / 암호가 걸려 있습니다. 암호를 풀고 다시 가져오십시오.");
        if (entry.Length > RatioCounts && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio) throw Swollen();
        return new CountedStream(entry.Open(), Count);
    }

    public byte[] UnpackAll(ZipArchiveEntry entry)
    {
        using var stream = Unpack(entry);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => _archive.Dispose();

    private void Count(int read)
    {
        _unpacked += read;
        if (_unpacked > MaxBytes) throw Swollen();
    }

    private static UnreadableRecordException Swollen() =>
        new($"It unpacks to more than {MaxBytes / (1024 * 1024)} MB, or to more than {MaxRatio} times its size, as archives made to do harm do. Split it into smaller files.");
}
