using System.Collections.Frozen;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Telling words of a question that no record holds: what its other words find may be about something else.</summary>
internal sealed class MissingWords(IRetriever retriever)
{
    /// <summary>Each costs a search; of a pasted page nobody wants all.</summary>
    private const int Most = 4;

    /// <summary>What colours the asking, and what is left of "didn't".</summary>
    private static readonly FrozenSet<string> Colour = FrozenSet.Create(
        StringComparer.Ordinal,
        "혹시", "도대체", "대체", "여태", "여태껏", "제일", "요즘", "요새", "주로", "특히", "가장", "계속", "자꾸", "드디어", "결국", "당시", "실제", "과연", "그간", "그동안", "많이", "제대로", "분명", "아마", "일단", "따로", "각각", "서로", "함께", "바로", "이제", "벌써", "어제", "오늘",
        "didn", "doesn", "don", "isn", "wasn", "aren", "weren", "hasn", "haven", "hadn", "won", "wouldn", "couldn", "shouldn", "ain", "ve", "re", "ll", "else", "anything", "something", "nothing", "someone", "exactly", "actually", "most", "more", "less", "especially", "just", "also", "too", "very", "back", "together", "instead");

    private static readonly string[] EnglishForms = ["ing", "ed", "er", "est", "ly", "ive", "al", "able", "ous", "ful"];

    /// <summary>In the order of the question.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(Question question, IReadOnlyList<FoundPassage> passages, Clearance clearance, CancellationToken cancellationToken)
    {
        // A record of the other language holds none of the words, whatever it is about.
        if (!passages.Any(p => Languages.Detect(p.Passage.Text) == question.Language)) return [];
        var missing = new List<string>();
        foreach (var term in question.Terms.Where(t => Tells(t) && IsNoun(question, t.Text) && !IsHeld(t, passages)).Take(Most))
        {
            // By itself, for among all words of the question a passage with this one alone may come late.
            var own = await retriever.FindPassagesAsync(new() { Text = term.Text, Clearance = clearance }, cancellationToken);
            if (!IsHeld(term, own)) missing.Add(AsWritten(question, term.Text));
        }

        return missing;
    }

    /// <summary>Half of the telling words gone, nothing holds the question together: 수입 alone is not 바나나 수입.</summary>
    public static bool Undo(Question question, IReadOnlyList<string> missing) => missing.Count > 0 && missing.Count * 2 >= question.Terms.Count(t => t.Weight >= 1);

    /// <summary>Which words these are, and what to do without them.</summary>
    /// <param name="isAnswered">Whether what the other words find is shown below.</param>
    public static string Tell(IReadOnlyList<string> missing, bool isAnswered, Phrases phrases) => phrases.Pick(
        $"기록에 나오지 않는 말: {string.Join(", ", missing.Select(w => $"‘{w}’"))}. {(isAnswered ? "나머지 말로 찾은 것입니다." : "다른 말로 바꾸거나 빼고 다시 물으십시오.")}",
        $"No record holds the word{(missing.Count == 1 ? "" : "s")} {string.Join(", ", missing.Select(w => $"“{w}”"))}. {(isAnswered ? "What follows was found by the other words." : "Ask again in other words, or without it.")}");

    /// <summary>A word of a topic, or one with a word for it in the other language, may be told in other words.</summary>
    private static bool Tells(QuestionTerm term) => term is { Weight: >= 1, Topics.Count: 0, Other.Count: 0 } && !Colour.Contains(term.Text);

    /// <summary>Verbs and adjectives stand in too many forms to be missed.</summary>
    private static bool IsNoun(Question question, string word)
    {
        var at = question.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        if (!Hangul.IsHangul(word[^1])) return !EnglishForms.Any(e => word.EndsWith(e, StringComparison.Ordinal));
        var (from, to) = (at + word.Length, at + word.Length);
        while (to < question.Text.Length && Hangul.IsHangul(question.Text[to])) to++;
        var particle = question.Text.AsSpan(from, to - from);
        // Who is asked about (미지사가 … 요청했나) is no subject of the asking.
        return from == to || (KoreanStems.IsParticle(particle) && !(question.Verifies && particle is [var only] && "이가은는".Contains(only, StringComparison.Ordinal)));
    }

    /// <summary>바나나, not 바나: behind two syllables the last one is more often part of the word than the particle that it was taken for.</summary>
    private static string AsWritten(Question question, string word)
    {
        var end = question.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) + word.Length;
        return end < question.Text.Length && question.Text[end] == '나' && word.Length <= 2 ? word + '나' : word;
    }

    private static bool IsHeld(QuestionTerm term, IReadOnlyList<FoundPassage> passages) =>
        passages.Any(p => Squeezed.Of($"{p.Passage.Title} {p.Passage.Speaker} {p.Passage.Text}").Cover(term.Text) > 0);
}
