using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Finds where a meeting was: 서울 중구 A회관 3층에서, A사를 찾아, 26일 광주 회의, in Busan.</summary>
internal static class PlaceReader
{
    private static readonly string[] Visits = ["찾아", "찾았", "찾은", "찾는", "찾을", "방문", "둘러보", "둘러봤"];

    private static readonly string[] BetweenVisit = ["", "잇달아 ", "잇따라 ", "차례로 ", "직접 ", "함께 ", "다시 ", "각각 ", "연이어 ", "현장 "];

    /// <summary>Words before 에서 that are no place.</summary>
    private static readonly string[] NotPlaces =
    [
        "회의", "간담회", "토론회", "공청회", "설명회", "세미나", "포럼", "좌담회", "라운드테이블", "면담", "자리", "현장", "행사", "분야", "단계", "과정", "상황", "차원", "관점", "가운데", "측면", "국면", "인터뷰", "브리핑", "회견",
        "방송", "보고서", "자료", "업계", "시장", "정부", "사이", "이곳", "여기", "발언", "개회사", "축사", "연설", "토론", "발제", "부문", "영역", "산업", "기업", "관계자", "국내", "해외", "범위", "수준", "환경", "중심", "세션", "이날", "쪽", "업종", "것", "때", "데", "워크숍", "보고회", "안", "부처", "당국", "시연회", "행보", "심사", "중", "전략대화",
    ];

    private static readonly string[] EventAfter =
        [.. MeetingWords.TakingPlace, .. MeetingWords.Hosting, .. MeetingWords.Meeting, .. MeetingWords.Deciding, .. MeetingWords.Nouns, "자리를", "모였", "함께"];

    public static string? Find(string text, SourceSpan span, SourceSpan after, SourceSpan? date)
    {
        if (!text.AsSpan(span.Start, span.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable)) return EnglishPlace.Find(text, span);
        var start = date is { } d && d.Start >= span.Start ? d.End : span.Start;
        return FindVisited(text, new(start, after.End)) ?? FindVisited(text, span) ?? FindAt(text, new(start, after.End), start)
            ?? FindAt(text, new(span.Start, start), span.Start, strict: true) ?? BeforeNoun(text, start, after.End) ?? FindShared(text, after);
    }

    /// <summary>A region that a statement is told to come from: "In Gwangju on Tuesday", "24일 광주에서".</summary>
    public static string? FindRegion(string text, SourceSpan span)
    {
        if (!text.AsSpan(span.Start, span.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable)) return EnglishPlace.FindTown(text, span);
        return FindAt(text, span, span.Start) is { } place && Regions.Contains(place.Split(' ')[0]) ? place : null;
    }

    private static string? FindVisited(string text, SourceSpan within)
    {
        foreach (var visit in Visits)
        {
            for (var at = within.Start; (at = text.IndexOf(visit, at, within.End - at, StringComparison.Ordinal)) >= 0; at += visit.Length)
            {
                foreach (var between in BetweenVisit)
                {
                    var end = at - between.Length;
                    if (end - 2 <= within.Start || !text.AsSpan(end, between.Length).SequenceEqual(between) || text[end - 1] != ' ' || text[end - 2] is not ('를' or '을')) continue;
                    var place = NounPhrase(text, within.Start, end - 2, joined: true);
                    if (place is not null && !MeetingWords.Sought.Any(s => place.EndsWith(s.TrimEnd('을'), StringComparison.Ordinal))) return place;
                }
            }
        }

        return null;
    }

    private static string? FindAt(string text, SourceSpan within, int left, bool strict = false)
    {
        for (var at = within.Start; at < within.End && (at = text.IndexOf('서', at, within.End - at)) >= 0; at++)
        {
            var short1 = at > 0 && text[at - 1] != '에';
            var end = short1 ? at : at - 1;
            var after = at + 1 < within.End ? text[at + 1] : ' ';
            if (end <= left || after is not (' ' or '는' or '도' or ',' or '의')) continue;
            var place = NounPhrase(text, left, end, joined: false);
            if (place is null || NotPlaces.Any(n => place.EndsWith(n, StringComparison.Ordinal))) continue;
            if (short1 && !Regions.Contains(place)) continue;
            if (strict && !IsNextToEvent(text, at + 1, within.End + 24)) continue;
            if (MeetingWords.First(text, at + 1, Math.Min(text.Length, DateTenses.SentenceEnd(text, at + 1)), EventAfter) is not null || Regions.Contains(place.Split(' ')[0])) return place;
        }

        return null;
    }

