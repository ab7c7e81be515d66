using System.Buffers;

namespace PolicyBot.Text;

/// <summary>Decides from the words around a date whether it lies before or after the anchor. Looks no further than one sentence and a fixed reach.</summary>
internal static class DateTenses
{
    private const int Reach = 240;

    public static DateTense Of(string text, SourceSpan date, DateTense fallback)
    {
        var end = SentenceEnd(text, date.End);
        var after = text.AsSpan(date.End, end - date.End);
        var start = SentenceStart(text, date.Start);
        var before = text.AsSpan(start, date.Start - start);
        if (before.ContainsAny(CalledOff) || after.ContainsAny(CalledOff)) return DateTense.Nearest;
        return HasHangul(after) || HasHangul(before) ? Korean(after, fallback) : English(before, after, fallback);
    }

    /// <summary>The end of the sentence: a point behind a digit belongs to a date such as 7.24.</summary>
    internal static int SentenceEnd(string text, int from)
    {
        var most = Math.Min(text.Length, from + Reach);
        for (var i = from; i < most; i++)
        {
            if (text[i] is '\n' or '?' or '!') return i;
            if (text[i] == '.' && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]))) return i + 1;
        }

        return most;
    }

    internal static int SentenceStart(string text, int before)
    {
        var least = Math.Max(0, before - Reach);
        for (var i = before - 1; i > least; i--)
        {
            if (text[i - 1] is '\n' or '?' or '!') return i;
            if (text[i - 1] == '.' && text[i] == ' ' && i >= 2 && !char.IsAsciiDigit(text[i - 2])) return i;
        }

        return least;
    }

    private static readonly SearchValues<string> CalledOff =
        Cues("취소", "연기됐", "연기했", "연기돼", "미뤄졌", "미뤘", "무산", "열리지 못", "열리지 않", "called off", "cancelled", "canceled", "postponed", "put off");

    /// <summary>Verbs of meeting, announced: the first of them behind the date decides before the end of the sentence does.</summary>
    private static readonly SearchValues<string> Announced = Cues(
        "연다", "열린다", "열 예정", "열 계획", "열기로", "듣는다", "을 들을", "를 들을", "열릴", "열리는 ", "개최되는 ", "열고자", "개최한다", "개최할", "개최될", "개최된다", "개최하는", "개최 예정", "만난다", "만날", "찾는다", "방문한다", "방문할",
        "갖는다", "가질", "진행한다", "진행할", "진행된다", "진행될", "시작한다", "시작될", "시작할", "마련한다", "마련할", "모인다", "모일", "참석할", "예정된", "예정이", "예정인", "잡혔", "잡힌", "앞두고");

    private static readonly SearchValues<string> Told = Cues(
        "열린 ", "열렸", "열었", "연 ", "개최된 ", "개최됐", "개최했", "개최한 ", "개최하고", "개최해", "만났", "만난 ", "만나 ", "찾았", "찾은 ", "찾아 ", "방문했", "방문한 ", "방문해", "가졌", "가진 ", "갖고",
        "진행된 ", "진행됐", "진행했", "진행한 ", "시작한 ", "시작됐", "마련된 ", "마련했", "참석해", "참석했", "참석한 ", "나눴", "논의했", "모였", "나온 ", "끝난 ", "가졌", "발표한 ", "취임", "출범");

    private static readonly string[] FutureEnds = ["예정이다", "계획이다", "방침이다", "것이다", "전망이다", "예정입니다", "계획입니다", "예정임", "계획임", "예정", "전망"];

    private static DateTense Korean(ReadOnlySpan<char> after, DateTense fallback)
    {
        var (future, past) = (FirstOf(after, Announced), FirstOf(after, Told));
        if (future < past) return DateTense.Future;
        if (past < int.MaxValue) return DateTense.Past;
        var last = after.TrimEnd(" .\"”’'").ToString();
        if (last.Length == 0) return fallback;
        if (FutureEnds.Any(e => last.EndsWith(e, StringComparison.Ordinal))) return DateTense.Future;
        if (!last.EndsWith('다') && !last.EndsWith('요')) return IsDeadline(after) ? DateTense.Future : fallback;
        if (IsDeadline(after) || IsPresent(last)) return DateTense.Future;
        return DateTense.Past;
    }

    /// <summary>-ㄴ다 and -는다 of a coming act: 연다, 시행한다, 공개된다. Not 듣고 있다, and not the -야 한다 of an opinion.</summary>
    private static bool IsPresent(string sentence) =>
        sentence.Length >= 2 && Hangul.IsSyllable(sentence[^2]) && Hangul.FinalIndex(sentence[^2]) == 4 && !sentence.EndsWith("야 한다", StringComparison.Ordinal);

    private static bool IsDeadline(ReadOnlySpan<char> after) => after.TrimStart().StartsWith("까지", StringComparison.Ordinal);

    private static readonly string[] EnglishFuture =
        ["will ", "shall ", "due to", "is to ", "are to ", "set to", "set for", "set to ", "scheduled", "planned", "plans to", "plan to", "expected to", "upcoming", "to be held", "takes place", "meets ", "opens ", "begins ", "by ", "until ", "forthcoming"];

    private static readonly string[] EnglishPast =
        ["said ", "told ", "met ", "held ", "took place", "was ", "were ", "attended", "visited", "asked ", "hosted ", "gathered", "heard ", "opened ", "announced"];

    /// <summary>Behind the date "by" names who acts ("on Tuesday, chaired by the minister"), no deadline.</summary>
    private static readonly SearchValues<string> EnglishFutureCues = Cues([.. EnglishFuture.Except(["by ", "until "])]);

    private static readonly SearchValues<string> EnglishPastCues = Cues(EnglishPast);

    /// <summary>English tells the tense before the date as a rule: the closest cue wins, then the first one behind.</summary>
    private static DateTense English(ReadOnlySpan<char> before, ReadOnlySpan<char> after, DateTense fallback)
    {
        var (future, past) = (LastOf(before, EnglishFuture), LastOf(before, EnglishPast));
        if (future != past) return future > past ? DateTense.Future : DateTense.Past;
        (future, past) = (FirstOf(after, EnglishFutureCues), FirstOf(after, EnglishPastCues));
        return future == past ? fallback : future < past ? DateTense.Future : DateTense.Past;
    }

    private static SearchValues<string> Cues(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);

    private static int FirstOf(ReadOnlySpan<char> text, SearchValues<string> cues) =>
        text.IndexOfAny(cues) is >= 0 and var first ? first : int.MaxValue;

    private static int LastOf(ReadOnlySpan<char> text, string[] cues)
    {
        var last = -1;
        foreach (var cue in cues)
        {
            var at = text.LastIndexOf(cue, StringComparison.Ordinal);
            // "will be held": the participle tells no past.
            if (at > last && !text[..at].EndsWith("be ", StringComparison.Ordinal)) last = at;
        }

        return last;
    }

    private static bool HasHangul(ReadOnlySpan<char> text) => text.ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable);
}
