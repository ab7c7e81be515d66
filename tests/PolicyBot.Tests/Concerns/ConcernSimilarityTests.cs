using PolicyBot.Concerns;

namespace PolicyBot.Tests.Concerns;

public sealed class ConcernSimilarityTests(ITestOutputHelper output)
{
    private static readonly (string A, string B)[] Repeats =
    [
        ("전력계통영향평가 기간을 줄여 달라", "전력계통영향평가에 걸리는 시간 단축"),
        ("전력 계통 영향 평가가 너무 오래 걸린다", "전력계통영향평가 기간 단축이 필요하다"),
        ("산업용 전기요금을 낮춰 달라", "산업용 전기 요금 인하"),
        ("산업용 전기요금이 지나치게 비싸다", "산업용 전기요금 부담 완화"),
        ("변전소 용량 확충", "변전소 용량을 늘려 달라"),
        ("연구 인력이 턱없이 부족하다", "연구 인력 확충이 시급하다"),
        ("설비 투자 세액공제를 연장해 달라", "설비투자 세액공제 연장"),
        ("GPU 확보 예산을 늘려야 한다", "GPU 확보를 위한 예산 증액"),
        ("공공데이터 개방 범위를 넓혀 달라", "공공데이터의 개방 확대"),
        ("가명정보 결합 절차가 복잡하다", "가명정보 결합 절차 간소화"),
        ("데이터센터 인허가 창구를 하나로 합쳐 달라", "데이터센터 인허가 창구 일원화"),
        ("표시 의무 시행을 유예해 달라", "표시의무 시행 시기를 늦춰 달라"),
        ("외국인 개발자 비자 요건 완화", "외국인 개발자의 비자 요건이 까다롭다"),
        ("공공조달 실적 요건을 낮춰 달라", "공공조달에서 실적 요건이 지나치게 높다"),
        ("망 분리 규제를 완화해야 한다", "망분리 규제 완화"),
        ("의료기기 허가 심사가 너무 늦다", "의료기기 허가 심사 기간을 줄여 달라"),
        ("자율주행 시험 구간이 부족하다", "자율주행 시험 구간 확대"),
        ("저작권 이용 허락 기준이 모호하다", "저작권 이용허락 기준을 명확히 해 달라"),
        ("수출 통관 서류가 지나치게 복잡하다", "수출 통관 서류 간소화"),
        ("스타트업 사무실 임대료 지원", "스타트업의 사무실 임대료를 지원해 달라"),
        ("보안 인증 수수료가 부담된다", "보안인증 수수료를 인하해 달라"),
        ("주민 설명회를 공동으로 열 수 있게 해 달라", "주민설명회 공동 개최"),
        ("냉각수 공급이 부족하다", "냉각수 공급을 늘려 달라"),
        ("연구과제 정산 서류를 줄여 달라", "연구과제 정산 서류가 과도하다"),
        ("해외 인증 취득 비용을 지원해야 한다", "해외인증 취득 비용 지원"),
        ("shorter permit reviews for data centres", "permit reviews for data centres take too long"),
        ("lower the network fee for small operators", "the network fee for small operators is too high"),
        ("extend the tax credit for equipment", "a longer tax credit for equipment"),
        ("publish the training data catalogue", "open the training data catalogue"),
        ("more visa slots for engineers", "increase visa slots for engineers"),
        ("the labelling rules are unclear", "clearer labelling rules"),
        ("simplify the customs forms", "customs forms are too complicated"),
    ];

