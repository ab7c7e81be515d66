using PolicyBot.Concerns;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers.Grounding;

/// <summary>The words that a sentence may use: those of the cited statements in their order, and anywhere those of speaker and day.</summary>
internal sealed class CitedWords
{
    private const int LongestCompound = 4;

    private readonly string _text;
    private readonly List<string> _words;
    private readonly List<string> _labels;

    public CitedWords(IReadOnlyList<StoredStatement> cited)
    {
        _text = string.Join('\n', cited.Select(c => c.Text));
        _words = [.. cited.SelectMany(c => Content(c.Text))];
        _labels = [.. cited.SelectMany(Labels).SelectMany(Content)];
    }

    /// <summary>The first word that is neither free for this kind of statement, nor a label, nor next in the cited words; null when there is none.</summary>
    public string? FindStranger(string text, StatementKind kind)
    {
        var next = 0;
        foreach (var word in Content(text))
        {
            if (GateWords.IsFree(word, kind)) continue;
            if (Find(word, next) is var end and > 0) next = end;
            else if (!_labels.Exists(label => SameWord(word, label))) return word;
        }

        return null;
    }

    /// <summary>The first word of what stands behind the last quotation when nothing there says what it does there: “…” 홍길동. Null when the speaker signs, or a word of reporting does.</summary>
    public string? FindSignature(string behind, StatementKind kind)
    {
        var words = Content(behind).ToList();
        return words.Exists(word => GateWords.IsFree(word, kind)) ? null : words.Find(word => !_labels.Exists(label => SameWord(word, label)));
    }

    /// <summary>The first word that is made the one who acts, while it is something else in the cited words: "홍길동에게 맡겨 달라" is no saying of 홍길동. Null when there is none.</summary>
    public string? FindNewSubject(string text, StatementKind kind)
    {
        var before = "";
        foreach (var token in Tokens.In(text))
        {
            var word = text[token.Span.Start..token.Span.End];
            var (stem, whole) = token.Kind != TokenKind.Hangul ? ("", "") : token.Glued && IsSubject(word) ? (before, before + word) : Split(word) is var (noun, particle) && IsSubject(particle) ? (noun, word) : ("", "");
            before = word;
            if (whole.Length > 0 && !GateWords.IsFree(whole, kind) && !_text.Contains(whole, StringComparison.Ordinal) && !_labels.Exists(label => SameWord(stem, label))) return stem;
        }

        return null;
    }

    private static (string Noun, string Particle) Split(string word) => (word[..KoreanStems.StemLength(word)], word[KoreanStems.StemLength(word)..]);

    private static bool IsSubject(string particle) => particle is "은" or "는" or "이" or "가" or "께서" or "께서는" or "도" or "측은" or "측이" or "에서는" or "에서" or "이라" or "이라고";

    /// <summary>Words and numbers without what only binds them. The letter of A협회장 is a part of the name: alone it would be an article.</summary>
    public static IEnumerable<string> Content(string text)
    {
        var letter = "";
        foreach (var token in Tokens.In(text))
        {
            var word = text[token.Span.Start..token.Span.End];
            var isBehindLatin = token is { Kind: TokenKind.Hangul, Glued: true };
            if (isBehindLatin && letter.Length > 0 && !KoreanStems.IsParticle(word)) (word, letter) = (letter + Split(word).Noun, "");
            if (letter.Length > 0) yield return letter;
            letter = token.Kind == TokenKind.Word && word.Length == 1 ? word.ToLowerInvariant() : "";
            if (letter.Length > 0 || (isBehindLatin && KoreanStems.IsParticle(word))) continue;
            yield return token.Kind == TokenKind.Word ? word.ToLowerInvariant() : word;
        }

        if (letter.Length > 0) yield return letter;
    }

    /// <summary>The same word, whatever particle or ending it carries.</summary>
    public static bool SameWord(string a, string b)
    {
        if (a == b) return true;
        if (Hangul.IsHangul(a[0]) != Hangul.IsHangul(b[0])) return false;
        if (!Hangul.IsHangul(a[0])) return !char.IsDigit(a[0]) && EnglishStem(a).SequenceEqual(EnglishStem(b));
        var x = a.AsSpan(0, KoreanStems.StemLength(a));
        var y = b.AsSpan(0, KoreanStems.StemLength(b));
        return x.SequenceEqual(y) || (x.Length > 1 && x.Length == y.Length && x[..^1].SequenceEqual(y[..^1]) && SameSyllableBody(x[^1], y[^1]));
    }

    /// <summary>The position behind the word, or behind the words that it is a compound of, from <paramref name="from"/> on; 0 when it does not come any more.</summary>
    private int Find(string word, int from)
    {
        for (var i = from; i < _words.Count; i++)
        {
            if (SameWord(word, _words[i])) return i + 1;
            var compound = _words[i];
            for (var j = i + 1; j < _words.Count && j - i < LongestCompound && compound.Length < word.Length; j++)
            {
                compound = compound[..(Hangul.IsHangul(compound[0]) ? KoreanStems.StemLength(compound) : compound.Length)] + _words[j];
                if (SameWord(word, compound)) return j + 1;
            }
        }

        return 0;
    }

    private static IEnumerable<string> Labels(StoredStatement cited)
    {
        if (cited.Statement.Attribution.Level != AttributionLevel.Unattributed)
            foreach (var name in cited.Statement.Attribution.Names) yield return name;
        // Not its title and place: these may hold the name of somebody who was there.
        if (cited.Meeting is { } meeting)
        {
            foreach (var day in Days(meeting.Date?.First, meeting.Date?.Day is null)) yield return day;
        }
        else if (cited.Record.Published is { } published)
        {
            foreach (var day in Days(published, false)) yield return day;
        }
    }

    private static IEnumerable<string> Days(DateOnly? day, bool isMonth)
    {
        if (day is not { } d) yield break;
        yield return $"{d.Year} {d.Month} {GateWords.Months[d.Month - 1]}";
        if (!isMonth) yield return $"{d.Day}";
    }

    // 늦어진다 and 늦어지고: the last syllable of the stem differs in its final only.
    private static bool SameSyllableBody(char a, char b) => (a - Hangul.FirstSyllable) / 28 == (b - Hangul.FirstSyllable) / 28;

    /// <summary>Endings of number, tense and person off: enough to let "asks" meet "asked", too little to let "union" meet "universe".</summary>
    private static ReadOnlySpan<char> EnglishStem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word.AsSpan(0, word.Length - ending.Length).TrimEnd('e');
        return word.AsSpan().TrimEnd('e');
    }
}
