using System.Buffers.Binary;
using System.Text;

namespace PolicyBot.Records.Documents.Hwp;

/// <summary>
/// Streams of an OLE compound file ([MS-CFB]), read where they lie. Every chain is followed for no more steps than the file has sectors, so that one which bites its tail ends too.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int MaxEntries = 10_000;
    private const int MaxDepth = 16;
    private const uint LastRegular = 0xFFFFFFFA;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly byte[] _bytes;
    private readonly int _shift;
    private readonly int _miniShift;
    private readonly uint _miniCutoff;
    private readonly uint[] _fat;
    private readonly uint[] _miniFat;
    private readonly byte[] _mini;
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.Ordinal);

    private CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        var (shift, miniShift) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(32)));
        if (shift is not (9 or 12) || miniShift != 6) throw Damaged();
        (_shift, _miniShift, _miniCutoff) = (shift, miniShift, UInt32(56));
        _fat = ReadFat();
        var directory = Chain(UInt32(48), _fat, long.MaxValue);
        _miniFat = Numbers(Chain(UInt32(60), _fat, long.MaxValue));
        if (directory.Length < EntrySize) throw Damaged();
        _mini = Chain(Entry(directory, 0, 116), _fat, long.MaxValue);
        ReadDirectory(directory);
    }

    /// <summary>Paths such as <c>BodyText/Section0</c>.</summary>
    public IEnumerable<string> Names => _streams.Keys;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public static CompoundFile Open(byte[] bytes) => bytes.Length >= HeaderSize + EntrySize ? new(bytes) : throw Damaged();

    public bool Has(string name) => _streams.ContainsKey(name);

    public byte[]? Find(string name) => !_streams.TryGetValue(name, out var stream) ? null
        : stream.Size < _miniCutoff ? Chain(stream.Start, _miniFat, stream.Size, _mini, _miniShift, 0)
        : Chain(stream.Start, _fat, stream.Size);

    private static InvalidDataException Damaged() => new("the table of its parts cannot be read");

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));

    private static uint Entry(byte[] directory, int entry, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan((entry * EntrySize) + offset));

    private uint[] ReadFat()
    {
        var sectors = new List<uint>();
        for (var at = 0; at < 109; at++) sectors.Add(UInt32(76 + (at * 4)));
        var (next, perSector, most) = (UInt32(68), 1 << (_shift - 2), _bytes.Length >> _shift);
        for (var step = 0; next <= LastRegular && step <= most; step++)
        {
            var more = Numbers(Sector(next).ToArray());
            sectors.AddRange(more.Take(perSector - 1));
            next = more.Length == perSector ? more[^1] : uint.MaxValue;
        }

        using var fat = new MemoryStream();
        foreach (var sector in sectors.Where(s => s <= LastRegular).Take(most + 1)) fat.Write(Sector(sector));
        return Numbers(fat.ToArray());
    }

    private static uint[] Numbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var at = 0; at < numbers.Length; at++) numbers[at] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at * 4));
        return numbers;
    }

    private ReadOnlySpan<byte> Sector(uint number) => Sector(_bytes, number, _shift, 1);

    /// <param name="header">How many sectors' worth of bytes stand before the first.</param>
    private static ReadOnlySpan<byte> Sector(byte[] bytes, uint number, int shift, int header)
    {
        var start = ((long)number + header) << shift;
        if (start >= bytes.Length) throw Damaged();
        return bytes.AsSpan((int)start, (int)Math.Min(1 << shift, bytes.Length - start));
    }

    private byte[] Chain(uint start, uint[] table, long size) => Chain(start, table, size, _bytes, _shift, 1);

    private static byte[] Chain(uint start, uint[] table, long size, byte[] bytes, int shift, int header)
    {
        using var stream = new MemoryStream();
        var most = bytes.Length >> shift;
        for (var (sector, step) = (start, 0); sector <= LastRegular && stream.Length < size; sector = table[sector], step++)
        {
            if (sector >= table.Length || step > most) throw Damaged();
            stream.Write(Sector(bytes, sector, shift, header));
        }

        if (size < stream.Length) stream.SetLength(size);
        return stream.ToArray();
    }

    // The siblings of a folder form a tree; its order is of no use here.
    private void ReadDirectory(byte[] directory)
    {
        var count = Math.Min(directory.Length / EntrySize, MaxEntries);
        var waiting = new Stack<(uint Entry, string Folder, int Depth)>([(Entry(directory, 0, 76), "", 0)]);
        var seen = new HashSet<uint>();
        while (waiting.TryPop(out var next))
        {
            if (next.Entry >= count || next.Depth > MaxDepth || !seen.Add(next.Entry)) continue;
            var at = (int)next.Entry;
            var name = next.Folder + Name(directory, at);
            waiting.Push((Entry(directory, at, 68), next.Folder, next.Depth));
            waiting.Push((Entry(directory, at, 72), next.Folder, next.Depth));
            var type = directory[(at * EntrySize) + 66];
            if (type == 1) waiting.Push((Entry(directory, at, 76), name + "/", next.Depth + 1));
            else if (type == 2) _streams.TryAdd(name, (Entry(directory, at, 116), Entry(directory, at, 120)));
        }
    }

    private static string Name(byte[] directory, int entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan((entry * EntrySize) + 64));
        return Encoding.Unicode.GetString(directory, entry * EntrySize, Math.Clamp(length - 2, 0, 62));
    }
}
