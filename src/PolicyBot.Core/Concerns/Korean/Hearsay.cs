namespace PolicyBot.Concerns.Korean;

/// <summary>Sentences in which the reporter speaks himself: surveys, guesses, what is known, what was said long ago.</summary>
internal static class Hearsay
{
    private static readonly string[] Ends =
    [
        "고한다", "것으로알려졌다", "것으로전해졌다", "고알려졌다", "고전해졌다", "고전해진다", "알려져있다", "것으로보인다", "전망이다", "전망된다", "관측이다", "관측이나온다", "것으로예상된다", "것으로전망된다", "것으로풀이된다", "것으로나타났다", "것으로조사됐다", "것으로집계됐다", "것으로분석됐다", "것으로관측된다", "해석이나온다", "분석이나온다", "전망이나온다", "지적이나온다", "우려가나온다", "목소리가나온다", "의견이나온다", "우려가크다", "지적이많다", "후문이다", "이유다", "분위기다", "상황이다", "실정이다",
    ];

    public static bool Is(string sentence)
    {
        var tail = Tail.Of(sentence);
        return Tail.EndsWithAny(tail, Ends) || sentence.Contains("조사에 따르면", StringComparison.Ordinal) || sentence.Contains("조사 결과", StringComparison.Ordinal) || sentence.Contains("조사에서", StringComparison.Ordinal) || sentence.Contains("설문", StringComparison.Ordinal) || sentence.Contains("통계에 따르면", StringComparison.Ordinal) || sentence.TrimEnd().EndsWith("ㄹ까", StringComparison.Ordinal);
    }
}
