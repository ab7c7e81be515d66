using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>How people talk in minutes: openings, procedure, questions.</summary>
internal static class TurnWords
{
    private static readonly string[] Openings = ["예", "네", "아니요", "아닙니다", "아니오", "아", "음", "저기", "그럼", "자", "위원장님", "위원님", "장관님", "차관님", "국장님", "의장님", "그리고", "그런데", "또", "또한", "그러니까", "말씀드리겠습니다", "존경하는", "안녕하세요", "글쎄요", "맞습니다", "그렇습니다", "다만", "한편", "특히", "먼저", "우선", "아울러"];

    private static readonly string[] Procedure =
    [
        "상정한다", "선포한다", "선포하겠다", "산회를선포하겠다", "개의를선포하겠다", "상정하겠다", "질의하시겠다", "질의해주시겠다", "발언하시겠다", "답변하시겠다", "말씀하시겠다", "개의하겠다", "산회하겠다", "정회하겠다", "속개하겠다", "개회하겠다", "폐회하겠다", "시작하겠다", "마치겠다", "진행하겠다", "넘어가겠다", "말씀드리겠다", "말씀해주시기바란다", "말씀해주십시오", "말씀주시기바란다", "답변해주시기바란다", "답변해주십시오", "발언해주시기바란다", "발언해주십시오", "발언하시기바란다", "질의해주시기바란다", "질의하시기바란다", "질의하겠다", "여쭙겠다", "묻겠다", "질문하겠다", "질문드리겠다", "의결하고자한다", "가결되었음을선포한다", "양해해주시기바란다", "양해바란다", "양해부탁드린다", "착석해주시기바란다", "나와주시기바란다", "정리해주시기바란다", "소개해드리겠다", "소개하겠다", "보고드리겠다", "보고하겠다", "설명드리겠다", "답변드리겠다", "제안설명하겠다", "발표하겠다", "듣겠다", "듣도록하겠다", "받겠다", "받도록하겠다", "하도록하겠다말씀", "정숙해주시기바란다", "들어가겠다", "선출하겠다", "회의를열겠다", "순서다", "순서이다", "감사하다", "감사드린다", "고맙다", "수고하셨다", "이상이다", "마무리하겠다", "종료하겠다", "심사하겠다", "토론하겠다", "표결하겠다", "이어가겠다", "말씀을드리겠다", "드리도록하겠다", "심의하겠다", "송구하다", "죄송하다", "보고를드리겠다", "갈음하겠다", "대신하겠다", "청취하겠다", "말씀드린다", "부탁드리겠다말씀", "말씀부탁드린다", "소개부탁드린다", "발언부탁드린다", "답변부탁드린다", "말씀하시기바란다", "제출해주시기바란다", "확인해주시기바란다",
    ];

    private static readonly string[] Paraphrase = ["하셨지요", "하셨죠", "하셨는데", "말씀하셨", "하신것", "하셨습니까", "하셨나요", "맞습니까", "맞지요", "맞나요"];

    public static SourceSpan WithoutOpening(string text, SourceSpan sentence)
    {
        var start = sentence.Start;
        for (var taken = 0; taken < 4; taken++)
        {
            var rest = text.AsSpan(start, sentence.End - start);
            var comma = rest.IndexOf(',');
            var head = comma is > 0 and < 12 ? rest[..comma].Trim() : [];
            if (head.IsEmpty || !IsOpening(head)) break;
            start += comma + 1;
        }

        return new SourceSpan(start, sentence.End).Trim(text);
    }

    private static bool IsOpening(ReadOnlySpan<char> head)
    {
        foreach (var opening in Openings)
        {
            if (head.SequenceEqual(opening)) return true;
        }

        return head.EndsWith("님", StringComparison.Ordinal);
    }

    /// <summary>No promise and no complaint from a sentence that was not finished.</summary>
    public static bool IsBrokenOff(string words) => words.EndsWith('…') || words.EndsWith("…….", StringComparison.Ordinal) || words.EndsWith("….", StringComparison.Ordinal) || words.EndsWith('—') || words.EndsWith("...", StringComparison.Ordinal);

    public static bool IsProcedure(string tail, string words) => Tail.EndsWithAny(tail.Replace("도록하겠다", "겠다", StringComparison.Ordinal), Procedure) || Tail.ContainsAny(Tail.Close(words), Paraphrase) || ComingMeetings.IsNext(words);

    public static bool IsQuestion(string words, string tail) => words.TrimEnd().EndsWith('?') || tail.EndsWith('냐') || tail.EndsWith('까');

    private static readonly string[] Facts = ["언제", "몇 ", "얼마", "어디", "무엇", "어떤", "왜 ", "누가", "누구"];

    /// <summary>"언제까지 줄 수 있습니까?": a question for information.</summary>
    public static bool AsksForFacts(string words) => Array.Exists(Facts, f => words.Contains(f, StringComparison.Ordinal));

    public static bool IsPromise(string tail) => (tail.EndsWith('게') && tail.Length > 1 && Hangul.IsSyllable(tail[^2]) && Hangul.FinalIndex(tail[^2]) == 8) || tail.EndsWith("겠다", StringComparison.Ordinal) || tail.EndsWith("예정이다", StringComparison.Ordinal) || tail.EndsWith("계획이다", StringComparison.Ordinal) || tail.EndsWith("방침이다", StringComparison.Ordinal);
}
