namespace PolicyBot.Records.Layout;

/// <summary>Decides whether a text is a transcript at all. An article may hold one line like <c>주제: …</c>; a transcript is made of such lines.</summary>
internal static class Transcript
{
    /// <summary>The lines that begin a turn; empty when the text is no transcript.</summary>
    public static Dictionary<int, TurnMark> FindTurns(string text, IReadOnlyList<TextLine> lines)
    {
        Dictionary<int, TurnMark> found = [], owned = [];
        var introduction = new NameIntroduction(text);
        for (var i = 0; i < lines.Count; i++)
        {
            if (TurnMark.Read(text, lines[i]) is not { } mark) continue;
            if (!mark.IsCircled) found.Add(i, mark);
            else if (introduction.Stands(mark.Speaker)) found.Add(i, mark with { Weight = LabelWeight.Strong });
            else if (SpeakerLabel.IsNameWithParty(mark.Speaker.Of(text))) owned.Add(i, mark);
        }

        if (found.Count == 0) return found;
        var repeated = found.Values.GroupBy(m => m.Speaker.Of(text), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        if (!IsTranscript(text, lines, found, repeated)) return [];
        foreach (var (line, mark) in found)
        {
            var label = mark.Speaker.Of(text);
            if (mark.Weight == LabelWeight.Weak && !mark.Certain && !repeated.Contains(label) && !SpeakerLabel.IsFullName(label)) found.Remove(line);
        }

        // "○홍길동(A협회):" proves no transcript, for a matter and its owner are written so too; inside of one it is a turn.
        foreach (var (line, mark) in owned) found.Add(line, mark);
        return found;
    }

    private static bool IsTranscript(string text, IReadOnlyList<TextLine> lines, Dictionary<int, TurnMark> found, HashSet<string> repeated)
    {
        var spoken = found.Where(f => IsSpeech(text, lines, f.Key, f.Value)).ToList();
        var certain = spoken.Count(f => f.Value.Certain);
        var strong = spoken.Count(f => f.Value.Weight == LabelWeight.Strong);
        if (certain >= 2 || strong >= 2 || (strong == 1 && spoken.Count >= 2)) return true;
        if (strong == 1 && (spoken.Exists(f => f.Value is { Certain: true }) || IsFirst(lines, spoken[0].Key))) return true;
        var named = spoken.Count(f => repeated.Contains(f.Value.Speaker.Of(text)) || SpeakerLabel.IsFullName(f.Value.Speaker.Of(text)));
        return named >= 2 && named * 3 >= lines.Count(l => !l.IsBlank);
    }

    /// <summary>Whether sentences follow: an attendance list such as <c>간사: 향단</c> has the same shape and none.</summary>
    private static bool IsSpeech(string text, IReadOnlyList<TextLine> lines, int line, TurnMark mark)
    {
        var words = text.AsSpan(mark.Speech, Math.Max(0, lines[line].Span.End - mark.Speech));
        if (words.IsEmpty) return line + 1 < lines.Count && !lines[line + 1].IsBlank;
        return words.Length >= 30 || words[^1] is '.' or '?' or '!' or '。' or '…' or '-' or '”' or '"' or ']'
            || (words.Length >= 5 && words[^1] is '다' or '까' or '요' or '죠' or '오');
    }

    private static bool IsFirst(IReadOnlyList<TextLine> lines, int line)
    {
        for (var i = 0; i < line; i++)
        {
            if (!lines[i].IsBlank) return false;
        }

        return true;
    }
}
