using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The name of a meeting where the record prints one in quotation marks: ‘… 현장 간담회’.</summary>
internal static class MeetingName
{
    private const int Longest = 80;

    public static string? Find(string text, SourceSpan within, SourceSpan noun)
    {
        if (noun.End >= within.End || !"’'”\"」』>".Contains(text[noun.End], StringComparison.Ordinal)) return null;
        var open = text[noun.End] switch { '’' => '‘', '”' => '“', '」' => '「', '』' => '『', '>' => '<', var same => same };
        var least = Math.Max(within.Start, noun.Start - Longest);
        var at = noun.Start > least ? text.LastIndexOf(open, noun.Start - 1, noun.Start - least) : -1;
        return at < 0 ? null : text[(at + 1)..noun.End].Trim();
    }

    private static readonly HashSet<string> Common =
        [.. "현장 비공개 공개 긴급 정책 합동 온라인 연속 릴레이 정기 확대 실무 소통 기업 기업인 업계 업체 산업계 전문가 관계자 참석자 민간 민관 정부 오찬 조찬 만찬 주재 기자 자문 본 사전 후속 연석 점검 전략 대책 전체 정례 비상 공동 별도 추가 관련 특별 화상 영상 순회 지역 의견수렴 의견".Split(' ')];

    private static readonly HashSet<string> Outside =
        [.. "가진 이어진 여는 연 찾아 만나 모여 맞아 들러 불러 함께 잇달아 잇따라 직접 다시 모두 각각 따로 등 및 차례 번째 번 중 자리 간 통해 위해 대상 끝에 앞둔 가운데 현지 한 두 세 네 그 저 이".Split(' ')];

    /// <summary>AI 핵심인재 간담회: the plain nouns before the word, when they tell more than 현장 or 업계 do.</summary>
    public static string? FindCalled(string text, SourceSpan within, SourceSpan noun)
    {
        if (!Hangul.IsSyllable(text[noun.Start])) return null;
        var start = noun.Start;
        while (start > within.Start && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '·' or '-')) start--;
        var telling = start < noun.Start && !IsCommon(text[start..noun.Start]);
        for (var words = 0; words < 6; words++)
        {
            if (start - 2 < within.Start || text[start - 1] != ' ') break;
            var from = start - 1;
            while (from > within.Start && text[from - 1] is not (' ' or '\n')) from--;
            var word = text[from..(start - 1)];
            if (!IsPlain(word)) break;
            telling |= !IsCommon(word);
            start = from;
        }

        return telling ? text[start..noun.End] : null;
    }

    private static readonly string[] AboutEnds =
        [" set ", " scheduled", " planned", " due ", " slated", " originally", " initially", " has ", " have ", " was ", " were ", " will ", " is ", " to ", " that ", " which ", " in ", " at ", " for ", " from ", " with ", ", ", ". "];

    /// <summary>Hearing on data centres: what an English noun is said to be about, for lack of words before it.</summary>
    public static string? FindAbout(string text, SourceSpan within, SourceSpan noun)
    {
        if (!char.IsAsciiLetter(text[noun.Start])) return null;
        var rest = text[noun.End..within.End];
        if (!rest.StartsWith(" on ", StringComparison.Ordinal) && !rest.StartsWith(" about ", StringComparison.Ordinal)) return null;
        var end = AboutEnds.Select(e => rest.IndexOf(e, 4, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(rest.TrimEnd('.').Length).Min();
        var about = rest[..end].TrimEnd('.', ' ');
        // On Tuesday, on 5 August: a day is no subject.
        return about.Length is > 5 and < Longest && DateLanguage.Find(about, null).Count == 0 ? text[noun.Start..noun.End] + about : null;
    }

    internal static bool IsCommon(string word) => Common.Contains(word) || Regions.Contains(word) || word.EndsWith("현장", StringComparison.Ordinal) || (word.Length > 2 && word[0] == '제' && char.IsAsciiDigit(word[1]));

    private static bool IsPlain(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '·' or '-' or '&') && !Outside.Contains(word) && !Roles.Is(word) && !PartyWords.IsInflected(word)
        && word[^1] is not ('들' or '과' or '와') && (char.IsAsciiDigit(word[0]) ? word[^1] is not ('일' or '월' or '년' or '시' or '차' or '번' or '층') : !KoreanPhrase.Ends(word, joined: false));
}
