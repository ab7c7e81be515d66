using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>A curator's decision on one statement. It holds for these words in this record, however often the record is read anew.</summary>
/// <param name="Attribution">Who said it in truth; null when nobody did, and the statement is withdrawn.</param>
/// <param name="Was">Who was told to have said it: the history.</param>
public sealed record Correction(RecordId Record, string Words, Attribution? Attribution, Attribution Was, string By, string? Reason, DateTimeOffset At)
{
    /// <summary>Why it cannot be made; null when it can. A level is named only by names that stand in the text.</summary>
    public static string? FindFault(Attribution corrected, string text)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        ArgumentNullException.ThrowIfNull(text);
        var names = corrected.Names;
        if (corrected.Level is AttributionLevel.Unattributed) return names.Count > 0 ? "An unattributed statement has no name. / 말한 사람이 밝혀지지 않은 발언(unattributed)에는 이름이 없습니다." : null;
        if (names.Count == 0) return "Name who said it. / 누가 말했는지 이름을 쓰십시오.";
        var words = SpeakerNames.Fold(text);
        return names.FirstOrDefault(n => !words.Contains(SpeakerNames.Fold(n), StringComparison.Ordinal)) is { } foreign ? $"'{foreign}' does not stand in the record: nobody is named whom the text does not name. / '{foreign}'은(는) 기록에 없습니다. 글에 없는 이름은 쓸 수 없습니다." : null;
    }

    /// <summary>From the words of a decision; null withdraws the statement.</summary>
    public static bool TryRead(string? decision, string? name, out Attribution? attribution)
    {
        attribution = null;
        if ("withdraw".Equals(decision, StringComparison.OrdinalIgnoreCase)) return true;
        if (!Enum.TryParse<AttributionLevel>(decision, ignoreCase: true, out var level) || char.IsAsciiDigit(decision![0])) return false;
        attribution = new(level, name?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [], []);
        return true;
    }

    /// <summary>The same words in other spacing are the same words.</summary>
    public bool IsOf(string words) => SpeakerNames.Fold(words) == SpeakerNames.Fold(Words);
}
