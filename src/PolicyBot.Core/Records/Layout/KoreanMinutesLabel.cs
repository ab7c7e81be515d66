using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>
/// Labels that no colon ends: <c>위원장 전우치</c>, <c>허생 위원</c>, <c>보건복지부제1차관 변학도</c>. In minutes the name follows
/// the role except before 위원 and its like, or before it with the role in brackets; a wide gap, where there is one, settles the end.
/// </summary>
internal static class KoreanMinutesLabel
{
    private const int MaxWords = 6;
    private const int MaxLength = 60;

    public static SourceSpan? Read(string text, int start, int end, bool namedAfterRole)
    {
        List<SourceSpan> words = [];
        var at = start;
        while (words.Count < MaxWords && at < end && at - start < MaxLength)
        {
            var word = Word(text, at, end);
            words.Add(word);
            if (EndsSentence(text[word.End - 1])) break;
            at = word.End;
            while (at < end && char.IsWhiteSpace(text[at])) at++;
            if (at - word.End > 1 && words.Any(w => IsRole(text, w))) return new(start, word.End);
        }

        if (words.Count > 0 && SpeakerLabel.IsNameWithPost(words[0].Of(text))) return words[0];
        var role = words.FindIndex(w => IsRole(text, w));
        if (role < 0 || IsAttendance(text, words[0])) return null;
        var name = role + 1 < words.Count && namedAfterRole && !IsNameBefore(text, words, role) && SpeakerTitles.IsKoreanName(Of(text, words[role + 1]));
        return new(start, words[name ? role + 1 : role].End);
    }

    /// <summary>허생 위원, 변학도 국장: the name stands before the role and nothing else does. 가나의료원 변학도 원장: so it does beside a house, unless another name follows.</summary>
    private static bool IsNameBefore(string text, List<SourceSpan> words, int role) =>
        (role > 1 && !SpeakerLabel.IsSurnamed(words[role + 1].Of(text)) && words.Take(role).Any(w => SpeakerLabel.IsSurnamed(w.Of(text)) && !SpeakerTitles.IsKoreanParty(Of(text, w))))
        || role == 1 && SpeakerTitles.IsKoreanName(Of(text, words[0])) && (!SpeakerTitles.IsKoreanParty(Of(text, words[0])) || Of(text, words[1]) is "위원" or "의원") && Of(text, words[1]).Length <= 4;

    private static bool IsAttendance(string text, SourceSpan first) => Of(text, first) is "출석" or "청가" or "결석" or "불참" or "참석" or "배석" or "위촉";

    private static bool IsRole(string text, SourceSpan word)
    {
        var plain = Of(text, word);
        var bracket = plain.IndexOf('(');
        return SpeakerTitles.IsKoreanRole(bracket > 0 ? plain[..bracket] : plain);
    }

    private static SourceSpan Word(string text, int start, int end)
    {
        var (at, depth) = (start, 0);
        while (at < end && (depth > 0 || !char.IsWhiteSpace(text[at])) && at - start < MaxLength)
        {
            if (text[at] == '(') depth++;
            else if (text[at] == ')') depth--;
            at++;
        }

        return new(start, Math.Max(at, start + 1));
    }

    private static bool EndsSentence(char c) => c is '.' or ',' or '?' or '!' or '…' or '”' or '"' or ':';

    private static ReadOnlySpan<char> Of(string text, SourceSpan span) => text.AsSpan(span.Start, span.Length);
}
