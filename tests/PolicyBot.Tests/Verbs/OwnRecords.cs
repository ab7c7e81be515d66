namespace PolicyBot.Tests.Verbs;

/// <summary>Records in plain words, so that what is in them is beyond doubt: what tests ask for never hangs on a fine point of reading.</summary>
internal static class OwnRecords
{
    public const string Together = """
        ---
        id: power-together
        title: 데이터센터 업계 간담회 결과
        published: 2025-07-25
        grade: open
        source: https://example.org/together
        ---
        과학기술정보통신부는 24일 세종에서 데이터센터 업계 간담회를 열었다. 간담회에는 가나클라우드, 다라전자, 마바데이터가 참석했다. 참석자들은 전력 공급을 늘려 달라고 한목소리로 요청했다. 과기정통부는 전력 공급 방안을 검토하겠다고 답했다.

        """;

    public const string Named = """
        ---
        id: permits-named
        title: 인허가 현장 간담회
        published: 2025-08-06
        grade: open
        ---
        과학기술정보통신부는 2025년 8월 5일 대전에서 인허가 현장 간담회를 열었다. 성춘향 가나클라우드 대표는 인허가 절차를 줄여 달라고 요청했다. 과기정통부는 연내 인허가 지침을 개정하겠다고 밝혔다.

        """;

    public const string English = """
        ---
        id: tax-english
        title: Tax roundtable
        published: 2025-09-03
        language: en
        grade: open
        ---
        The Ministry of Science and ICT held a roundtable in Seoul on 2 September 2025. Mary Major, chief executive of Example Robotics, asked for tax credits for robot makers.

        """;

    public const string Classified = """
        ---
        id: secret-export
        title: 수출 통제 비공개 간담회
        published: 2025-09-11
        grade: classified
        ---
        과학기술정보통신부는 2025년 9월 10일 서울에서 수출 통제 간담회를 열었다. 이몽룡 사아보안 대표는 수출 허가 기간을 줄여 달라고 요청했다.

        """;

    public const string Coming = """
        ---
        id: talent-coming
        title: AI 인재 간담회 안내
        published: 2025-09-15
        grade: open
        ---
        과학기술정보통신부는 오는 2025년 10월 20일 서울에서 AI 인재 간담회를 열 예정이다.

        """;

    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
        [("together.md", Together), ("named.md", Named), ("english.md", English), ("classified.md", Classified), ("coming.md", Coming)];
}
