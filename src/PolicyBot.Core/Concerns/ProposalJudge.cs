using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>
/// Decides on the proposals of a second reader. Words that do not stand in the record, and names that do not, are inventions and fall. What the rules read stands.
/// A proposal adds content alone: its level is never above what the rules found in the very sentence, which mostly is nobody.
/// </summary>
internal sealed class ProposalJudge(Record record, IReadOnlyList<Meeting> meetings, IReadOnlyList<DraftStatement> ruled)
{
    private const int Shortest = 6;
    private const int Longest = 400;

    private readonly List<TextPart> _speech = [.. record.Parts.Where(p => p.Kind is TextPartKind.Body or TextPartKind.Turn)];

    public (IReadOnlyList<DraftStatement> Accepted, IReadOnlyList<Disagreement> Disagreements) Judge(IEnumerable<ProposedStatement> proposed)
    {
        List<DraftStatement> accepted = [];
        List<Disagreement> disagreements = [];
        foreach (var one in proposed)
        {
            if (Place(one) is not { } span || accepted.Exists(a => a.Span.Overlaps(span))) continue;
            if (ruled.FirstOrDefault(r => r.Span.Overlaps(span)) is { } known)
            {
                if (Share(known.Span, span) >= 0.5 && Contradicts(one, known)) disagreements.Add(new(span, Reading(one), new(known.Kind, known.Level, known.Names)));
                continue;
            }

            var sentence = SentenceOf(span);
            if (Fits(one, span, sentence) is { } draft) accepted.Add(draft);
            else disagreements.Add(new(span, Reading(one), null));
        }

        return (accepted, disagreements);
    }

    /// <summary>Where the words stand; null for words or names that the record does not have, and for what is no speech of a meeting.</summary>
    private SourceSpan? Place(ProposedStatement one)
    {
        var quote = one.Quote.Trim();
        if (quote.Length is < Shortest or > Longest) return null;
        var named = one.Level >= AttributionLevel.Organisation;
        if (named && (one.Speaker.Trim().Length < 2 || !record.Text.Contains(one.Speaker.Trim(), StringComparison.Ordinal))) return null;
        foreach (var part in _speech)
        {
            var at = record.Text.IndexOf(quote, part.Span.Start, part.Span.Length, StringComparison.Ordinal);
            if (at < 0) continue;
            var span = new SourceSpan(at, at + quote.Length);
            return meetings.Any(m => m.Told.Any(t => t.Contains(span))) ? span : null;
        }

        return null;
    }

    /// <summary>Null when it goes to a person: an answer (how binding it is, only the rules grade), a denial around it, or more of a speaker than the sentence supports.</summary>
    private DraftStatement? Fits(ProposedStatement one, SourceSpan span, SourceSpan sentence)
    {
        if (one.Kind is StatementKind.Reply or StatementKind.Commitment) return null;
        var around = record.Text[sentence.Start..span.Start] + " " + record.Text[span.End..sentence.End];
        if (Denials.StandIn(around)) return null;
        var evidence = ruled.Where(r => sentence.Contains(r.Span) && r.Kind is not (StatementKind.Reply or StatementKind.Commitment)).ToList();
        var same = evidence.Find(e => e.Level == one.Level && (one.Level < AttributionLevel.Organisation || Names(one, e)));
        if (one.Level > AttributionLevel.Unattributed && same is null) return null;
        return new() { Kind = one.Kind, Span = span, Context = sentence, Level = same?.Level ?? AttributionLevel.Unattributed, Names = same?.Names ?? [], Scene = same?.Scene ?? 0, Aim = ReplyAim.Nothing };
    }

    /// <summary>Another side of the table, another speaker, or a surer one.</summary>
    private static bool Contradicts(ProposedStatement one, DraftStatement known) =>
        IsAnswer(one.Kind) != IsAnswer(known.Kind) || one.Level > known.Level
        || (one.Level >= AttributionLevel.Organisation && known.Level >= AttributionLevel.Organisation && !Names(one, known));

    private static bool Names(ProposedStatement one, DraftStatement known) =>
        known.Names.Any(n => n.Contains(one.Speaker.Trim(), StringComparison.Ordinal) || one.Speaker.Contains(n, StringComparison.Ordinal));

    private static bool IsAnswer(StatementKind kind) => kind is StatementKind.Reply or StatementKind.Commitment;

    private static ReadAs Reading(ProposedStatement one) => new(one.Kind, one.Level, one.Level >= AttributionLevel.Organisation ? [one.Speaker.Trim()] : []);

    /// <summary>Of both stretches together, how much they have in common.</summary>
    private static double Share(SourceSpan a, SourceSpan b) => (double)Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));

    private SourceSpan SentenceOf(SourceSpan span)
    {
        var part = _speech.Find(p => p.Span.Contains(span))!.Span;
        IReadOnlyList<SourceSpan> sentences = Languages.Detect(part.Of(record.Text)) == Language.Korean ? KoreanSentences.Split(record.Text, part) : EnglishSentences.Of(record.Text, part);
        var touched = sentences.Where(s => s.Overlaps(span)).ToList();
        return touched.Count == 0 ? part : new(Math.Min(span.Start, touched[0].Start), Math.Max(span.End, touched[^1].End));
    }
}