    private static readonly (string A, string B)[] Others =
    [
        ("전력 요금 인하", "전력 공급 확충"),
        ("전력계통영향평가 기간 단축", "환경영향평가 기간 단축"),
        ("음성 데이터를 개방해 달라", "위성 데이터를 개방해 달라"),
        ("산업용 전기요금 인하", "산업용 전기 공급 안정"),
        ("연구 인력 확충", "연구 장비 확충"),
        ("심사 인력 확충", "심사 기준 공개"),
        ("세액공제 연장", "세액공제 신청 서류 간소화"),
        ("GPU 확보 예산 확대", "GPU 배정 절차 공개"),
        ("데이터센터 부지 확보 지원", "데이터센터 전력 공급 확대"),
        ("표시 의무 유예", "표시 의무 대상 명확화"),
        ("비자 발급 기간 단축", "비자 수수료 인하"),
        ("저작권 면책 범위 확대", "저작권 거래 창구 일원화"),
        ("공공조달 실적 요건 완화", "공공조달 대금 지급 기한 단축"),
        ("보안 인증 비용 지원", "보안 인력 양성"),
        ("의료데이터 개방", "의료기기 심사 기간 단축"),
        ("자율주행 시험 구간 확대", "자율주행 보험 기준 마련"),
        ("수출 통관 기간 단축", "수출 물류비 지원"),
        ("스타트업 임대료 지원", "스타트업 해외 진출 지원"),
        ("박사급 인력 부족", "숙련공 비자 연장"),
        ("개인정보 동의 절차 간소화", "개인정보 영향평가 비용 지원"),
        ("실증 특례 기간 연장", "실증 구역 확대"),
        ("연구비 정산 절차 간소화", "연구비 증액"),
        ("폐수 처리 시설 지원", "용수 공급 확대"),
        ("주민 설명회 공동 개최", "주민 지원금 확대"),
        ("클라우드 보안 인증 완화", "클라우드 장애 대응 창구 신설"),
        ("shorter permit reviews", "lower permit fees"),
        ("extend the tax credit", "simplify the tax forms"),
        ("more visa slots for engineers", "training vouchers for engineers"),
        ("open the port data", "open the weather data"),
        ("clearer labelling rules", "postpone the labelling rules"),
        ("a lower network fee", "a larger network in rural areas"),
        ("customs forms are too complicated", "customs codes are outdated"),
    ];

    [Fact]
    public void Joined_pairs_are_repeats_and_most_repeats_are_joined()
    {
        var (joined, wrong) = (Repeats.Where(IsJoined).ToList(), Others.Where(IsJoined).ToList());
        foreach (var (a, b) in Repeats.Except(joined)) output.WriteLine($"missed {ConcernSimilarity.Measure(a, b):F2}: {a} | {b}");
        foreach (var (a, b) in Others.OrderByDescending(p => ConcernSimilarity.Measure(p.A, p.B)).Take(8)) output.WriteLine($"other  {ConcernSimilarity.Measure(a, b):F2}: {a} | {b}");
        var (precision, recall) = ((double)joined.Count / (joined.Count + wrong.Count), (double)joined.Count / Repeats.Length);
        output.WriteLine($"precision {precision:F3}, recall {recall:F3}");

        Assert.InRange(precision, 0.95, 1);
        Assert.InRange(recall, 0.85, 1);
    }

    [Fact]
    public void Two_that_are_alike_share_a_key_and_keys_stay_few()
    {
        foreach (var (a, b) in Repeats.Where(IsJoined)) Assert.NotEmpty(ConcernSimilarity.Keys(a).Intersect(ConcernSimilarity.Keys(b)));
        Assert.InRange(ConcernSimilarity.Keys(string.Join(' ', Repeats.Select(p => p.A))).Count, 1, 24);
    }

    [Fact]
    public void Order_does_not_matter_and_the_same_words_are_fully_alike()
    {
        foreach (var (a, b) in Repeats.Concat(Others)) Assert.Equal(ConcernSimilarity.Measure(a, b), ConcernSimilarity.Measure(b, a), 9);
        Assert.Equal(1, ConcernSimilarity.Measure("변전소 용량을 늘려 달라", "변전소의 용량 늘려 달라"), 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("달라고")]
    [InlineData("\uD83D\0\u200B")]
    public void What_says_nothing_is_like_nothing(string empty)
    {
        Assert.Equal(0, ConcernSimilarity.Measure(empty, "전력 공급 확충"));
        Assert.Empty(ConcernSimilarity.Keys(empty));
    }

    [Fact]
    public void A_text_of_any_length_is_compared_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("전력공급확충", 200_000));
        Assert.Equal(1, ConcernSimilarity.Measure(text, text + "안"));
        Assert.True(ConcernSimilarity.Keys(text).Count <= 24);
    }

    private static bool IsJoined((string A, string B) pair) => ConcernSimilarity.Measure(pair.A, pair.B) >= ConcernSimilarity.Threshold;
}
