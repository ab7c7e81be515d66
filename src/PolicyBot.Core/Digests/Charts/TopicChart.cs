using System.Globalization;

namespace PolicyBot.Digests.Charts;

/// <summary>A row a topic, a bar a week, its number above it: the same facts as the table beside it.</summary>
public sealed class TopicChart
{
    private const int Left = 200, Column = 84, Row = 64, Top = 66, Bottom = 44, Bar = 36, TextSize = 20;

    private static readonly Ink Dark = new(33, 37, 41), Pale = new(222, 226, 230), Older = new(116, 169, 207), Newest = new(5, 112, 176);

    private readonly TrueTypeFont _font;

    private TopicChart(TrueTypeFont font) => _font = font;

    /// <summary>Null when the file is no TrueType font with Korean letters.</summary>
    public static TopicChart? Load(byte[] font) => TrueTypeFont.Read(font, "가힣주0") is { } read ? new(read) : null;

    /// <summary>A PNG; null when the font breaks on the way.</summary>
    public byte[]? Draw(string title, IReadOnlyList<string> columns, IReadOnlyList<(string Label, IReadOnlyList<int> Counts)> rows)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        try
        {
            return Compose(title, columns, rows);
        }
        catch (Exception fault) when (TrueTypeFont.IsBroken(fault))
        {
            return null;
        }
    }

    private byte[] Compose(string title, IReadOnlyList<string> columns, IReadOnlyList<(string Label, IReadOnlyList<int> Counts)> rows)
    {
        var (width, height) = (Left + (Column * columns.Count) + 16, Top + (Row * rows.Count) + Bottom);
        var picture = new Picture(width, height, _font);
        picture.Write(Fit(picture, title, width - 32, TextSize + 2), 16, 38, TextSize + 2, Dark);
        var most = Math.Max(1, rows.Max(r => r.Counts.Max()));
        foreach (var (n, (label, counts)) in rows.Index())
        {
            var floor = Top + (Row * (n + 1)) - 8;
            WriteLabel(picture, label, floor - 6);
            picture.Fill(Left, floor, width - 16, floor + 1, Pale);
            for (var week = 0; week < counts.Count; week++)
            {
                if (counts[week] == 0) continue;
                var middle = Left + (Column * week) + (Column / 2);
                var rise = Math.Max(2, (Row - 32) * counts[week] / most);
                picture.Fill(middle - (Bar / 2), floor - rise, middle + (Bar / 2), floor, week == counts.Count - 1 ? Newest : Older);
                picture.Write(counts[week].ToString(CultureInfo.InvariantCulture), middle, floor - rise - 4, TextSize - 4, Dark, 0.5);
            }
        }

        for (var week = 0; week < columns.Count; week++) picture.Write(columns[week], Left + (Column * week) + (Column / 2), height - 16, TextSize - 4, Dark, 0.5);
        return picture.ToPng();
    }

    /// <summary>On two lines, smaller, where one is too short: cut labels look alike.</summary>
    private static void WriteLabel(Picture picture, string label, int floor)
    {
        const int Room = Left - 32, Small = TextSize - 3;
        var split = picture.Measure(label, TextSize) <= Room ? -1 : LastFitting(picture, label, Room, Small);
        if (split < 0) picture.Write(Fit(picture, label, Room, TextSize), 16, floor, TextSize, Dark);
        else
        {
            picture.Write(label[..split].TrimEnd(), 16, floor - Small - 5, Small, Dark);
            picture.Write(Fit(picture, label[split..].TrimStart(), Room, Small), 16, floor, Small, Dark);
        }
    }

    /// <summary>Behind which letter the first line ends; below 0 when no word fits.</summary>
    private static int LastFitting(Picture picture, string label, double room, double size)
    {
        for (var at = label.Length - 1; at > 0; at--)
            if ((label[at] == ' ' || label[at - 1] == '·') && picture.Measure(label[..at].TrimEnd(), size) <= room) return at;
        return -1;
    }

    private static string Fit(Picture picture, string text, double room, double size)
    {
        if (picture.Measure(text, size) <= room) return text;
        while (text.Length > 1 && picture.Measure(text + "…", size) > room) text = text[..^1];
        return text + "…";
    }
}
