using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Reads a question with what its thread is about: "그럼 정부는 뭐라고 답했어?" asks for the answer to what was just asked. A question that stands by itself takes nothing.</summary>
/// <param name="prompted">Null without a model.</param>
public sealed class FollowUps(IArchive archive, IRetriever retriever, QuestionReader reader, PromptedReading? prompted)
{
    private readonly StatementFinder _finder = new(archive, retriever);

    /// <summary>As a model reads it, where there is one and its reading holds nothing of its own; else as the rules do.</summary>
    public async Task<SelfContained> CompleteAsync(string text, ThreadContext? context, DateOnly today, Clearance clearance, Asker asker, CancellationToken cancellationToken)
    {
        var ruled = await CompleteAsync(text, context, today, clearance, cancellationToken);
        if (prompted is null || context is not { Earlier.Count: > 0 }) return ruled;
        if (await prompted.ReadAsync(QuestionText.Clean(text), ruled, context, today, asker, cancellationToken) is not { } question) return ruled;
        var about = await DescribeAsync(question, reader.Read(question, today), clearance, cancellationToken);
        return new(question, true, about.After(context, question));
    }

    public async Task<SelfContained> CompleteAsync(string text, ThreadContext? context, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = QuestionText.Clean(text);
        var (opened, rest) = FollowUpCues.WithoutOpening(words);
        // "What about Samsung SDS?" asks nothing by itself: the opening is no asking.
        var own = await DescribeAsync(rest, reader.Read(rest, today), clearance, cancellationToken);
        if (context is null || FollowUpCues.Read(rest, opened, own) is not { } cue || Inherit(own, cue, context) is not { } full) return new(words, false, own.After(context, words));
        var question = cue.Elliptic ? FollowUpWording.Ask(full) : FollowUpWording.Complete(rest, own, full);
        return question == words ? new(words, false, own.After(context, words)) : new(question, true, full.After(context, question));
    }

    /// <summary>What the question takes from its thread: only what it leaves open itself. Null when that is nothing.</summary>
    private static ThreadContext? Inherit(ThreadContext own, FollowUpCue cue, ThreadContext context)
    {
        var about = own;
        // "인허가는?" asks the same of another subject, "다라전자는?" of another party, "8월은?" of other days.
        if (cue.Elliptic) about = about with { Kind = own.Parties.Count > 0 && context.Kind == QuestionKind.WhoRaised ? QuestionKind.WhatRaised : context.Kind };
        if (own.Subject.Count == 0) about = about with { Subject = context.Subject };
        if (own.Period is null) about = about with { Period = cue.SameMeeting ? context.MeetingDay ?? context.Period : context.Period };
        // Who said it, and who was there, is asked of everybody.
        if (own.Parties.Count == 0 && about.Kind is not (QuestionKind.WhoRaised or QuestionKind.Attended)) about = about with { Parties = context.Parties };
        var taken = about.Subject.Count > own.Subject.Count || about.Parties.Count > own.Parties.Count || (about.Period is not null && own.Period is null) || cue.Elliptic;
        return taken ? about with { Meeting = cue.SameMeeting ? context.Meeting : null } : null;
    }

    private async Task<ThreadContext> DescribeAsync(string words, Question read, Clearance clearance, CancellationToken cancellationToken)
    {
        var found = await _finder.ResolveAsync(read, clearance, cancellationToken);
        IReadOnlyList<string> parties = [.. read.AsWritten.Values.Concat(found.Select(p => p.Display)).Distinct(StringComparer.Ordinal).Take(6)];
        var whole = SubjectWords.Read(words, read.Language).DistinctBy(w => w.Stem).ToDictionary(w => w.Stem, w => w.Whole, StringComparer.Ordinal);
        var subject = read.Terms.Select(t => t.Text).Where(t => !FollowUpCues.SaysNothing(t) && !parties.Any(p => p.Contains(t, StringComparison.OrdinalIgnoreCase)) && !found.Any(f => f.Includes(t)))
            .Select(t => AsNoun(t, whole.GetValueOrDefault(t))).Take(10).ToList();
        return new(read.Kind, read.Language, parties, subject, Period(words, read), null);
    }

    /// <summary>인허가 and 신뢰도 end like words with a particle: in doubt the word stays as it was written.</summary>
    private static string AsNoun(string stem, string? whole) => whole is [.., '가' or '도' or '의' or '로' or '이'] && whole.Length == stem.Length + 1 ? whole : stem;

    private static string? Period(string words, Question read) => read.Period switch
    {
        null => null,
        { AnyYear: true, Spans: [var span, ..] } => span.Of(words),
        { From: { } from, To: { } to } when from == to => Day(from),
        { From: { } from, To: { } to } => read.Language == Language.Korean ? $"{Day(from)}부터 {Day(to)}까지" : $"{Day(from)} to {Day(to)}",
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
