namespace PolicyBot.Answers;

/// <summary>Terms of the field in both languages, so that an English question finds Korean words and the other way round. Topics do the rest.</summary>
internal static class BilingualTerms
{
    private static readonly (string Korean, string[] English)[] Pairs =
    [
        ("데이터센터", ["data centre", "data center", "datacentre", "datacenter", "data centres", "data centers"]),
        ("인공지능", ["artificial intelligence", "ai"]),
        ("반도체", ["semiconductor", "semiconductors", "chip", "chips"]),
        ("전력", ["power", "electricity"]),
        ("전기요금", ["electricity price", "electricity rates", "power tariff"]),
        ("전력계통영향평가", ["power system impact assessment", "grid impact assessment"]),
        ("인허가", ["permit", "permits", "permitting", "approval", "approvals", "licensing"]),
        ("세제", ["tax", "taxes", "taxation"]),
        ("인재", ["talent"]),
        ("인력", ["workforce", "manpower", "staff"]),
        ("저작권", ["copyright"]),
        ("개인정보", ["personal data", "personal information", "privacy"]),
        ("가명정보", ["pseudonymised data", "pseudonymized data", "pseudonymous data"]),
        ("규제", ["regulation", "regulations", "rules"]),
        ("규제샌드박스", ["regulatory sandbox", "sandbox"]),
        ("예산", ["budget"]),
        ("연구개발", ["research and development", "r&d"]),
        ("민원", ["complaints", "local opposition"]),
        ("수출", ["export", "exports"]),
        ("스타트업", ["startup", "startups", "start-up"]),
        ("중소기업", ["smes", "small business", "small businesses"]),
        ("표시", ["labelling", "labeling", "label", "labels"]),
        ("설계", ["design"]),
        ("보안", ["security"]),
        ("메타버스", ["metaverse"]),
        ("재생에너지", ["renewable energy", "renewables"]),
        ("클라우드", ["cloud"]),
        ("의료기기", ["medical devices", "medical device"]),
        ("자율주행", ["autonomous driving", "self-driving"]),
        ("로봇", ["robot", "robots", "robotics"]),
        ("금융", ["finance", "financing", "financial"]),
        ("기본법", ["basic act", "framework act"]),
        ("망사용료", ["network fees", "network usage fees"]),
        ("변전소", ["substation", "substations"]),
        ("송전망", ["transmission grid", "transmission lines"]),
    ];

    /// <summary>Longest first, so that a compound is taken before its parts.</summary>
    public static IReadOnlyList<string> EnglishPhrases { get; } =
        [.. Pairs.SelectMany(p => p.English).Where(e => e.Contains(' ', StringComparison.Ordinal)).OrderByDescending(e => e.Length)];

    /// <summary>The term in the other language; empty when none is known.</summary>
    public static IReadOnlyList<string> Translate(string term)
    {
        foreach (var (korean, english) in Pairs)
        {
            if (korean == term) return english;
        }

        return [.. Pairs.Where(p => p.English.Contains(term, StringComparer.Ordinal)).Select(p => p.Korean)];
    }
}
