using System.Globalization;
using System.Text;

namespace PolicyBot.Benchmarks;

/// <summary>Press reports of consultations that never were: as long, as varied and as full of speech as real ones. The same number gives the same report.</summary>
internal static class GeneratedRecords
{
    private static readonly string[] Ministries = ["예시부", "가상산업부", "보기통신부", "견본복지부"];
    private static readonly string[] Places = ["세종", "판교", "부산 벡스코", "대전 회의장", "서울 중구 회의실"];
    private static readonly string[] Surnames = ["홍", "이", "성", "변", "심", "전", "김", "박"];
    private static readonly string[] Given = ["길동", "몽룡", "춘향", "학도", "청", "우치", "놀부", "흥부"];
    private static readonly string[] Objects = ["전력", "인허가", "세금", "인력", "데이터", "예산", "클라우드", "보안 인증", "송전망", "연구비", "임대료", "물류비"];
    private static readonly string[] Fields =
    [
        "반도체", "배터리", "조선", "철강", "로봇", "바이오", "제약", "식품", "게임", "영상", "출판", "관광", "항공", "해운", "철도", "물류", "건설", "시멘트", "유리", "섬유",
        "화장품", "가구", "전기차", "부품", "금형", "주물", "염색", "도금", "농기계", "양식", "축산", "화훼", "제지", "인쇄", "보험", "카드", "은행", "증권", "통신", "방송",
    ];

    private static readonly string[] Complaints = ["부족하다", "너무 늦다", "부담이 크다", "기준이 모호하다", "절차가 복잡하다", "해마다 줄고 있다"];
    private static readonly string[] Asks = ["지원을 늘려 달라", "심사 기간을 줄여 달라", "기준을 먼저 알려 달라", "창구를 하나로 합쳐 달라"];
    private static readonly string[] Replies = ["검토하겠다", "내년 예산에 반영하겠다", "준비 중이다", "상반기 안에 대책을 내놓겠다", "현행 제도로 가능하다"];
    private static readonly string[] Fill =
    [
        "이번 간담회는 현장의 목소리를 듣기 위해 마련됐다.", "참석자들은 두 시간 동안 의견을 나눴다.", "업계는 시장이 해마다 커지고 있다고 본다.",
        "회의는 비공개로 진행됐으며 결과는 추후 정리된다.", "행사장 밖에서는 시연도 함께 열렸다.", "관계 기관이 자리를 함께했다.",
    ];

    public static string Text(int number)
    {
#pragma warning disable CA5394 // Predictable on purpose: every run measures the same texts.
        var random = new Random(number);
        string One(string[] from) => from[random.Next(from.Length)];
        var text = new StringBuilder();
        var day = new DateOnly(2024, 1, 1).AddDays(random.Next(600));
        var ministry = One(Ministries);
        text.Append(CultureInfo.InvariantCulture, $"{ministry}, {One(Objects)} 간담회 개최\n입력 {day.AddDays(1):yyyy-MM-dd}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{ministry}는 {day.Day}일 {One(Places)}에서 간담회를 열었다고 밝혔다. {One(Fill)}\n\n");
        for (var paragraph = random.Next(4, 9); paragraph > 0; paragraph--)
        {
            var firm = (char)('A' + random.Next(26));
            text.Append(CultureInfo.InvariantCulture, $"{One(Surnames)}{One(Given)} {firm}사 대표는 “{One(Fields)} 단지는 {One(Objects)} 문제로 {One(Complaints)}”고 말했다. {One(Fill)} ");
            text.Append(CultureInfo.InvariantCulture, $"그러면서 {One(Fields)} {One(Objects)}에 대한 {One(Asks)}고 요청했다. {One(Fill)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"이에 대해 {ministry} 관계자는 {One(Replies)}고 답했다. {One(Fill)} {One(Fill)}\n\n");
        }
#pragma warning restore CA5394

        return text.ToString();
    }
}
