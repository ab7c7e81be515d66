using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The name or title that ends at a place in a Korean sentence: back to a word that carries a particle, a comma or a day.</summary>
internal static class KoreanPhrase
{
    private const int MostWords = 5;

    /// <param name="joined">Go on over commas: A부와 B부, C공사가.</param>
    public static string? Back(string text, int least, int end, bool joined = false)
    {
        var start = end;
        for (var words = 0; words < (joined ? 3 * MostWords : MostWords); words++)
        {
            var stop = start;
            while (stop > least && text[stop - 1] == ' ') stop--;
            var from = stop;
            while (from > least && text[from - 1] is not (' ' or '\n' or '=')) from--;
            if (from >= stop || (words > 0 && Ends(text[from..stop], joined) && !IsNameOfBody(text, least, from, text[from..stop]))) break;
            start = from;
        }

        var phrase = text[start..end].Trim(' ', ',', '‘', '“', '"', '\'', '(', '[');
        return phrase.Length < 2 ? null : phrase;
    }

    /// <summary>홍길동 가나전자 사장, 홍길동 다라온 대표: behind a full name even a word that ends like a verb is the name of a body.</summary>
    private static bool IsNameOfBody(string text, int least, int from, string word)
    {
        if (word.Length < 2 || !Hangul.IsSyllable(word[^1]) || word[^1] is '은' or '는' or '을' or '를' or '에' or '의' or '며' or '서' || PartyWords.IsInflected(word)) return false;
        if (word[^1] is '이' or '가' && PartyWords.IsAfter(word[^2], word[^1])) return false;
        var stop = from;
        while (stop > least && text[stop - 1] == ' ') stop--;
        if (stop - 3 < least || (stop - 3 > least && text[stop - 4] is not (' ' or '\n' or '▲' or '△'))) return false;
        var person = text[(stop - 3)..stop];
        return person.All(Hangul.IsSyllable) && Surnames.IsUsual(person[0]) && !Ends(person, joined: false);
    }

    public static bool Ends(string word, bool joined)
    {
        var bare = word.TrimEnd('’', '”', '"', '\'', ')');
        // A closing mark that stands alone closes what was before it.
        if (bare.Length == 0) return true;
        var last = bare[^1..];
        if (word[^1] == ',') return !joined || word.Length < 3 || Ends(word[..^1], joined);
        if (word is "오전" or "오후" or "당일" or "같은" or "날" || word.EndsWith("오전", StringComparison.Ordinal)) return true;
        if (word[^1] is '.' or ';' or ':' or '”' or '’' || char.IsAsciiDigit(word[0])) return true;
        // 와 and 과 join hosts: A협회와 B협회는.
        if (word.Length > 2 && last[0] is '와' or '과') return false;
        if (word is "이번" or "지난" or "오는" or "이날" or "전날" or "이튿날" or "다음날" or "다음" or "익일" or "한편" or "또" or "이어" or "앞서" or "아울러" or "특히" or "그러나" or "다만" or "및" or "후" or "뒤" or "때" or "첫" or "새") return true;
        // 국가 and 다라페이 end in a syllable that can be no particle there.
        if (word.Length > 1 && last[0] == word[^1] && last[0] is '은' or '는' or '이' or '가' or '을' or '를') return PartyWords.IsAfter(word[^2], word[^1]);
        return word.Length > 1 && last[0] is '은' or '는' or '이' or '가' or '을' or '를' or '에' or '로' or '며' or '고' or '서' or '게' or '면' or '해' or '지' or '던' or '된' or '린' or '한' or '도' or '온' or '의' or '께' or '자' or '난';
    }
}
