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
        ("연구", ["research"]),
        ("연구자", ["researcher", "researchers", "scientists"]),
        ("모호", ["ambiguous", "ambiguity", "unclear", "vague"]),
        ("불확실", ["uncertain", "uncertainty"]),
        ("요금", ["tariff", "tariffs", "rate", "rates", "charges"]),
        ("비용", ["cost", "costs", "expense", "expenses"]),
        ("수수료", ["fee", "fees", "commission"]),
        ("보조금", ["subsidy", "subsidies", "grant", "grants"]),
        ("세액공제", ["tax credit", "tax credits"]),
        ("대출", ["loan", "loans", "lending"]),
        ("투자", ["investment", "investments"]),
        ("임금", ["wage", "wages", "pay"]),
        ("인증", ["certification", "certificate", "certificates"]),
        ("심사", ["review process", "screening"]),
        ("안전", ["safety"]),
        ("환경", ["environment", "environmental"]),
        ("주민", ["residents", "neighbours", "neighbors"]),
        ("통관", ["customs", "customs clearance"]),
        ("관세", ["import duty", "customs duty", "duties"]),
        ("조달", ["procurement"]),
        ("입찰", ["bidding", "tender", "tenders"]),
        ("특허", ["patent", "patents"]),
        ("표준", ["standard", "standards"]),
        ("교육", ["education", "training"]),
        ("대학원", ["graduate school", "graduate schools"]),
        ("외국인", ["foreign workers", "foreigners"]),
        ("비자", ["visa", "visas"]),
        ("배터리", ["battery", "batteries"]),
        ("전기차", ["electric vehicle", "electric vehicles", "evs"]),
        ("의료", ["medical", "healthcare"]),
        ("신약", ["new drug", "new drugs"]),
        ("보험", ["insurance"]),
        ("농업", ["farming", "agriculture"]),
        ("어업", ["fishing", "fisheries"]),
        ("주택", ["housing"]),
        ("교통", ["transport", "traffic"]),
        ("물류", ["logistics"]),
        ("관광", ["tourism"]),
        ("소음", ["noise"]),
        ("기한", ["time limit"]),
        ("가이드라인", ["guideline", "guidelines", "guidance"]),
        ("공급망", ["supply chain", "supply chains"]),
        ("원자력", ["nuclear"]),
        ("수소", ["hydrogen"]),
        ("통신", ["telecom", "telecoms"]),
        ("주파수", ["spectrum"]),
        ("광고", ["advertising", "ads"]),
        ("플랫폼", ["platform", "platforms"]),
        ("소상공인", ["small merchants", "small traders", "micro businesses"]),
        ("최저임금", ["minimum wage"]),
        ("근로시간", ["working hours"]),
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
