using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads reported speech in running text, sentence by sentence.</summary>
internal sealed class PressReader(string text, SpeakerSearch search, Hosts hosts, DueReader due, Carry carry)
{
    private readonly List<DraftStatement> _drafts = [];
    private (SourceSpan Quote, SourceSpan Sentence)? _pending;

    public IReadOnlyList<DraftStatement> Drafts => _drafts;

    public void Read(SourceSpan sentence)
    {
        var words = Words.Of(text, sentence);
        if (words.Count == 0) return;
        carry.Begin(words);
        Scenes.Enter(carry, sentence.Of(text));
        if (words.Count == 1 && words[0] is { Quote: { } alone, Text.Length: 0 } bare)
        {
            ReadQuote(bare, alone, sentence);
            return;
        }

        var frames = Hearsay.Is(sentence.Of(text)) ? [] : Frames.Find(words);
        if (frames.Count == 0) ReadUnframed(words, sentence);
        else ReadFrames(words, frames, sentence);
        _pending = null;
    }

    /// <summary>“…”(A사 대표), or a quotation whose speaker the next sentence tells.</summary>
    private void ReadQuote(Word word, SourceSpan quote, SourceSpan sentence)
    {
        if (word.Bracket is { } bracket && search.InBracket(bracket) is { } speaker) Add(quote, speaker, Force.Neutral, sentence);
        else _pending = (quote, sentence);
    }

    private void ReadFrames(IReadOnlyList<Word> words, IReadOnlyList<Frame> frames, SourceSpan sentence)
    {
        var start = 0;
        Speaker? current = null;
        var isChain = false;
        Speaker? among = null;
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var turn = Wisher(words, start, frame) ?? search.Find(words, start, frame, current, isChain, carry);
            if (frame.Kind is FrameKind.Passive or FrameKind.NamedPassive)
            {
                if (turn.Speaker.Level == AttributionLevel.Unattributed && among is not null && !SpeakerSearch.HasPlace(words, start, frame.Comp)) turn = turn with { Speaker = among };
                among = turn.IsExplicit ? turn.Speaker : among;
            }

            Tell(words, frame, turn, frame.Kind == FrameKind.Chained ? ChainForce(words, frames, i, turn.Speaker) : frame.Force, sentence);
            var responder = frame.Response is { } step ? Respond(words, start, frame, step, sentence) : null;
            current = responder ?? (frame.Kind is FrameKind.Answered or FrameKind.Heard or FrameKind.Passive or FrameKind.NamedPassive ? current : turn.Speaker);
            isChain = frame.Kind == FrameKind.Chained || Continues(words[frame.Last].Text);
            if (Ends(words[frame.Last].Text) || (frame.Kind == FrameKind.Spoken && frame.Last == frame.Comp)) (current, isChain) = (null, false);
            start = frame.Last + 1;
        }

