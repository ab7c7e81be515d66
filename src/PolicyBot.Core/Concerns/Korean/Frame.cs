using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>One report inside a sentence: where the content ends, what reports it, and where the speaker may stand.</summary>
internal sealed record Frame
{
    public required FrameKind Kind { get; init; }

    /// <summary>The word that the content ends in.</summary>
    public required int Comp { get; init; }

    /// <summary>Where the content ends in the source.</summary>
    public required int End { get; init; }

    /// <summary>The last word of the report; what follows is a new clause.</summary>
    public required int Last { get; init; }

    /// <summary>The words in quotation marks, when the content is exactly those.</summary>
    public SourceSpan? Quote { get; init; }

    public Force Force { get; init; }

    /// <summary>What was done with the ask: "…라는 요구를 거절했다". The subject answers, it did not ask.</summary>
    public ReplyStrength? Response { get; init; }

    /// <summary>Where the content begins, when the speaker stands before a verb that is not part of it: "원한 것은 …".</summary>
    public int? First { get; init; }

    /// <summary>The noun or verb that reports; the speaker may also stand between the content and it.</summary>
    public int Cue { get; init; }
}

internal enum FrameKind
{
    /// <summary>…다고 말했다.</summary>
    Spoken,

    /// <summary>…다며: the verb is still to come.</summary>
    Chained,

    /// <summary>…다는 우려를 전했다, 세제 지원을 건의했다.</summary>
    Active,

    /// <summary>세제 지원을 건의했다: the content is a noun.</summary>
    Named,

    /// <summary>…다는 의견이 나왔다.</summary>
    Passive,

    /// <summary>A, B 등 의견이 개진됐다; A가 애로로 거론됐다.</summary>
    NamedPassive,

    /// <summary>…라는 요청에: somebody answers.</summary>
    Answered,

    /// <summary>…는 게 B협회의 주장이다.</summary>
    Owned,

    /// <summary>…다는 말을 들었다.</summary>
    Heard,

    /// <summary>…을 요청한 곳은 B협회다.</summary>
    Cleft,
}
