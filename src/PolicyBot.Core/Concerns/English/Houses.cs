using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>The bodies that a speaker's name may hold: "Jane Doe, head of policy at Company A" holds Company A.</summary>
internal static class Houses
{
    /// <summary>Each row of capitals between the posts and the small words; what stands behind an "of" also by itself, unless it belongs to the name of a body: Bank of Example.</summary>
    public static IEnumerable<string> In(string name)
    {
        var tokens = EnglishTokens.Of(name, new(0, name.Length));
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            while (end < tokens.Count && (IsOwn(tokens[end]) || (end > i && IsJoint(tokens[end]) && end + 1 < tokens.Count && IsOwn(tokens[end + 1])))) end++;
            if (end > i) yield return name[tokens[i].Start..tokens[end - 1].End];
            for (var of = i + 1; of + 1 < end; of++)
            {
                if (tokens[of].Lower is "of" or "for" && !NounLexicon.BodyHeads.Contains(tokens[of - 1].Lower)) yield return name[tokens[of + 1].Start..tokens[end - 1].End];
            }

            i = end + 1;
        }
    }

    private static bool IsOwn(EnglishToken token) => (token.Capital || token.Kind == EnglishTokenKind.Number) && !AffiliationReader.IsPost(token);

    private static bool IsJoint(EnglishToken token) => token.Lower is "of" or "for" or "and" or "&";
}
