using System.Globalization;
using System.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>The figures of an evaluation as plain text, for a terminal or a log.</summary>
public static class AttributionTable
{
    public static string Of(AttributionScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var text = new StringBuilder();
        Line($"{"",-18}{"labelled",9}{"found",7}{"right",7}{"precision",11}{"recall",8}{"F1",8}");
        Found("statements", scores.Statements);
        foreach (var (kind, share) in scores.Kind) Found("  " + kind, share);
        Found("reply links", scores.ReplyLinks);
        Line($"level {scores.LevelAccuracy:F3}  name {scores.NameAccuracy:F3}  strength {scores.StrengthAccuracy:F3}  due {scores.DueAccuracy:F3}  topic {scores.TopicAccuracy:F3}");
        Line($"false attributions {scores.FalseAttributions} ({scores.FalseAttributionShare:P1} of named)  inventions {scores.Inventions}  upgrades {scores.StrengthUpgrades}");
        Line($"{"",-18}{"examples",9}{"F1",7}{"level",8}{"false",7}{"invented",10}{"upgrades",10}");
        foreach (var (name, slice) in scores.ByLanguage.Concat(scores.BySlice))
            Line($"{name,-18}{slice.Examples,9}{slice.F1,7:F3}{slice.LevelAccuracy,8:F3}{slice.FalseAttributions,7}{slice.Inventions,10}{slice.StrengthUpgrades,10}");

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());
        void Found(string name, FoundShare s) =>
            Line($"{name,-18}{s.Labelled,9}{s.Found,7}{s.Right,7}{s.Precision,11:F3}{s.Recall,8:F3}{s.F1,8:F3}");
    }
}
