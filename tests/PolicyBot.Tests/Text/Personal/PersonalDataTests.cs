using System.IO.Compression;
using PolicyBot.Text.Personal;

namespace PolicyBot.Tests.Text.Personal;

public sealed class PersonalDataTests
{
    private const int Sentences = 5000;
    private const int Lines = 10_000;

    [Fact]
    public void Numbers_and_addresses_are_hidden_in_every_disguise()
    {
        var missed = new PersonalSentences(20251127).Take(Sentences).Where(s => !IsHidden(PersonalData.Mask(s.Text), s)).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', missed.GroupBy(m => (m.Kind, m.Disguise)).Select(g => $"{g.Key}: {g.Count()} {g.First().Text} -> {PersonalData.Mask(g.First().Text)}")));
        Assert.InRange(Recall("resident"), 0.995, 1);
        Assert.InRange(Recall("foreigner"), 0.995, 1);
        foreach (var kind in (string[])["mobile", "landline", "abroad", "mail"]) Assert.InRange(Recall(kind), 0.98, 1);
        foreach (var kind in (string[])["passport", "licence", "card", "account"]) Assert.InRange(Recall(kind), 0.95, 1);

        double Recall(string kind) => 1 - (missed.Count(m => m.Kind == kind) / (Sentences / 10.0));
    }

    [Theory]
    [InlineData('\u180E')]
    [InlineData('\u3164')]
    [InlineData('\u061C')]
    [InlineData('\uFFF9')]
    [InlineData('\u0007')]
    public void A_number_that_unseen_characters_cut_is_hidden_all_the_same(char unseen) =>
        Assert.DoesNotContain("678", PersonalData.Mask($"연락처 010-1{unseen}234-5{unseen}678"), StringComparison.Ordinal);

    [Fact]
    public void Ordinary_records_keep_their_words()
    {
        var lines = RealLines().Take(Lines).ToList();
        Assert.Equal(Lines, lines.Count);

        var hidden = lines.Where(l => PersonalData.Mask(l) != l && !HoldsOne(l)).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine($"{hidden.Count} of {lines.Count}\n" + string.Join('\n', hidden.Take(50).Select(PersonalData.Mask)));
        Assert.InRange(hidden.Count, 0, Lines * 5 / 1000);
    }

    [Theory]
    [InlineData("2025년 7월 24일 14시 30분, 참석 12명, 예산 1,234,567,890원")]
    [InlineData("2024-01-15부터 2025.12.31까지 3,500 4,200 5,100 6,700 7,800")]
    [InlineData("https://science.ytn.co.kr/mobile/program/view_today.php?key=202508131611382230")]
    [InlineData("이 일은 사실 이미 오래된 일이다. 구 일 오 전에 이사 이 사 갔다")]
    [InlineData("2025-10-20 / 2025-10-20, 2025.10.20 ~ 2025.10.22")]
    [InlineData("특허 10-2020-0123456, ISBN 978-89-1234-567-8")]
    [InlineData("홍길동 과학기술정보통신부 장관과 성춘향 가나클라우드 대표")]
    [InlineData("Meet us at example.com. Read it at the dot of noon.")]
    public void What_is_nobodys_number_stays(string text) => Assert.Equal(text, PersonalData.Mask(text));

    [Theory]
    [InlineData("공일공-일이삼사-오육칠팔", "●●●-●●●●-●●●●")]
    [InlineData("공일공에 일이삼사에 오육칠팔", "●●●● ●●●●● ●●●●")]
    [InlineData("2024-01-15 010-1234-5678", "2024-01-15 ●●●-●●●●-●●●●")]
    [InlineData("９００１０１－１２３４５６７", "●●●●●●－●●●●●●●")]
    [InlineData("문의: hong@example.com.", "문의: ●●●●@●●●●●●●.●●●.")]
    [InlineData("hong 골뱅이 네이버 점 컴", "●●●● ●●● ●●● ● ●")]
    [InlineData("01O-1234-5678", "●●●-●●●●-●●●●")]
    [InlineData("zero one zero one two three four five six seven eight", "●●●● ●●● ●●●● ●●● ●●● ●●●●● ●●●● ●●●● ●●● ●●●●● ●●●●●")]
    public void It_is_hidden_sign_by_sign(string text, string hidden) => Assert.Equal(hidden, PersonalData.Mask(text));

    /// <summary>Of the secret no more than three letters or figures in a row stand open where it stood.</summary>
    private static bool IsHidden(string masked, PersonalSentences.Sentence sentence)
    {
        var at = sentence.Text.IndexOf(sentence.Secret, StringComparison.Ordinal);
        var open = 0;
        foreach (var c in masked.AsSpan(at, sentence.Secret.Length))
        {
            if (c == PersonalData.Hidden) open = 0;
            else if (char.IsLetterOrDigit(c) && ++open > 3) return false;
        }

        return true;
    }

    /// <summary>By a plain look at the line: real records hold addresses of the press and of offices.</summary>
    private static bool HoldsOne(string line) => line.Contains('@', StringComparison.Ordinal)
        || line.Split([' ', '(', ')', ',', '☎', ':', '/', '\t']).Any(w => w.Count(char.IsAsciiDigit) is >= 9 and <= 11 && w.StartsWith('0') && w.Count(c => c == '-') == 2);

    private static IEnumerable<string> RealLines()
    {
        var folder = SharedData.Path("consultations");
        var data = Path.GetDirectoryName(folder)!;
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(f => !f.Contains("attacks", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            foreach (var line in LinesOf(file).Where(l => l.Length > 20).Take(4000)) yield return line.Length > 2000 ? line[..2000] : line;
    }

    private static IEnumerable<string> LinesOf(string file)
    {
        using Stream raw = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
