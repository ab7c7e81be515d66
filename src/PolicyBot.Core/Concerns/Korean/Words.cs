using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Cuts a sentence into <see cref="Word"/>s; what is quoted becomes one word, so that only the reporter's grammar is left.</summary>
internal static class Words
{
    private const int LongestBracket = 60;

    public static IReadOnlyList<Word> Of(string text, SourceSpan sentence)
    {
        var cut = new Cut(text, sentence);
        var i = sentence.Start;
        while (i < sentence.End) i = cut.Take(i);
        cut.Close();
        return cut.Done;
    }

    private sealed class Cut(string text, SourceSpan sentence)
    {
        private readonly StringBuilder _letters = new();
        private List<int> _offsets = [];
        private SourceSpan? _quote;
        private SourceSpan? _bracket;
        private bool _listed;

        public List<Word> Done { get; } = [];

        public int Take(int i)
        {
            var c = text[i];
            switch (c)
            {
                case '“' or '"' or '‘' or '\'' or '「' or '『':
                    return TakeQuote(i);
                case '(' or '[' or '（' or '<' or '〈':
                    return TakeBracket(i);
                // "간담회=A협회 홍길동 회장은": the heading ends there.
                case ',' or ';' or '、' or '=':
                    Close();
                    if (Done.Count > 0) Done[^1].CommaAfter = true;
                    return i + 1;
                case '▲' or '△' or '▷' or '▶' or '◆':
                    Close();
                    _listed = true;
                    return i + 1;
                case '.' or '?' or '!' or '…' when i + 1 >= sentence.End || !char.IsLetterOrDigit(text[i + 1]):
                    return i + 1;
            }

            // A closing mark whose partner was forgotten parts no word from its ending: 없다”고.
            if (c == '”') return i + 1;
            if (c == ' ' && _offsets.Count > 0 && _bracket is null && HasParticleBehindBracket(i + 1)) return i + 1;
            if (char.IsWhiteSpace(c) || c is '→' or '⇒' or '’' or ':' || char.IsSurrogate(c)) Close();
            else Letter(c, i);
            return i + 1;
        }

        public void Close()
        {
            if (_offsets.Count == 0 && _quote is null && _bracket is null) return;
            if (_offsets.Count == 0 && _quote is null && Done.Count > 0 && Done[^1].Bracket is null)
                Done[^1] = Done[^1] with { Bracket = _bracket };
            else
                Done.Add(new Word(_letters.ToString(), _offsets, _quote, _bracket, _listed));
            _letters.Clear();
            _offsets = [];
            (_quote, _bracket, _listed) = (null, null, false);
        }

        private void Letter(char c, int i)
        {
            _letters.Append(c);
            _offsets.Add(i);
        }

        private int TakeQuote(int open)
        {
            var partner = text[open] switch { '“' => '”', '‘' => '’', '「' => '」', '『' => '』', var same => same };
            var close = text.IndexOf(partner, open + 1, sentence.End - open - 1);
            if (close < 0) return open + 1;

            var inside = new SourceSpan(open + 1, close).Trim(text);
            if (!IsSpeech(inside, text[open])) return open + 1;
            Close();
            _quote = WithoutStop(inside);
            return close + 1;
        }

        /// <summary>‘전용 요금제’ is a name; “…” and ‘못 쓰겠다’ are speech.</summary>
        private bool IsSpeech(SourceSpan inside, char mark)
        {
            if (inside.Length < 2 || mark is '「' or '『') return false;
            var bare = WithoutStop(inside);
            var ends = bare.Length > 4 && text[bare.End - 1] is '다' or '요' or '까' or '냐' or '라' or '자' or '오' or '죠' or '함' or '음' or '임' or '것' or '려';
            return mark is '“' or '"' ? ends || inside.Of(text).Contains(' ', StringComparison.Ordinal) : ends && bare.Length > 5;
        }

        private SourceSpan WithoutStop(SourceSpan span)
        {
            var end = span.End;
            while (end > span.Start && text[end - 1] is '.' or ',' or '…' or '!' or '?' or ' ') end--;
            return span with { End = end };
        }

        /// <summary>"나루협회 (회장 성춘향)는": the particle belongs to the word before the bracket.</summary>
        private bool HasParticleBehindBracket(int open)
        {
            if (open >= sentence.End || text[open] != '(') return false;
            var close = text.IndexOf(')', open, Math.Min(sentence.End - open, LongestBracket));
            var end = close + 1;
            while (end < sentence.End && Hangul.IsSyllable(text[end])) end++;
            return close > 0 && text[(close + 1)..end] is "은" or "는" or "이" or "가" or "도" or "의" or "와" or "과" or "에서" or "에서는" or "에서도" or "에" or "을" or "를" or "에게" or "께서" or "께서는" or "측은";
        }

        private int TakeBracket(int open)
        {
            var partner = text[open] switch { '(' => ')', '[' => ']', '（' => '）', '〈' => '〉', _ => '>' };
            var close = text.IndexOf(partner, open + 1, Math.Min(sentence.End - open - 1, LongestBracket));
            if (close < 0) return open + 1;
            _bracket ??= new SourceSpan(open + 1, close).Trim(text);
            return close + 1;
        }
    }
}
