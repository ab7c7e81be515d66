using PolicyBot.Concerns.English;
using PolicyBot.Text;

namespace PolicyBot.Storage;

/// <summary>Whether a known body that stands in a speaker's name is whose voice it is: Naver in "Naver CEO Jane Doe", not in "Naver Users Association", "홍길동 전 네이버 대표" or "네이버 협력사 대표".</summary>
internal static class HouseBounds
{
    private static readonly char[] Separators = [' ', '\t', '\n', ',', '·', '(', ')', '/', '-'];

    private static readonly HashSet<string> Past = new(StringComparer.OrdinalIgnoreCase) { "전", "前", "전직", "former", "formerly", "ex", "erstwhile", "onetime", "retired" };

    /// <summary>Behind a firm's name they are somebody else, near to it or against it.</summary>
    private static readonly string[] Others =
    [
        "협력사", "협력업체", "협력회사", "납품업체", "하청업체", "하도급업체", "경쟁사", "고객사", "자회사", "계열사", "대리점", "가맹점", "점주", "협회", "노조", "노동조합", "지부", "연합회", "협의회", "이용자", "소비자", "피해자", "주주", "모임", "대책위", "대책위원회", "비대위", "산하", "출신", "퇴직자",
        "union", "users", "user", "customers", "customer", "workers", "critic", "critics", "rival", "rivals", "supplier", "suppliers", "shareholder", "shareholders", "subsidiary", "victims",
    ];

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "corp", "corporation", "inc", "co", "company", "ltd", "limited", "plc" };

    public static bool Speaks(string name, SourceSpan house) => house.End <= UntilPast(name).Length && !GoesOn(name[house.End..]);

    /// <summary>The name as far as it tells of today: "홍길동" of "홍길동(전 A사 대표)".</summary>
    public static string UntilPast(string name)
    {
        var start = 0;
        foreach (var word in name.Split(Separators))
        {
            if (Past.Contains(word)) return name[..start];
            start += word.Length + 1;
        }

        return name;
    }

    /// <summary>Whether behind the name of a body it tells of another.</summary>
    public static bool IsOther(string word) => Array.Exists(Others, o => word.Equals(o, StringComparison.OrdinalIgnoreCase) || (Hangul.IsHangul(o[0]) && word.EndsWith(o, StringComparison.Ordinal)));

    private static bool GoesOn(string rest)
    {
        // 네이버와 소송 중인 …
        if (rest.StartsWith("와 ", StringComparison.Ordinal) || rest.StartsWith("과 ", StringComparison.Ordinal)) return true;
        if (rest.StartsWith("'s", StringComparison.Ordinal) || rest.StartsWith("’s", StringComparison.Ordinal)) rest = rest[2..];
        if (!rest.StartsWith(' ')) return false;
        if (IsOther(rest.TrimStart().Split(Separators)[0])) return true;
        var run = EnglishTokens.Of(rest, new(0, rest.Length)).TakeWhile(t => t is { IsWord: true, Capital: true } && char.IsAsciiLetter(rest[t.Start])).ToList();
        return run.Count > 0 && !Suffixes.Contains(run[0].Lower.TrimEnd('.')) && run.Find(t => !AffiliationReader.IsPostModifier(t)) is var head && !IsTitle(head);
    }

    private static bool IsTitle(EnglishToken token) => token.Lower is { } word && (AffiliationReader.IsPost(token) || NounLexicon.Titles.Contains(word) || NounLexicon.StateTitles.Contains(word));
}
