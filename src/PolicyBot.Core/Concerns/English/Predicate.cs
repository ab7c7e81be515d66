namespace PolicyBot.Concerns.English;

/// <summary>What a verb says about its content.</summary>
internal enum Act
{
    /// <summary>Said, noted: the content tells what it is.</summary>
    Report,
    Concern,
    Request,
    Position,

    /// <summary>Heard, took note: an answer of the lowest step.</summary>
    Hearing,

    /// <summary>Rejected, ruled out.</summary>
    Refusal,

    /// <summary>Promised, pledged, agreed to.</summary>
    Promise,

    /// <summary>Asked whether, thanked, attended: no statement, yet the clause has its verb.</summary>
    None,
}

/// <summary>A verb phrase with what it governs: tokens <c>From</c> to <c>To</c>; the content starts at <c>To</c>.</summary>
/// <param name="Answers">Replied, in response: the words answer what was just said.</param>
/// <param name="Tells">That-clause or quotation rather than a noun phrase.</param>
internal sealed record Predicate(Act Act, int From, int To, VerbForm Form, bool Answers = false, bool Tells = false);