        if (start < words.Count) ReadRest(words, start, current, sentence);
    }

    /// <summary>"산업부는 …라는 요청을 거절했다": what the subject did with the ask is its answer.</summary>
    private Speaker? Respond(IReadOnlyList<Word> words, int start, Frame frame, ReplyStrength step, SourceSpan sentence)
    {
        if (search.Subject(words, start, frame.Comp)?.Speaker is not { Side: Side.Government } official) return null;
        carry.Hear(official);
        // "요구를 받아들여 가산율을 높이기로 했다": the act that follows tells more.
        if (words[frame.Last].Text.EndsWith('여') || words[frame.Last].Text.EndsWith('해')) return official;
        var span = new SourceSpan(words[frame.Cue].Start, words[frame.Last].End);
        _drafts.Add(Drafting.Make(text, span, official, SpeechKinds.Answer(step), sentence, carry.Scene, due) with { Strength = step, Aim = ReplyAim.Previous });
        return official;
    }

    /// <summary>"표 이사장이 원한 것은 …": who wished stands before the verb, what was wished behind it.</summary>
    private SpeakerSearch.Turn? Wisher(IReadOnlyList<Word> words, int start, Frame frame) =>
        frame.First is { } first ? (search.Possessor(words, start, frame.Cue) ?? search.Subject(words, start, frame.Cue)) is { } wisher ? new(wisher.Speaker, first, true) : new(carry.Last ?? Speaker.Nobody with { Side = Side.Stakeholder }, first, false) : null;

    /// <summary>"…라며 웃었다" and an official's "…라며 넘어갔다" report nothing; "…라며 반대했다" is a complaint.</summary>
    private static Force ChainForce(IReadOnlyList<Word> words, IReadOnlyList<Frame> frames, int i, Speaker speaker)
    {
        if (i + 1 < frames.Count) return Force.Neutral;
        for (var at = frames[i].Last + 1; at < words.Count; at++)
        {
            if (ReportingVerbs.Read(words, at) is { } verb) return verb.Force is Force.Request or Force.Answer ? Force.Neutral : verb.Force;
        }

        return speaker.Side == Side.Government ? Force.Denied : Force.Neutral;
    }

    private static bool Continues(string verb) => verb.EndsWith('며') || verb.EndsWith("면서", StringComparison.Ordinal) || verb.EndsWith("면서도", StringComparison.Ordinal) || verb.EndsWith('고');

    /// <summary>말하자, 요구한 반면: somebody else follows.</summary>
    private static bool Ends(string verb) => verb.EndsWith('자') || verb.EndsWith('한') || verb.EndsWith("는데", StringComparison.Ordinal);

    /// <summary>"…제안하고 정부는 제도를 고치기로 했다": the last clause may be told, not quoted.</summary>
    private void ReadRest(IReadOnlyList<Word> words, int start, Speaker? current, SourceSpan sentence)
    {
        if (search.Subject(words, start, words.Count) is { } subject) ReadNarrated(words, subject.Last + 1, subject.Speaker, sentence);
        else if (current is { Side: Side.Government } && !SpeakerSearch.HasTopic(words, start)) ReadNarrated(words, start, current, sentence);
    }

    /// <summary>"업계는 심각하다고 본다": what people think at large is background, what a named one thinks is a position.</summary>
    private static bool IsView(string verb) => verb is "본다" or "보고" or "여긴다" or "믿는다" or "생각한다";

    private void Tell(IReadOnlyList<Word> words, Frame frame, SpeakerSearch.Turn turn, Force force, SourceSpan sentence)
    {
        if (turn.IsSilent || (IsView(words[frame.Last].Text) && !turn.Speaker.IsNamed)) return;
        if (turn.Speaker.Level > AttributionLevel.Unattributed || turn.IsExplicit) carry.Hear(turn.Speaker);
        else if (frame.Kind is FrameKind.Passive or FrameKind.NamedPassive) carry.Forget();
        foreach (var piece in Contents.Of(text, words, frame, turn.ContentFirst)) Add(piece.Span, turn.Speaker, piece.Force ?? Undeny(piece.Span, frame, force), sentence, frame.Kind);
    }

    /// <summary>“새기겠다”며 자리를 떴다: an official who leaves with an answer has answered.</summary>
    private Force Undeny(SourceSpan content, Frame frame, Force force) =>
        force == Force.Denied && frame.Kind == FrameKind.Chained && StrengthLadder.Grade(content.Of(text)) is not (null or ReplyStrength.Explained) ? Force.Neutral : force;

    private static readonly string[] Answering = ["이에 대해", "이에 대하여", "이에 ", "이 질문에", "이 지적에", "이 요청에", "이 건의에", "그러자 "];

    /// <param name="whole">The content as a sentence of its own, where its ending was cut off.</param>
    private void Add(SourceSpan content, Speaker speaker, Force force, SourceSpan sentence, FrameKind kind = FrameKind.Spoken, string? whole = null)
    {
        var side = kind is FrameKind.Passive or FrameKind.NamedPassive or FrameKind.Answered or FrameKind.Heard && !speaker.IsNamed ? Side.Stakeholder : speaker.Side;
        if (whole is null && Contents.Sentences(text, content) is { } sentences)
        {
            for (var i = 0; i < sentences.Count; i++) Add(sentences[i], speaker, i == sentences.Count - 1 ? force : Force.Neutral, sentence, kind);
            return;
        }

        if (force == Force.Answer && side != Side.Government && speaker.Names.Any(n => OrganisationShapes.IsPublic(n) || OrganisationShapes.IsPublic(n.Split(' ')[0]))) side = Side.Government;
        if (force is Force.Neutral && side == Side.Government && Answering.Any(a => sentence.Of(text).StartsWith(a, StringComparison.Ordinal))) force = Force.Answer;
        var words = whole ?? content.Of(text);
        if (side == Side.Government && Contents.Answers(text, content) is { } answers)
        {
            Add(answers.First, speaker, force, sentence, kind, answers.First.Of(text) + "다");
            Add(answers.Second, speaker, force, sentence, kind);
            return;
        }

        if (side != Side.Government && force is Force.Neutral or Force.Plea or Force.Position && IsProposal(content)) force = Force.Request;
        if (SpeechKinds.Of(words, hosts.Of(speaker, side), force) is not { } found) return;
        if (kind is FrameKind.Named or FrameKind.NamedPassive && found.Kind is StatementKind.Position or StatementKind.Concern && force is Force.Neutral or Force.Plea && !ConcernWords.EndsInNoun(words)) found = new(StatementKind.Request);
        if (found.Kind == StatementKind.Position && speaker.Level == AttributionLevel.Unattributed) return;
        if (IsTold(content)) return;
        _drafts.Add(Drafting.Make(text, content, speaker, found, sentence, carry.Scene, due));
    }

    /// <summary>쪼개자고, “띄우자”고: behind 고 only a verb ends like this, never 투자 or 참석자.</summary>
    private bool IsProposal(SourceSpan content)
    {
        if (text[content.End - 1] != '자') return false;
        var at = content.End;
        while (at < text.Length && text[at] is '.' or '!' or '”' or '"' or '’' or '\'') at++;
        return at < text.Length && text[at] is '고' or '며' or '는' or '면';
    }

    private bool IsTold(SourceSpan content) => _drafts.Exists(d => d.Span.Overlaps(content));

    private void ReadUnframed(IReadOnlyList<Word> words, SourceSpan sentence)
    {
        var subject = search.Subject(words, 0, words.Count);
        if (_pending is { } owned && (search.Voice(words) ?? search.Named(words)) is { } voice) Add(owned.Quote, voice, Force.Neutral, owned.Sentence);
        else if (_pending is { } pending && subject is not null && TakesTheWord(words)) Add(pending.Quote, subject.Speaker, Force.Neutral, pending.Sentence);
        else if (_pending is { } anonymous && subject is null && TakesTheWord(words) && !words[0].Text.StartsWith('그')) Add(anonymous.Quote, Speaker.Nobody with { Side = Side.Stakeholder }, Force.Neutral, anonymous.Sentence);
        else if (_pending is { } lone && carry.Last is not null && subject is null) Add(lone.Quote, carry.Last, Force.Neutral, lone.Sentence);

        ReadBracketed(words, sentence);
        if (subject is not null)
        {
            carry.See(subject.Speaker);
            if (Roused(words, subject.Speaker)) carry.Hear(subject.Speaker);
            ReadNarrated(words, subject.Last + 1, subject.Speaker, sentence);
        }
        else if (carry.Last is { Side: Side.Government } last)
        {
            ReadCarried(words, last, sentence);
        }
    }

    private static readonly string[] Taking = ["말이다", "말입니다", "마이크를", "하소연이다", "호소다", "지적이다", "주장이다", "목소리다", "토로다", "말했다", "입을", "이렇게", "발언이다", "바람이다", "얘기다", "이야기다", "설명이다", "한마디다", "불만이다", "우려다", "당부다", "반응이다", "고개를", "한숨", "손을", "눈시울", "목소리를", "물었", "되물", "반문했", "따져", "외쳤", "하소연했", "호소했", "지적했", "답했", "잘라", "응수", "털어놨", "털어놓", "운을", "거들", "덧붙", "꼬집", "토로했", "쏘아붙", "못을", "선을"];

    private static bool TakesTheWord(IReadOnlyList<Word> words) => words.Any(w => Taking.Any(t => w.Text.StartsWith(t, StringComparison.Ordinal)));

    /// <summary>"저마다 어려움을 꺼냈다": the asks follow without a speaker.</summary>
    private static bool Roused(IReadOnlyList<Word> words, Speaker speaker) =>
        speaker.Level == AttributionLevel.Participants && words.Any(w => w.Text.StartsWith("꺼냈", StringComparison.Ordinal) || w.Text.StartsWith("쏟아냈", StringComparison.Ordinal) || w.Text.StartsWith("토로", StringComparison.Ordinal) || w.Text.StartsWith("털어놨", StringComparison.Ordinal) || w.Text.StartsWith("털어놓", StringComparison.Ordinal) || w.Text.StartsWith("제기", StringComparison.Ordinal) || w.Text.StartsWith("내놨", StringComparison.Ordinal) || w.Text.StartsWith("호소", StringComparison.Ordinal));

    private void ReadBracketed(IReadOnlyList<Word> words, SourceSpan sentence)
    {
        foreach (var word in words)
        {
            if (word is { Quote: { } quote, Bracket: { } bracket, Text.Length: 0 } && search.InBracket(bracket) is { } speaker) Add(quote, speaker, Force.Neutral, sentence);
        }

        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] is { Quote: { } said, Text.Length: 0 } && IsColon(words[i - 1].End, said.Start) && search.At(words, i - 1) is { } labelled) Add(said, labelled, Force.Neutral, sentence);
        }
    }

    /// <summary>탁현수 조합장: “…”</summary>
    private bool IsColon(int from, int to) => to > from && to - from < 6 && text.AsSpan(from, to - from).Contains(':');

    private void ReadNarrated(IReadOnlyList<Word> words, int first, Speaker speaker, SourceSpan sentence)
    {
        if (first >= words.Count) return;
        first = Adjuncts.Skip(words, first, words.Count - 1, keepTime: !Narration.IsListening(words[^1].Text));
        var content = new SourceSpan(words[first].Start, words[^1].End);
        if (speaker.Side == Side.Government) NarrateOfficial(content, speaker, sentence);
        else if (words.Any(w => w.Text == "따르면") && SpeechKinds.Of(content.Of(text), speaker.Side, Force.Neutral) is { Kind: not StatementKind.Position } && speaker.IsNamed) Add(content, speaker, Force.Neutral, sentence);
    }

    private void NarrateOfficial(SourceSpan content, Speaker speaker, SourceSpan sentence)
    {
        var words = content.Of(text);
        if (!Narration.IsAnswer(words) || SpeechKinds.Of(words, Side.Government, Force.Neutral, told: true) is not { } found) return;
        if (IsTold(content) || (found.Strength == ReplyStrength.Decided && Narration.IsHistory(words))) return;
        carry.Hear(speaker);
        var draft = Drafting.Make(text, content, speaker, found, sentence, carry.Scene, due);
        _drafts.Add(carry.IsAside ? draft with { Aim = ReplyAim.Nothing } : draft);
    }

    /// <summary>"세부 일정은 추후 공개할 예정이다."</summary>
    private void ReadCarried(IReadOnlyList<Word> words, Speaker last, SourceSpan sentence)
    {
        var content = new SourceSpan(words[Adjuncts.Skip(words, 0, words.Count - 1, keepTime: true)].Start, words[^1].End);
        if (Narration.IsPlan(content.Of(text))) NarrateOfficial(content, last, sentence);
    }
}
