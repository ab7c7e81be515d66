using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>Words that turn what stands around them: a denial, a condition, a limit. By lists, and rather too many than too few.</summary>
internal static class Denials
{
    // Substrings: in Korean these stand inside of words.
    private static readonly string[] Korean =
        ["않", "못", "없", "아니", "아닌", "안 ", "말라", "말아", "말 것", "불가", "거부", "거절", "반대", "금지", "제외", "면 ", "경우", "조건", "전제", "다만", "단,", "외에", "뿐", "만약", "이상", "이하", "미만", "초과", "까지만", "유보", "보류", "반려", "철회", "무산"];

    private static readonly FrozenSet<string> English = """
        not no nor never none nobody nothing neither without cannot can't don't doesn't didn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't
        if unless until provided providing except only but however although though whether despite instead rather
        refuse refused refuses decline declined declines reject rejected rejects deny denied denies oppose opposed opposes opposing against stop halt ban banned withdraw withdrew withdrawn lack lacks lacked fail failed fails
        hardly barely scarcely less fewer least unlikely impossible
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool StandIn(string text) =>
        Korean.Any(turn => (text + " ").Contains(turn, StringComparison.Ordinal))
        || text.Contains("n't", StringComparison.OrdinalIgnoreCase) || text.Contains("n’t", StringComparison.OrdinalIgnoreCase)
        || Tokens.In(text).Any(t => English.Contains(text[t.Span.Start..t.Span.End]));
}
