namespace PolicyBot.Concerns.Korean;

/// <summary>The main verb at the end of what was said, with its helpers and without its objects: "따져보겠다", "꾸리기로했다".</summary>
internal static class VerbPhrase
{
    private const int Longest = 5;

    /// <summary>Verbs that carry no sense of their own: the word before them does.</summary>
    private static readonly string[] Helpers =
    [
        "보겠", "본다", "보려", "보는", "볼", "보도록", "있", "없", "하겠", "했", "한다", "하고", "하기로", "하려", "할", "합", "하는", "한", "계획", "예정", "방침", "중", "것", "나가", "나갈", "가겠", "가고", "갈", "주겠", "주고", "줄", "드리", "놓", "놨", "두", "둔", "싶", "않", "못", "바", "다하", "다할", "기울", "쏟", "들어가", "들어갔", "생각", "입장", "뜻", "목표", "수", "상태", "단계",
        "상황", "되", "될", "됐", "이어", "아니", "어렵", "곤란", "불가", "힘들", "나서", "나설", "내겠", "모으", "세우", "세웠", "밟", "기로", "임", "구상", "실정", "작정", "각오", "그렇게", "적이", "여지", "가능", "둘러", "받겠", "받아", "두겠", "두었", "둬", "넣겠", "셈", "정했", "밝혔", "받고", "진행", "추진", "시작했", "착수", "착수했",
    ];

    public static string Of(string content)
    {
        var words = content.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length - 1;
        while (first > 0 && words.Length - first < Longest && Array.Exists(Helpers, h => words[first].StartsWith(h, StringComparison.Ordinal))) first--;
        return first < 0 ? "" : Tail.Of(string.Concat(words[first..]));
    }
}
