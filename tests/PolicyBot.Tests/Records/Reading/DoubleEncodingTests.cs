using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Tests.Records.Reading;

/// <summary>Korean that was saved after it was read in a wrong encoding is refused with what to do; ordinary text of any language is not.</summary>
public sealed class DoubleEncodingTests
{
    private const string Sentence = "예시부는 어제 세종에서 간담회를 열었다. 나래전기 대표는 변압기를 제때 구하기 어렵다고 말했다.";

    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("UTF-8 read as Windows-1252")]
    [InlineData("UTF-8 read as Latin-1")]
    [InlineData("UTF-8 read as CP949")]
    [InlineData("EUC-KR/CP949 read as Windows-1252")]
    public void Rubble_is_refused_with_what_happened_to_it(string what)
    {
        var rubble = what switch
        {
            "UTF-8 read as Windows-1252" => Western.GetString(Encoding.UTF8.GetBytes(Sentence)),
            "UTF-8 read as Latin-1" => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Sentence)),
            "UTF-8 read as CP949" => Korean.GetString(Encoding.UTF8.GetBytes(Sentence)),
            _ => Western.GetString(Korean.GetBytes(Sentence)),
        };

        var read = RecordReader.ReadText(rubble, "x.txt");

        Assert.Null(read.Record);
        Assert.Contains($"({what.Replace("Latin-1", "Windows-1252", StringComparison.Ordinal)})", read.Refusal, StringComparison.Ordinal);
        Assert.Contains("save it as UTF-8", read.Refusal, StringComparison.Ordinal);
        Assert.Contains("UTF-8로 저장한 뒤", read.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_heading_does_not_hide_a_broken_body() =>
        Assert.NotNull(RecordReader.ReadText("변압기 간담회 결과\n\n" + Western.GetString(Encoding.UTF8.GetBytes(Sentence)), "x.txt").Refusal);

    [Theory]
    [InlineData("예시부는 어제 세종에서 간담회를 열었다. “삼성전자”가 ‘ì‚¼ì„±ì „ìž’로 깨져 보인다는 민원이 있었다고 담당자는 설명했다.")]
    [InlineData("政府는 産業界와 懇談會를 開催하고 電力 供給 方案을 論議했다. 大韓商工會議所는 規制 緩和를 建議했다. 關係 部處는 檢討하겠다고 答했다.")]
    [InlineData("Où étaient les élus ? « L’été dernier », répète-t-il, « la réunion a été reportée à l’hôtel de ville » : œuvre inachevée… Dès lors, l’État s’engage à créer 1 000 emplois.")]
    [InlineData("Perché così? «Lunedì» e «martedì»: città, virtù, università; ciò che è già più là. «Venerdì» no, così sì.")]
    [InlineData("São Paulo não é só a maior cidade: há também órgãos públicos, informações, decisões e ações. À tarde, às três.")]
    [InlineData("Größe, Übermaß, Straße, Äpfel – „Öffentlichkeit“ gehört dazu; 20 °C, § 5, ±3 µm, ½ Liter, €100.")]
    [InlineData("æøå ÆØÅ àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß")]
    [InlineData("뷁 쀍 뛟 꿻 퓰 햏 쁧 뙑 뗣 쫽 훼손 없이 적는다. 똠방각하와 펲시콜라, 믜리도 괴리도 업시.")]
    public void Ordinary_text_is_read(string text) => Assert.Null(RecordReader.ReadText(text, "x.txt").Refusal);
}
