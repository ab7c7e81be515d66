using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Places where a record says that somebody was not answered: "인허가 단축에 대해서는 답하지 않았다", "declined to comment on the fee".</summary>
internal static class Silences
{
    private const int Longest = 300;

    private static readonly string[] Korean =
    [
        "답하지 않", "답변하지 않", "대답하지 않", "언급하지 않", "즉답하지 않", "확답하지 않", "반응하지 않", "응하지 않", "회신하지 않", "답을 하지 않", "답변을 하지 않", "대답을 하지 않", "언급을 하지 않", "확답을 하지 않", "답을 내놓지", "답변을 내놓지", "대답을 내놓지", "대답하지 못", "답하지 못", "답변하지 못",
        "답을 주지", "답변을 주지", "확답을 주지", "답은 하지 않", "답변은 하지 않", "확답은 하지 않", "언급은 하지 않", "즉답을 피", "답변을 피", "대답을 피", "답을 피", "확답을 피", "답을 회피", "답변을 회피", "답은 없었", "답변은 없었", "답이 없었", "답변이 없었", "대답은 없었", "대답이 없었", "언급은 없었", "언급이 없었", "언급도 없었", "반응은 없었",
        "회신은 없었", "회신이 없었", "말을 아꼈", "말을 아끼", "입을 닫", "입을 다물", "침묵", "답을 미뤘", "답변을 미뤘", "답변을 유보", "답을 유보", "답변을 거부", "반응을 보이지", "답을 듣지 못", "답변을 듣지 못", "대답을 듣지 못", "답은 나오지 않", "답변은 나오지 않", "답이 나오지 않", "답변이 나오지 않", "묵묵부답", "확답은 없었", "확답이 없었",
    ];

    private static readonly string[] English =
    [
        "not respond", "not reply", "not answer", "not address", "not comment", "n't respond", "n't reply", "n't answer", "n't address", "n't comment", "no answer", "no reply", "no response", "no comment", "declined to comment", "declined to answer", "declined to respond", "declined to say", "declined to be drawn", "refused to comment", "refused to answer", "refused to be drawn",
        "would not say", "not be drawn", "without answering", "without responding", "without addressing", "left unanswered", "went unanswered", "remained unanswered", "remains unanswered", "sidestepped", "dodged", "avoided the", "silent on", "silent about", "stayed silent", "remained silent", "kept silent", "said nothing about", "said nothing on", "said nothing of", "was not answered", "were not answered", "ignored the",
    ];

    /// <param name="About">The words around the silence that may name what was not answered.</param>
    public sealed record Silence(int At, SourceSpan About)
    {
        /// <summary>What the words name when no particular word of theirs does: the last point, or all of them.</summary>
        public bool IsAboutAll(string text) => text.AsSpan(About.Start, About.Length) is var words && (words.Contains("모두".AsSpan(), StringComparison.Ordinal) || words.Contains("어느 것", StringComparison.Ordinal) || words.Contains(" any of ", StringComparison.Ordinal) || words.Contains(" either ", StringComparison.Ordinal));
    }

    public static IReadOnlyList<Silence> Find(string text)
    {
        List<Silence> found = [];
        foreach (var phrase in Korean) Add(phrase, isKorean: true);
        foreach (var phrase in English) Add(phrase, isKorean: false);
        return found;

        void Add(string phrase, bool isKorean)
        {
            for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase))
                found.Add(new(at, isKorean ? Before(text, at + phrase.Length) : Around(text, at)));
        }
    }

    private static readonly string[] Joints = ["지만 ", "으나 ", "으며 ", "했고 ", "면서 ", "는데 ", "고도 ", "지만, ", "으나, ", "으며, ", "했고, ", "면서, ", "는데, "];

    /// <summary>The clause up to the verb: the point stands before it.</summary>
    private static SourceSpan Before(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && !IsStop(text, start - 1)) start--;
        foreach (var joint in Joints)
        {
            var at = text.LastIndexOf(joint, end - 1, end - start, StringComparison.Ordinal);
            if (at >= 0) start = Math.Max(start, at + joint.Length);
        }

        return new(start, end);
    }

    /// <summary>In English the point may stand on either side: "On fees the ministry did not comment", "did not respond to the point on fees".</summary>
    private static SourceSpan Around(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && at - start < Longest && !IsStop(text, start - 1) && !Joins(text, start)) start--;
        while (end < text.Length && end - at < Longest && !IsStop(text, end)) end++;
        return new(start, end);
    }

    private static bool Joins(string text, int at) =>
        text.AsSpan(at).StartsWith(" but ", StringComparison.Ordinal) || text.AsSpan(at).StartsWith(", while ", StringComparison.Ordinal) || text.AsSpan(at).StartsWith(" and ", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("; ", StringComparison.Ordinal);

    private static bool IsStop(string text, int at) => text[at] == '\n' || (text[at] is '.' or '?' or '!' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '”' or '"'));
}
