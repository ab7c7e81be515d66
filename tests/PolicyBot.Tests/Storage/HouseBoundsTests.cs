using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public sealed class HouseBoundsTests
{
    private static readonly Organisations Known = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));

    [Theory]
    [InlineData("Jane Doe, head of policy at Naver")]
    [InlineData("Naver CEO Jane Doe")]
    [InlineData("Naver Senior Vice President Jane Doe")]
    [InlineData("Naver's chief executive, Jane Doe")]
    [InlineData("Jane Doe (Naver)")]
    [InlineData("홍길동 네이버 대표")]
    [InlineData("홍길동(네이버 정책실장)")]
    [InlineData("네이버 홍길동 이사")]
    public void Who_speaks_for_a_body_is_found_under_it(string name) => Assert.Contains("네이버", Houses(AttributionLevel.Person, name));

    [Theory]
    [InlineData("Jane Doe, president of the Naver Users Association")]
    [InlineData("Jane Doe, director of Naver Policy Institute")]
    [InlineData("Jane Doe (former Naver CEO)")]
    [InlineData("ex-Naver CEO Jane Doe")]
    [InlineData("Naver-backed Acme Grid CEO Jane Doe")]
    [InlineData("홍길동 전 네이버 대표")]
    [InlineData("홍길동(전 네이버 대표)")]
    [InlineData("홍길동 네이버 협력사 대표")]
    [InlineData("홍길동 네이버 노동조합 위원장")]
    [InlineData("네이버 출신 홍길동 나로전자 대표")]
    [InlineData("홍길동(네이버와 소송 중인 나로전자 대표)")]
    public void Who_speaks_for_another_is_not(string name) => Assert.DoesNotContain("네이버", Houses(AttributionLevel.Person, name));

    [Theory]
    [InlineData("홍길동 전 나로전자 대표")]
    [InlineData("홍길동(전 나로전자 대표)")]
    [InlineData("홍길동 나로전자 협력사 대표")]
    public void A_body_that_no_list_knows_is_kept_apart_as_well(string name) => Assert.DoesNotContain("나로전자", Houses(AttributionLevel.Person, name));

    [Theory]
    [InlineData("Naver Corp.", "네이버")]
    [InlineData("Naver", "네이버")]
    [InlineData("Naver Users Association", "naverusersassociation")]
    [InlineData("네이버 노동조합", "네이버노동조합")]
    public void A_body_whose_name_begins_with_a_known_one_is_its_own(string name, string house) => Assert.Equal([house], Houses(AttributionLevel.Organisation, name));

    private static IEnumerable<string> Houses(AttributionLevel level, string name) =>
        SpeakerNames.Organisations(new Attribution(level, [name], []), Known, new(2025, 7, 25));
}
