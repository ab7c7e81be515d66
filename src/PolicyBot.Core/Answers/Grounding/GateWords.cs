using System.Buffers;
using System.Collections.Frozen;
using PolicyBot.Concerns;
using PolicyBot.Text;

namespace PolicyBot.Answers.Grounding;

/// <summary>What a model may write of its own accord, and what it may not.</summary>
internal static class GateWords
{
    /// <summary>Anything that a chat could take for a link, a mention or a layout.</summary>
    public static readonly SearchValues<char> Markup = SearchValues.Create("<>@#|`*_~[]{}\\/");

    public static readonly IReadOnlyList<string> Months =
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"];

    private static readonly FrozenSet<string> Binding = Set("""
        것 수 등 및 더 또 또한 그 이 저 두 세 한 있다 있는 있고 있으며 있어 있다는 있다고 있음 위해 위한 대해 대한 대하여 관해 관한 관련 관련해 통해 따라 따른 때문 때문에 함께 먼저 이어 그리고 그러면서 특히 아울러 점 점을 점이 점도 바 측 측은 쪽 내용 취지 취지로 이라며 라며 이라고 라고 하며 하면서 하고
        회의 회의에서 간담회 간담회에서 자리 자리에서 현장 현장에서 당시 이날 년 월 일 의 은 는 이 가 을 를 에 도 로 으로 과 와 에서 의견 의견을 이야기 했다 했습니다 말 말했다 말했습니다 밝혔다 밝혔습니다 전했다 전했습니다 언급했다 강조했다 설명했다
        a an the of to in on at by for from with about into over after before during through and or as that this these those there it its they them their he she his her who which what when where
        is are was were be been being has have had do does did also more further both same
        said says say told tell tells noted notes note stated stated added adds mentioned mentions point points meeting
        """);

    private static readonly FrozenSet<string> Raising = Set("""
        우려 우려를 우려했다 우려했습니다 지적 지적했다 지적했습니다 제기 제기했다 제기했습니다 문제 문제를 문제로 어려움 어려움을 애로 애로를 호소 호소했다 토로했다 꼽았다 들었다 필요 필요성 필요하다 필요하다고
        요청 요청했다 요청했습니다 건의 건의했다 건의했습니다 요구 요구했다 촉구했다 당부했다 제안 제안했다 바란다 바랐다 달라 달라고 주문했다
        raised raises raise raising concern concerns concerned worry worried warned warns asked asks ask asking requested requests request called calls call urged urges urge wants want wanted need needs needed problem problems issue issues proposed proposes suggestion suggested
        """);

    private static readonly FrozenSet<string> Answering = Set("""
        답 답했다 답했습니다 답변 답변했다 답변했습니다 대답했다 회신했다
        replied replies reply answered answers answer responded response
        """);

    /// <summary>Whether the word may stand without a source: it binds, or tells that somebody raised or answered what was raised or answered.</summary>
    public static bool IsFree(string word, StatementKind kind)
    {
        var own = kind switch
        {
            StatementKind.Concern or StatementKind.Request => Raising,
            StatementKind.Reply or StatementKind.Commitment => Answering,
            _ => Binding,
        };
        return Holds(Binding, word) || Holds(own, word);
    }

    private static bool Holds(FrozenSet<string> words, string word) =>
        words.Contains(word) || (Hangul.IsHangul(word[0]) && word.Length > 2 && words.Contains(word[..KoreanStems.StemLength(word)]));

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
