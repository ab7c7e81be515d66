using PolicyBot.Chat;

namespace PolicyBot.Tests.Access.Rights;

/// <summary>Who may see what, in its own words and by nothing of the program: a grade is a number, a group a word.</summary>
internal static class RightsOracle
{
    public static bool MaySee(Dictionary<string, (int Grade, string[] Groups)> rules, Conversation place, bool guest, int grade, string? group)
    {
        if (guest || place.Kind == ConversationKind.Public || place.Kind == ConversationKind.Shared) return grade == 0 && group == null;
        var side = place.Kind == ConversationKind.Direct ? "direct" : "private";
        foreach (var name in new[]
        {
            place.Platform + "/" + place.Workspace + "/" + place.Channel,
            place.Platform + "/" + place.Workspace + "/" + side,
            place.Platform + "/" + place.Workspace,
            place.Platform + "/" + side,
            place.Platform,
        })
        {
            if (!rules.TryGetValue(name, out var rule)) continue;
            return grade <= rule.Grade && (group == null || rule.Groups.Contains(group));
        }

        return grade == 0 && group == null;
    }
}
