using System.IO.Compression;
using PolicyBot.Digests.Charts;

namespace PolicyBot.Tests.Digests;

public sealed class TopicChartTests
{
    private const string Font = "/usr/share/fonts/truetype/nanum/NanumGothic.ttf";

    [Fact]
    public void A_chart_is_a_png_in_which_labels_and_bars_can_be_told_from_the_paper()
    {
        Assert.SkipUnless(File.Exists(Font), "No Korean font (fonts-nanum) is installed here.");
        var png = TopicChart.Load(File.ReadAllBytes(Font))!.Draw("최근 8주 동안 제기된 우려·요청", ["~10/9", "~10/16"], [("전력 공급", [3, 0]), ("세제", [1, 5])])!;

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        var (width, height, pixels) = Decode(png);
        Assert.InRange(Share(0, 0, 190, height), 0.01, 0.3);
        Assert.InRange(Share(200, 60, width, height - 44), 0.02, 0.5);

        double Share(int left, int top, int right, int bottom) =>
            Enumerable.Range(top, bottom - top).Average(y => Enumerable.Range(left, right - left).Average(x => pixels[(((y * width) + x) * 3) + 1] < 200 ? 1.0 : 0));
    }

    [Theory]
    [InlineData("전력", false)]
    [InlineData("Standards and certification", true)]
    public void A_label_too_long_for_its_line_takes_a_second_one(string label, bool isLong)
    {
        Assert.SkipUnless(File.Exists(Font), "No Korean font (fonts-nanum) is installed here.");
        var (width, _, pixels) = Decode(TopicChart.Load(File.ReadAllBytes(Font))!.Draw("주제별", ["~10/9"], [(label, [1])])!);

        // Where the first of two lines stands, above the only line of a short label.
        Assert.Equal(isLong, Enumerable.Range(82, 12).Any(y => Enumerable.Range(16, 160).Any(x => pixels[(((y * width) + x) * 3) + 1] < 128)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no font at all, only words that are long enough to be read as a table of some kind")]
    public void What_is_no_font_draws_nothing(string file) => Assert.Null(TopicChart.Load(System.Text.Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void A_font_without_Korean_letters_draws_nothing()
    {
        const string Latin = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
        Assert.SkipUnless(File.Exists(Latin), "No such font is installed here.");
        Assert.Null(TopicChart.Load(File.ReadAllBytes(Latin)));
    }

    [Fact]
    public void A_damaged_font_draws_nothing_or_something_but_never_hangs()
    {
        Assert.SkipUnless(File.Exists(Font), "No Korean font (fonts-nanum) is installed here.");
        var (sound, random) = (File.ReadAllBytes(Font), new Random(3));
        for (var n = 0; n < 40; n++)
        {
            var broken = sound[..random.Next(100, sound.Length)];
            for (var hit = 0; hit < 200; hit++) broken[random.Next(Math.Min(broken.Length, 4000))] = (byte)random.Next(256);
            Assert.Null(Record.Exception(() => TopicChart.Load(broken)?.Draw("가", ["1"], [("나", [1])])));
        }
    }

    private static (int Width, int Height, byte[] Pixels) Decode(byte[] png)
    {
        var (at, packed, width, height) = (8, new MemoryStream(), 0, 0);
        while (at < png.Length)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var type = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            if (type == "IHDR") (width, height) = (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12)));
            if (type == "IDAT") packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        var raw = lines.ToArray();
        return (width, height, [.. Enumerable.Range(0, height).SelectMany(y => raw.Skip((y * ((width * 3) + 1)) + 1).Take(width * 3))]);
    }
}
