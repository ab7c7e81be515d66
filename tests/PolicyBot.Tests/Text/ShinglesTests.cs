using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class ShinglesTests
{
    private const string Release = "예시부는 24일 세종에서 데이터센터 업계 간담회를 열었다. 참석자들은 전력 공급을 늘려 달라고 한목소리로 요청했다. 예시부는 공급 방안을 검토하겠다고 답했다.";

    [Fact]
    public void Line_breaks_and_spaces_change_nothing() =>
        Assert.Equal(1, Shingles.Of(Release).ShareWith(Shingles.Of(Release.Replace(" ", "\n\n", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))));

    [Fact]
    public void A_part_stands_wholly_in_the_whole()
    {
        var part = Shingles.Of(Release[..60]);

        Assert.Equal(1, part.ShareWith(Shingles.Of(Release)));
        Assert.Equal(1, Shingles.Of(Release).ShareWith(part));
    }

    [Fact]
    public void Texts_on_one_subject_share_next_to_nothing() =>
        Assert.InRange(Shingles.Of(Release).ShareWith(Shingles.Of("보기부는 지난주 대전에서 데이터센터 전력 문제를 논의했다. 기업들은 송전망이 늦다고 말했다.")), 0, 0.1);

    [Fact]
    public void Nothing_shares_nothing() => Assert.Equal(0, Shingles.Of("").ShareWith(Shingles.Of(Release)));

    [Fact]
    public void Sketches_of_texts_that_repeat_one_another_meet()
    {
        var sketch = Shingles.Of(Release).Sketch();

        Assert.True(Shingles.Of(Release[..80]).Sketch().Intersect(sketch).Count() >= 3);
        Assert.Equal(sketch, Shingles.Of(Release).Sketch());
    }
}
