using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>A question as it was understood. Everything here comes from its words; nothing is guessed from the archive.</summary>
public sealed record Question
{
    public required string Text { get; init; }

    public required Language Language { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>Organisations named, by canonical name, without those that are asked for their answer.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>Government bodies named, with the bodies they came from and went into: whose answer is asked for.</summary>
    public IReadOnlyList<string> Repliers { get; init; } = [];

    /// <summary>Canonical name -> as the question writes it.</summary>
    public IReadOnlyDictionary<string, string> AsWritten { get; init; } = new Dictionary<string, string>();

    /// <summary>Words that may be names of people or of organisations that no catalogue knows; the archive decides.</summary>
    public IReadOnlyList<string> NameCandidates { get; init; } = [];

    /// <summary>Of these the ones that begin with a known name and go on: a body of its own, whether the archive knows it or not.</summary>
    public IReadOnlyList<string> UnlistedNames { get; init; } = [];

    /// <summary>Words that stand where a question puts the one who speaks ("파이저가 … 요청했나", "Did Pfizer ask …"): whom no record knows is denied by name.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What the question is about, apart from names, dates and the asking itself.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    /// <summary>Null when the question names no day.</summary>
    public QuestionPeriod? Period { get; init; }

    /// <summary>When what was promised is due ("10월까지 하기로 한 약속", "promised by June"): no day on which it was said. Null when the question names none.</summary>
    public QuestionPeriod? Due { get; init; }

    public DateOnly? From => Period?.From;

    public DateOnly? To => Period?.To;

    /// <summary>Whether the question speaks of one meeting ("24일 간담회에서 …").</summary>
    public bool AboutMeeting { get; init; }

    /// <summary>Whether it asks for confirmation ("정말 … 했나?"): the answer then says what the record says, not yes.</summary>
    public bool Verifies { get; init; }

    /// <summary>Whether it asks for an answer or a promise, not just for what somebody said.</summary>
    public bool AsksForReply { get; init; }

    /// <summary>The strength that the question takes for granted ("결정했나", "have they decided"); null when none.</summary>
    public ReplyStrength? Presumed { get; init; }
}

/// <param name="Text">Without particle or ending; lower case.</param>
/// <param name="Weight">1 for a telling word, less for words that stand in most records.</param>
/// <param name="Topics">Topics that the word shows: a statement on such a topic answers to it in other words, or in the other language.</param>
/// <param name="Other">The same in the other language, where known.</param>
/// <param name="NamesTopic">Whether it is a name of the topic itself rather than of something special within it.</param>
public sealed record QuestionTerm(string Text, double Weight, IReadOnlyList<string> Topics, IReadOnlyList<string> Other, bool NamesTopic);

public enum QuestionKind
{
    /// <summary>Who raised this?</summary>
    WhoRaised,

    /// <summary>What did this party raise?</summary>
    WhatRaised,

    /// <summary>What was answered?</summary>
    Replied,

    /// <summary>What was promised, and by when?</summary>
    Promised,

    /// <summary>What has no answer?</summary>
    Unanswered,

    /// <summary>What came up at this meeting?</summary>
    MeetingSummary,

    /// <summary>Which meetings come?</summary>
    Upcoming,

    /// <summary>Who was there, where and when was it?</summary>
    Attended,

    /// <summary>How often did this come up?</summary>
    Count,

    /// <summary>Anything else: the statements and passages that fit best.</summary>
    Free,
}
