using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Reads a printed phrase as a party: 홍길동 A사 대표 is a person of an organisation with a role, A사 an organisation.</summary>
internal sealed class PartyReader(Organisations organisations)
{
    private static readonly string[] Groups =
        ["관계자", "참석자", "전문가", "업계", "기업", "기업인", "실무자", "연구자", "학계", "등", "현장", "이들", "위원회", "차관", "장관", "회의", "간담회", "행사", "곳", "개사", "명", "여", "업체", "단체", "산업계", "연구계", "금융권", "법조계", "분야", "부문"];

    private static readonly string[] Common = ["협회", "중소기업", "기관", "학회", "단체", "대학", "스타트업", "공공기관", "대기업", "연구기관", "위원", "교육계", "정부", "양측", "이 회사", "회사"];

    /// <summary>Before 들 these end a kind of people or bodies (교수들, 중소기업들, 참가자들); 우아한형제들 is a name.</summary>
    private const string Kinds = "자가원인장생민사관체회업이수표년진층곳당국부처청행대계주녀모";

    private const string OrganisationEnds = "부사청회원처위시도대국실팀행당군구";

    public Party? Read(string phrase)
    {
        var text = QuoteMarks.Mend(phrase.Trim(' ', '\t', ',', '·', '.', '▲', '△', '▶', '-', ';'));
        if (text.EndsWith(" 등", StringComparison.Ordinal)) text = text[..^2].TrimEnd();
        if (text.Length is < 2 or > 60) return null;
        return text.AsSpan().ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable) ? ReadKorean(text) : ReadEnglish(text);
    }

    private Party? ReadKorean(string text)
    {
        if (text.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && text.EndsWith(')')) text = text[..bracket].TrimEnd();
        var words = PartyWords.NameIn(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return null;
        text = string.Join(' ', words);
        var last = words[^1];
        if (IsMarket(words)) return null;
        if (!Roles.Is(last) || organisations.Find(text, null) is not null) return IsGroup(text, words) ? null : new(null, null, text);
        if (Roles.OrganisationLength(last) is > 0 and var length && last.Length > 3)
            words = last.EndsWith("위원장", StringComparison.Ordinal) ? [.. words[..^1], last[..length] + "회", "위원장"] : [.. words[..^1], last[..length], last[(length - 1)..]];
        if (words.Length == 1) return new(null, words[0], null);
        var role = words[^1];
        var middle = words.Length - 1;
        // 마인드 AI기술 센터장, 제2차관: a role of several words keeps them with the organisation, as printed.
        if (middle > 1 && IsFullName(words[middle - 1]) && !IsFullName(words[0])) return new(words[middle - 1], role, string.Join(' ', words[..(middle - 1)]));
        if (IsPersonName(words[0], words.Length)) return new(words[0], role, middle > 1 ? string.Join(' ', words[1..middle]) : null);
        return new(null, role, string.Join(' ', words[..middle]));
    }

    /// <summary>시장 is a mayor behind a person or a town (홍길동 나로시장, 부산시장), else a market: 해외 시장, 자본시장.</summary>
    private bool IsMarket(string[] words)
    {
        if (!words[^1].EndsWith("시장", StringComparison.Ordinal)) return false;
        var town = words[^1].Length > 2 ? words[^1][..^2] : words.Length > 1 ? words[^2] : "";
        return !(Regions.Contains(town) || town.EndsWith('시') || (words.Length > 1 && words[0].Length == 3 && Surnames.IsUsual(words[0][0]) && IsPersonName(words[0], words.Length)));
    }

    private bool IsPersonName(string word, int words)
    {
        if (word.Length is < 1 or > 4 || !word.All(Hangul.IsSyllable)) return false;
        if (word.Length == 1) return words == 2;
        if (organisations.Find(word, null) is not null || (word.Length > 2 && !(word.Length == 3 && Surnames.IsUsual(word[0])) && OrganisationEnds.Contains(word[^1], StringComparison.Ordinal))) return false;
        return word.Length <= 3 || (words > 2 && Surnames.OpenWithTwo(word));
    }

    /// <summary>"A사 홍길동 대표": a surname and two letters right before the role, and no unit or field of work (예산실, 반도체).</summary>
    private bool IsFullName(string word) =>
        word.All(Hangul.IsSyllable) && organisations.Find(word, null) is null
        && ((word.Length == 3 && Surnames.IsUsual(word[0]) && !UnitEnds.Contains(word[2], StringComparison.Ordinal) && !Fields.Contains(word)) || (word.Length == 4 && Surnames.OpenWithTwo(word)));

    private const string UnitEnds = "실국과팀단업부처청위대차행사회력체가비금률법장점망계";

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "서비스", "신기술", "신재생", "문화재", "장애인", "소프트", "정보화", "표준화", "국제화", "지역화", "유니콘", "연구원", "정보원", "기술원", "안전원", "인증원", "교육원", "공무원", "조합원", "감사원", "기획원", "전산원", "지식재",
    };

    private static bool IsGroup(string text, string[] words) =>
        (words[^1] is [.., var kind, '들'] && Kinds.Contains(kind, StringComparison.Ordinal)) || words[^1] == "들" || Groups.Any(g => words[^1].EndsWith(g, StringComparison.Ordinal) && !(g == "위원회" && text.Length > 3)) || words.Length > 5 || Common.Contains(text) || words.Any(PartyWords.IsInflected)
        || PartyWords.IsClosing(words[^1], alone: words.Length == 1) || PartyWords.IsVague(words[0]) || char.IsAsciiDigit(words[^1][0]);

    private static Party? ReadEnglish(string text)
    {
        if (text.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && text.EndsWith(')'))
            return new(text[..bracket].Trim(), null, text[(bracket + 1)..^1].Trim());
        if (text.StartsWith("officials", StringComparison.Ordinal) || !text.Any(char.IsAsciiLetterUpper)) return null;
        foreach (var article in (string[])["the ", "The ", "a "])
            if (text.StartsWith(article, StringComparison.Ordinal)) text = text[article.Length..];
        return EnglishPerson.Read(text) ?? new(null, null, text);
    }
}
