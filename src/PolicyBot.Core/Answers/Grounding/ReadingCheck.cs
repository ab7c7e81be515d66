using PolicyBot.Text;

namespace PolicyBot.Answers.Grounding;

/// <summary>
/// Whether a model's reading of a follow-up holds only what its thread holds: organisations, people, subjects, numbers and days of the question itself or of those before it,
/// and a catalogue's other name for these. Whatever the question says must still be in it, and it must ask the same kind of thing.
/// </summary>
internal sealed class ReadingCheck
{
    private const int Longest = 300;

    private readonly QuestionReader _reader;
    private readonly DateOnly _today;
    private readonly string _words;
    private readonly Question _own;
    private readonly List<string> _known;
    private readonly HashSet<string> _organisations;
    private readonly HashSet<string> _topics;

    public ReadingCheck(QuestionReader reader, string words, ThreadContext context, DateOnly today)
    {
        (_reader, _today) = (reader, today);
        _words = FollowUpCues.WithoutOpening(words).Remaining;
        _own = reader.Read(_words, today);
        List<string> sources = [words, .. context.Earlier, .. context.Parties, .. context.Subject, context.Period ?? "", context.MeetingDay ?? ""];
        _known = [.. sources.SelectMany(CitedWords.Content).Distinct(StringComparer.Ordinal)];
        var read = sources.ConvertAll(s => reader.Read(s, today));
        _organisations = [.. read.SelectMany(Named)];
        _topics = [.. read.SelectMany(r => r.Topics)];
    }

    /// <summary>Why the reading may not stand; null when it may.</summary>
    public string? FindFault(string reading)
    {
        if (reading.Length is 0 or > Longest || reading.AsSpan().ContainsAny(GateWords.Markup)) return "is empty, too long or holds mark-up";
        if (Languages.Detect(reading) != Languages.Detect(_words)) return "is in another language";
        var read = _reader.Read(reading, _today);
        if (_own.Kind is not (QuestionKind.Free or QuestionKind.WhatRaised) && read.Kind != _own.Kind) return "asks something else";
        if (Named(read).FirstOrDefault(name => !_organisations.Contains(name)) is { } stranger) return $"names {stranger}";
        List<string> known = [.. _known, .. read.AsWritten.Values.SelectMany(CitedWords.Content)];
        var labels = read.Terms.Where(t => t.NamesTopic && t.Topics.Any(_topics.Contains)).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var words = CitedWords.Content(reading).ToList();
        if (words.Find(w => !known.Exists(k => CitedWords.SameWord(w, k)) && !labels.Contains(SubjectWords.Strip(w)) && !IsAsking(w)) is { } added) return $"adds '{added}'";
        var kept = SubjectWords.Read(_words, _own.Language).Where(w => !FollowUpCues.SaysNothing(w.Whole) && !FollowUpCues.SaysNothing(w.Stem) && !QuestionVocabulary.Common.Contains(w.Stem)).Select(w => w.Whole);
        return kept.FirstOrDefault(k => !CitedWords.Content(k).All(part => words.Exists(w => CitedWords.SameWord(w, part)))) is { } dropped ? $"leaves '{dropped}' out" : null;
    }

    private static IEnumerable<string> Named(Question read) => read.Organisations.Select(o => o.Name).Concat(read.Repliers).Concat(read.AsWritten.Keys);

    /// <summary>Words of asking and binding, and of how meetings run: they name nobody and nothing.</summary>
    private static bool IsAsking(string word) =>
        !word.Any(char.IsDigit) && (GateWords.IsFree(word, Concerns.StatementKind.Request) || QuestionVocabulary.EnglishAsking.Contains(word) || (Hangul.IsHangul(word[0]) && !SubjectWords.Read(word, Language.Korean).Any()));
}