    private static bool IsNextToEvent(string text, int from, int to) =>
        MeetingWords.First(text, from, Math.Min(text.Length, to), EventAfter) is { } at && at - from < 30;

    /// <summary>광주 회의: a region right before the meeting.</summary>
    private static string? BeforeNoun(string text, int from, int to)
    {
        if (MeetingWords.FindNoun(text, from, to) is not { } noun) return null;
        foreach (var word in text[from..noun.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Regions.Contains(word)) return word;
        }

        return null;
    }

    /// <summary>오전에 A사를, 오후에 B사를 찾았다: what stands in the objective before the shared verb.</summary>
    private static string? FindShared(string text, SourceSpan after)
    {
        var words = text[after.Start..after.End].TrimEnd();
        if (!words.EndsWith("를,", StringComparison.Ordinal) && !words.EndsWith("을,", StringComparison.Ordinal)) return null;
        var rest = text[after.End..DateTenses.SentenceEnd(text, after.End)];
        return Visits.Any(v => rest.Contains(v, StringComparison.Ordinal)) ? NounPhrase(text, after.Start, after.Start + words.Length - 2, joined: true) : null;
    }

    /// <summary>The noun phrase that ends at <paramref name="end"/>: words back to one that carries a particle or ends a clause.</summary>
    private static string? NounPhrase(string text, int least, int end, bool joined)
    {
        var start = end;
        for (var words = 0; words < 8; words++)
        {
            var from = start - 1;
            while (from > least && text[from - 1] is not (' ' or '\n')) from--;
            if (from < least || from >= start) break;
            var word = text[from..start].TrimEnd();
            if (words > 0 && (word.Length == 0 || EndsPhrase(word, joined))) break;
            start = from;
            if (start <= least) break;
            // The space before belongs to the word before it.
            while (start > least && text[start - 1] == ' ') start--;
        }

        start = BackToRegion(text, least, start);
        var place = QuoteMarks.Mend(text[Math.Min(start, end)..end].Trim(' ', ',', '·'));
        return place.Length is 0 or > 60 || IsProgramme(place) || char.IsAsciiDigit(place[^1]) || EndsPhrase(place, joined: true) && place.Length < 2 ? null : place;
    }

    /// <summary>2부에서, 1세션에서: a stretch of the programme, not a place.</summary>
    private static bool IsProgramme(string place) =>
        char.IsAsciiDigit(place[0]) && place.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimStart() is "부" or "차" or "세션" or "회차" or "교시" or "주제";

    /// <summary>서울 SW 마에스트로 연수센터: a name may hold a word that looks like one with a particle; a region before it shows where it began.</summary>
    private static int BackToRegion(string text, int least, int start)
    {
        var at = start;
        for (var words = 0; words < 3 && at > least; words++)
        {
            var stop = at;
            while (stop > least && text[stop - 1] == ' ') stop--;
            at = stop;
            while (at > least && text[at - 1] is not (' ' or '\n')) at--;
            var word = text[at..stop];
            if (Regions.Contains(word)) return at;
            if (word.Length == 0 || (EndsPhrase(word, joined: false) && word[^1] != '로') || word.EndsWith("으로", StringComparison.Ordinal)) break;
        }

        return start;
    }

    /// <summary>21일, 4월, 2시: the day from which a meeting is moved stands before its place.</summary>
    private static bool IsTime(string word) => word.Length is > 1 and < 6 && word[^1] is '일' or '월' or '시' or '년' && word.AsSpan(0, word.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool EndsPhrase(string word, bool joined)
    {
        var bare = word.TrimEnd('’', '”', '"', '\'', ')');
        if (bare.Length == 0 || bare[^1] is ',' or '.' or ';' or ':' || IsTime(bare)) return true;
        if (bare.EndsWith("대로", StringComparison.Ordinal) || Regions.Contains(bare)) return false;
        if (bare[^1] is '과' or '와') return !joined;
        if (bare is "첫" or "처음" or "등" or "취임" or "후" or "뒤" or "직접" or "이날" or "오전" or "오후" || bare.EndsWith("처음", StringComparison.Ordinal)) return true;
        return bare.Length > 1 && (bare[^1] is '은' or '는' or '이' or '가' or '을' or '를' or '에' or '로' or '며' or '고' or '서' or '게' or '만' or '께' or '린' or '된' or '한' or '던' or '해');
    }
}
