using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>One walk through a record, front to back, keeping who spoke last and what was asked.</summary>
internal sealed class RecordWalk
{
    private readonly string _text;
    private readonly SentenceReader _sentences;
    private readonly TurnReader _turns;
    private readonly Judge _judge;
    private readonly Carry _carry = new();
    private readonly HashSet<string> _askedWords = new(StringComparer.Ordinal);
    private readonly HashSet<SourceSpan> _spans = [];
    private readonly List<DraftStatement> _drafts = [];
    private bool _askedInLastTurn;

    public RecordWalk(Record record, NameReader names, Cast cast, DateOnly? today)
    {
        var subjects = new NounPhrases(record.Text, names, cast);
        var clauses = new ClauseReader(subjects, new(subjects), new(subjects), new(subjects));
        _sentences = new(subjects, clauses, new(subjects), new(subjects), new(subjects), new(subjects), new(subjects, clauses));
        _turns = new(record.Text, subjects, names);
        _judge = new(record.Text, new(record.Text, today));
        _text = record.Text;
        foreach (var (office, fullest) in cast.Offices()) _carry.Appoint(office, fullest);
    }

    public List<DraftStatement> Read(List<Section> sections)
    {
        foreach (var section in sections)
        {
            if (section.Label is { } label && _turns.Speaker(label, _carry) is { } speaker) Turn(section, speaker);
            else if (section.Label is null) Prose(section);
        }

        return _drafts;
    }

    private void Turn(Section section, Speaker speaker)
    {
        var asked = _askedInLastTurn;
        _askedInLastTurn = false;
        foreach (var tokens in section.Sentences)
        {
            foreach (var claim in TurnReader.Read(tokens, speaker, asked)) Add([.. _judge.Of(claim, tokens, section.Span, asked).Select(d => asked ? d : d with { Aim = ReplyAim.Nothing })], tokens, 0);
        }

        _askedInLastTurn |= asked && speaker.Side == Side.Government;
    }

    private void Prose(Section section)
    {
        var scene = 0;
        foreach (var tokens in section.Sentences)
        {
            if (Background.Is(tokens)) continue;
            if (Background.LeavesRoom(tokens)) scene = 1;
            foreach (var (noun, from, to) in Carry.DescribedBodies(tokens)) _carry.Describe(noun, _text[tokens[from].Start..tokens[to - 1].End]);
            var context = new SourceSpan(tokens[0].Start, tokens[^1].End);
            foreach (var claim in _sentences.Read(tokens, _carry)) Add(_judge.Of(claim, tokens, context, SharesAsk(tokens, claim)), tokens, scene);
        }
    }

    private void Add(List<DraftStatement> drafts, List<EnglishToken> tokens, int scene)
    {
        foreach (var draft in drafts)
        {
            if (!_spans.Add(draft.Span)) continue;
            _drafts.Add(draft with { Scene = scene });
            if (draft.Kind is not (StatementKind.Concern or StatementKind.Request) || draft.ByGovernment) continue;
            _askedInLastTurn = true;
            foreach (var token in tokens)
            {
                if (draft.Span.Contains(token.Start) && Stem(token) is { } stem) _askedWords.Add(stem);
            }
        }
    }

    private bool SharesAsk(List<EnglishToken> tokens, Claim claim)
    {
        for (var i = claim.From; i < claim.To; i++)
        {
            if (Stem(tokens[i]) is { } stem && _askedWords.Contains(stem)) return true;
        }

        return false;
    }

    /// <summary>Enough of a word to see that an answer speaks of what was asked.</summary>
    private static string? Stem(EnglishToken token) =>
        token.IsWord && token.Lower.Length > 3 && !NounLexicon.NoNames.Contains(token.Lower) && !NounLexicon.StateBodies.Contains(token.Lower) ? token.Lower[..Math.Min(5, token.Lower.Length)] : null;
}
