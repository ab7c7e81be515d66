using System.Buffers.Binary;

namespace PolicyBot.Digests.Charts;

/// <summary>The outlines of a TrueType font file, as the OpenType specification lays out its tables cmap, loca, glyf and hmtx. Fonts with PostScript outlines (CFF) are not read.</summary>
internal sealed class TrueTypeFont
{
    private const int DeepestComposite = 4;

    private readonly byte[] _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly int _map;
    private readonly bool _longOffsets;
    private readonly int _widths;

    private TrueTypeFont(byte[] file)
    {
        _file = file;
        var start = Tag(0) == "ttcf" ? (int)U32(12) : 0;
        for (var (n, count) = (0, U16(start + 4)); n < count; n++)
        {
            var entry = start + 12 + (16 * n);
            _tables[Tag(entry)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        UnitsPerEm = U16(Table("head") + 18);
        _longOffsets = S16(Table("head") + 50) != 0;
        Ascent = S16(Table("hhea") + 4);
        _widths = U16(Table("hhea") + 34);
        _map = FindMap();
        _ = Table("glyf");
    }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Null when the file is no font with TrueType outlines of these letters.</summary>
    public static TrueTypeFont? Read(byte[] file, string letters)
    {
        try
        {
            var font = new TrueTypeFont(file);
            return font.UnitsPerEm > 0 && letters.All(letter => font.GlyphOf(letter) != 0 && font.WidthOf(letter) > 0) ? font : null;
        }
        catch (Exception fault) when (IsBroken(fault))
        {
            return null;
        }
    }

    /// <summary>What reading a damaged file throws: a table that is not there, an offset that leads out of it.</summary>
    public static bool IsBroken(Exception fault) => fault is KeyNotFoundException or IndexOutOfRangeException or ArgumentException or OverflowException;

    public int WidthOf(char letter) => U16(Table("hmtx") + (4 * Math.Min(GlyphOf(letter), _widths - 1)));

    /// <summary>Closed contours; points that are not on the curve bend it, as in the file.</summary>
    public IReadOnlyList<IReadOnlyList<OutlinePoint>> OutlineOf(char letter)
    {
        var contours = new List<IReadOnlyList<OutlinePoint>>();
        Add(contours, GlyphOf(letter), default, 0);
        return contours;
    }

    private void Add(List<IReadOnlyList<OutlinePoint>> contours, int glyph, (double X, double Y) shift, int depth)
    {
        var loca = Table("loca");
        var (from, to) = _longOffsets ? ((int)U32(loca + (4 * glyph)), (int)U32(loca + (4 * glyph) + 4)) : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        if (to <= from || depth > DeepestComposite) return;
        var at = Table("glyf") + from;
        var count = S16(at);
        if (count >= 0) AddSimple(contours, at + 10, count, shift);
        else AddParts(contours, at + 10, shift, depth);
    }

    private void AddSimple(List<IReadOnlyList<OutlinePoint>> contours, int at, int count, (double X, double Y) shift)
    {
        var ends = Enumerable.Range(0, count).Select(n => (int)U16(at + (2 * n))).ToList();
        if (ends.Count == 0) return;
        at += 2 * count;
        at += 2 + U16(at);
        var flags = new byte[ends[^1] + 1];
        for (var n = 0; n < flags.Length; n++)
        {
            flags[n] = _file[at++];
            if ((flags[n] & 8) == 0) continue;
            for (var repeat = _file[at++]; repeat > 0 && n + 1 < flags.Length; repeat--, n++) flags[n + 1] = flags[n];
        }

        var xs = Coordinates(flags, 2, 16, ref at);
        var ys = Coordinates(flags, 4, 32, ref at);
        for (var (n, first) = (0, 0); n < ends.Count; first = ends[n++] + 1)
            contours.Add([.. Enumerable.Range(first, ends[n] - first + 1).Select(p => new OutlinePoint(xs[p] + shift.X, ys[p] + shift.Y, (flags[p] & 1) != 0))]);
    }

    private int[] Coordinates(byte[] flags, int isShort, int isSame, ref int at)
    {
        var all = new int[flags.Length];
        for (var (n, value) = (0, 0); n < flags.Length; n++)
        {
            if ((flags[n] & isShort) != 0) value += (flags[n] & isSame) != 0 ? _file[at++] : -_file[at++];
            else if ((flags[n] & isSame) == 0)
            {
                value += S16(at);
                at += 2;
            }

            all[n] = value;
        }

        return all;
    }

    /// <summary>Parts are moved, never turned or scaled: Korean fonts put syllables together so.</summary>
    private void AddParts(List<IReadOnlyList<OutlinePoint>> contours, int at, (double X, double Y) shift, int depth)
    {
        const int Words = 1, AreOffsets = 2, Scale = 8, More = 32, TwoScales = 64, Matrix = 128;
        for (var flags = More; (flags & More) != 0;)
        {
            flags = U16(at);
            var glyph = U16(at + 2);
            var (dx, dy) = (flags & Words) != 0 ? (S16(at + 4), S16(at + 6)) : ((sbyte)_file[at + 4], (sbyte)_file[at + 5]);
            at += (flags & Words) != 0 ? 8 : 6;
            at += (flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;
            Add(contours, glyph, (flags & AreOffsets) != 0 ? (shift.X + dx, shift.Y + dy) : shift, depth + 1);
        }
    }

    private int GlyphOf(char letter)
    {
        for (var (segment, count) = (0, U16(_map + 6) / 2); segment < count; segment++)
        {
            var end = _map + 14 + (2 * segment);
            if (letter > U16(end)) continue;
            var start = end + (2 * count) + 2;
            if (letter < U16(start)) return 0;
            var delta = U16(start + (2 * count));
            var range = start + (4 * count);
            if (U16(range) == 0) return (letter + delta) & 0xFFFF;
            var glyph = U16(range + U16(range) + (2 * (letter - U16(start))));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    /// <summary>The Unicode map of the basic plane (format 4): every font has it, and Hangul lies there.</summary>
    private int FindMap()
    {
        var cmap = Table("cmap");
        for (var (n, count) = (0, U16(cmap + 2)); n < count; n++)
        {
            var entry = cmap + 4 + (8 * n);
            var at = cmap + (int)U32(entry + 4);
            if (U16(entry) is 0 or 3 && U16(at) == 4) return at;
        }

        throw new KeyNotFoundException("cmap");
    }

    private int Table(string name) => _tables[name].At;

    private string Tag(int at) => System.Text.Encoding.ASCII.GetString(_file, at, 4);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at, 2));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at, 2));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at, 4));
}

internal readonly record struct OutlinePoint(double X, double Y, bool IsOnCurve);
