using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Reads a question by rules: what is asked, about whom, about what, and when.</summary>
public sealed class QuestionReader(Organisations organisations, Topics topics)
{
    /// <summary>Each is looked up in the archive; nobody asks after more.</summary>
    private const int MostNames = 12;

    private static readonly string[] KoreanMeetingWords = ["간담회", "회의", "토론회", "라운드테이블", "설명회", "전략대화", "공청회", "협의회", "면담"];
    private static readonly string[] EnglishMeetingWords = ["meeting", "roundtable", "consultation", "session", "hearing", "forum", "talks"];

    /// <param name="today">The day that "지난달" or "last week" count from.</param>
    public Question Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var language = Languages.Detect(text);
        var kind = QuestionCues.Read(text, language, out var verifies);
        var all = organisations.FindIn(text, new(0, text.Length), today);
        var longer = all.Select(m => LongerName.At(text, m.Span)).OfType<string>().ToList();
        var mentions = all.Where(m => LongerName.At(text, m.Span) is null).ToList();
        var period = QuestionPeriod.Find(text, today);
        var rest = Blank(text, mentions.Select(m => m.Span).Concat(period?.Spans ?? []));
        var asked = mentions.Select(m => m.Organisation).Distinct().ToList();
        // "과기정통부는 뭐라고 답했나" asks for the ministry's answer, not for what the ministry raised.
        var asksForReply = QuestionCues.AsksForReply(text, language);
        var raisers = asked.Where(o => o.Kind != OrganisationKind.Government).ToList();
        // "과기정통부가 지원을 요구했나" does ask for what the ministry raised.
        if (raisers.Count == 0 && verifies && !asksForReply && kind is QuestionKind.WhatRaised or QuestionKind.Free) raisers = asked;
        // The asking itself must show no topic: 간담회 and 답변 are words of how meetings run.
        var found = topics.FindIn(string.Join(' ', SubjectWords.Read(rest, language).Where(w => !IsMeetingWord(w.Stem)).Select(w => w.Whole)));
        var terms = ReadTerms(rest, language, found);
        IReadOnlyList<string> speakers = kind is QuestionKind.Upcoming or QuestionKind.Attended or QuestionKind.WhoRaised ? [] : [.. AskedSpeakers.Find(rest, language).Where(MayBeName).Take(MostNames)];
        var names = kind is QuestionKind.Upcoming ? [] : longer.Concat(NameCandidates.Find(rest, language)).Where(MayBeName).Distinct(StringComparer.Ordinal).Take(MostNames).ToList();
        // What a party raised and what it heard in return stand together in the ledger: asked for both, both are shown.
        var heard = (raisers.Count + speakers.Count > 0 || names.Exists(NameCandidates.IsAskerByTitle)) && QuestionCues.AsksWhatWasHeard(text, language);
        // The answer to a party is the answer to what it raised, not whatever was answered to anybody.
        var addressed = mentions.Where(m => raisers.Contains(m.Organisation)).Select(m => (Name: m.Span.Of(text), IsBody: true))
            .Concat(names.Concat(speakers).Select(name => (Name: name, IsBody: AskedSpeakers.IsFirm(name))))
            .Any(party => AskedSpeakers.IsAnsweredTo(text, party.Name, party.IsBody, language));
        if (kind is QuestionKind.Replied && (heard || addressed)) kind = QuestionKind.WhatRaised;
        var due = kind is QuestionKind.Promised or QuestionKind.Replied && period?.IsDeadlineIn(text) == true;
        return new()
        {
            Text = text,
            Language = language,
            Kind = kind == QuestionKind.WhatRaised && raisers.Count == 0 && names.Count + speakers.Count == 0 && terms.Count > 0 ? QuestionKind.Free : kind,
            Repliers = [.. asked.Where(o => o.Kind == OrganisationKind.Government).SelectMany(WithRelated).Distinct(StringComparer.Ordinal)],
            AsksForReply = asksForReply,
            AsWritten = mentions.DistinctBy(m => m.Organisation.Name).ToDictionary(m => m.Organisation.Name, m => m.Span.Of(text), StringComparer.Ordinal),
            Organisations = kind is QuestionKind.Upcoming or QuestionKind.Attended or QuestionKind.MeetingSummary ? asked : raisers,
            NameCandidates = names,
            UnlistedNames = longer,
            Speakers = speakers,
            Topics = found,
            Terms = terms,
            Period = due ? null : period,
            Due = due ? period : null,
            AboutMeeting = (language == Language.Korean ? KoreanMeetingWords : EnglishMeetingWords).Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)),
            Verifies = verifies,
            Presumed = QuestionCues.ReadPresumed(text, language),
        };
    }

    /// <summary>"산업부" of today is the body of another name in older records.</summary>
    private IEnumerable<string> WithRelated(Organisation organisation) =>
        organisations.All.Where(o => o.Successors.Contains(organisation.Name)).Select(o => o.Name).Concat(organisation.Successors).Prepend(organisation.Name);

    private List<QuestionTerm> ReadTerms(string text, Language language, IReadOnlyList<string> found)
    {
        var terms = new List<QuestionTerm>();
        var lower = text.ToLowerInvariant();
        foreach (var phrase in BilingualTerms.EnglishPhrases)
        {
            var at = lower.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0) continue;
            terms.Add(Term(new(phrase, phrase), found));
            lower = lower.Remove(at, phrase.Length).Insert(at, new string(' ', phrase.Length));
        }

        terms.AddRange(SubjectWords.Read(lower, language).DistinctBy(w => w.Stem).Select(w => Term(w, found)));
        return [.. terms.Where(t => !IsMeetingWord(t.Text))];
    }

    private static bool IsMeetingWord(string word) => KoreanMeetingWords.Contains(word, StringComparer.Ordinal) || EnglishMeetingWords.Contains(word, StringComparer.Ordinal);

    /// <summary>A word of the field (AI, 전력) is no name, though somebody's company may carry it.</summary>
    private bool MayBeName(string word)
    {
        var lower = word.ToLowerInvariant();
        return word.Contains(' ', StringComparison.Ordinal)
            || (!QuestionVocabulary.Common.Contains(lower) && BilingualTerms.Translate(lower).Count == 0 && !topics.FindIn(lower).Any(slug => Names(slug, lower)));
    }

    private QuestionTerm Term(SubjectWord word, IReadOnlyList<string> found)
    {
        IReadOnlyList<string> other = BilingualTerms.Translate(word.Whole) is { Count: > 0 } whole ? whole : BilingualTerms.Translate(word.Stem);
        var common = QuestionVocabulary.Common.Contains(word.Stem) || QuestionVocabulary.Common.Contains(word.Whole) || other.Any(QuestionVocabulary.Common.Contains);
        IReadOnlyList<string> own = [.. topics.FindIn(word.Whole).Concat(topics.FindIn(word.Stem)).Intersect(found)];
        return new(word.Stem, common ? 0.25 : 1, own, other, own.Any(slug => Names(slug, word.Stem)));
    }

    private bool Names(string slug, string word) =>
        topics.All.FirstOrDefault(t => t.Slug == slug) is { } topic
        && (word.Length <= 2 || $"{topic.Korean} {topic.English} {slug}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Blank(string text, IEnumerable<SourceSpan> spans)
    {
        var chars = text.ToCharArray();
        foreach (var span in spans) Array.Fill(chars, ' ', span.Start, span.Length);
        return new(chars);
    }
}
