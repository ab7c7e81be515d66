using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Finds who speaks in one report: before the content, behind it, in the clause before, or in the sentence before.</summary>
internal sealed class SpeakerSearch(string text, SpeakerReader speakers)
{
    /// <param name="IsExplicit">The report itself names the speaker.</param>
    /// <param name="IsSilent">Somebody speaks whom the rules must not guess: nothing is recorded.</param>
    public sealed record Turn(Speaker Speaker, int ContentFirst, bool IsExplicit, bool IsSilent = false);

    public sealed record Candidate(int First, int Last, Speaker Speaker, Particles.Role Role, bool IsPronoun);

    public Turn Find(IReadOnlyList<Word> words, int start, Frame frame, Speaker? current, bool isChain, Carry carry)
    {
        var content = frame.Kind == FrameKind.Owned && frame.Cue < frame.Comp ? frame.Cue + 1 : Adjuncts.Skip(words, start, frame.Comp);
        if (frame.Kind is FrameKind.Passive or FrameKind.NamedPassive) return Passive(words, start, frame, carry);
        if (frame.Kind is FrameKind.Answered or FrameKind.Heard) return Asked(words, start, frame);
        if (Behind(words, frame) is { } behind) return new(behind.Speaker, content, true);

        var isAsk = AskEndings.Is(Tail.Of(text[words[content].Start..Math.Max(words[content].Start, frame.End)]));
        if (Before(words, start, frame, current, isChain, isAsk, carry) is { } first)
        {
            var before = Turned(words, first, frame) ?? first;
            var speaker = before.IsPronoun ? carry.Last ?? Speaker.Nobody : Same(before.Speaker, carry.Last) ?? before.Speaker;
            return new(speaker, Adjuncts.Skip(words, before.Last + 1, frame.Comp), true);
        }

        if (current is not null) return Strangers.Newcomer(words, start, frame, isAsk) ?? new(current, content, false);
        if (frame.Kind == FrameKind.Owned && frame.Cue < frame.Comp) return new(Speaker.Nobody with { Side = Side.Stakeholder }, content, false);
        if ((Strangers.Opening(words, start, frame, carry, isAsk) ?? Strangers.Newcomer(words, start, frame, isAsk)) is { } stranger) return stranger;
        return carry.Last is { } last && !IsElsewhere(words, start, frame, carry) ? new(last, content, false) : new(Speaker.Nobody with { Side = Side.Stakeholder }, content, false);
    }

    private static readonly string[] Firms = ["회사", "회사 측", "업체", "업체 측"];

    private static readonly string[] Societies = ["협회", "조합", "학회", "노조", "연합회", "협의회"];

    /// <summary>"A사 측에 따르면 …. 회사 측은 …": the firm that was just speaking, as no other has.</summary>
    private static Speaker? Same(Speaker unknown, Speaker? last) =>
        unknown is { Level: AttributionLevel.Unattributed, Names: [var words] } && Array.Exists(Firms, f => f == words) && last is { Level: AttributionLevel.Organisation, Side: not Side.Government, Names: [var name] } && !Array.Exists(Societies, s => name.EndsWith(s, StringComparison.Ordinal)) ? last : null;

    /// <summary>"농민들의 가장 큰 걱정은": whose it is.</summary>
    public Candidate? Possessor(IReadOnlyList<Word> words, int start, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(start, noun - 3); i--)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (role == Particles.Role.Of && speakers.Read(words, i, length, start) is { IsPronoun: false } m) return new(m.First, i, m.Speaker, role, false);
        }

        return null;
    }

    /// <summary>The subject of a clause without a report.</summary>
    public Candidate? Subject(IReadOnlyList<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (CandidateAt(words, i, start) is { IsPronoun: false } found && found.Role is not Particles.Role.Place) return found;
        }

        return OwnerAtEnd(words, start, end);
    }

    public Speaker? InBracket(SourceSpan bracket)
    {
        var words = Words.Of(text, bracket);
        return words.Count == 0 ? null : speakers.Read(words, words.Count - 1, words[^1].Text.Length)?.Speaker;
    }

    /// <summary>Who the words that end there name, with no particle: a label.</summary>
    public Speaker? At(IReadOnlyList<Word> words, int last) =>
        words[last].Text.Length > 0 && speakers.Read(words, last, words[last].Text.Length) is { IsPronoun: false } mention ? mention.Speaker : null;

    /// <summary>“…” 목소리를 높인 이는 윤서아 이사였다.</summary>
    public Speaker? Named(IReadOnlyList<Word> words)
    {
        var of = words.ToList().FindLastIndex(w => w.Text is "이는" or "사람은" or "쪽은" or "곳은" or "이도" or "사람도" or "것은" or "건" or "주인공은");
        var last = words[^1].Text;
        var ending = Array.Find(["이었다", "였다", "이다", "다"], e => last.Length > e.Length && last.EndsWith(e, StringComparison.Ordinal));
        return of >= 0 && ending is not null && speakers.Read(words, words.Count - 1, last.Length - ending.Length, of + 1) is { IsPronoun: false } mention ? mention.Speaker : null;
    }

    private static readonly string[] Voices = ["목소리", "말", "한숨", "하소연", "호소", "반문", "물음", "질문", "외침", "절규", "토로", "탄식", "얼굴", "표정", "어조", "말투", "음성", "답", "대답", "설명", "지적", "눈시울", "한마디", "발언", "항변"];

    /// <summary>“…” 강태윤 대표의 목소리가 높아졌다.</summary>
    public Speaker? Voice(IReadOnlyList<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Quote is not null) return null;
            var (length, role) = Particles.Strip(words[i].Text);
            if (role != Particles.Role.Of || !Array.Exists(Voices, v => words[i + 1].Text.StartsWith(v, StringComparison.Ordinal))) continue;
            return speakers.Read(words, i, length) is { IsPronoun: false } mention ? mention.Speaker : null;
        }

        return null;
    }

    /// <summary>"배비장 G사 이사의 말이다."</summary>
    private Candidate? OwnerAtEnd(IReadOnlyList<Word> words, int start, int end)
    {
        if (end - start < 2 || end != words.Count || ReportingNouns.Read(words[^1].Text) is null) return null;
        var (length, role) = Particles.Strip(words[end - 2].Text);
        return role == Particles.Role.Of && speakers.Read(words, end - 2, length, start) is { IsPronoun: false } m ? new(m.First, m.Last, m.Speaker, role, false) : null;
    }

    private Candidate? Before(IReadOnlyList<Word> words, int start, Frame frame, Speaker? current, bool isChain, bool isAsk, Carry carry)
    {
        // "금융위는 B협회가 늘려 달라고 한 데 따른 조치라고 했다": who asked stands next to the ask.
        if (frame.Kind == FrameKind.Spoken && words[frame.Last].Text is "한" or "했던" or "하는" or "요청한" or "요구한" or "건의한" or "촉구한")
        {
            for (var i = frame.Comp - 1; i > start; i--)
            {
                if (CandidateAt(words, i, start) is { Role: Particles.Role.Subject, IsPronoun: false } asker) return asker;
            }
        }

        Candidate? subject = null, place = null;
        for (var i = start; i < frame.Comp; i++)
        {
            if (CandidateAt(words, i, start) is not { } found || IsInClause(words, i, found) || !(Accepts(words, found, frame, current, isChain, isAsk, carry) || IsNextGroup(found, start, isChain, carry))) continue;
            if (found.Role == Particles.Role.Place) place ??= found;
            else if (found.Role == Particles.Role.Topic) return (subject is not null && subject.First == start && !isAsk) || (place is not null && !IsVenue(words, place) && !found.Speaker.IsNamed) ? subject ?? place! : found;
            else subject ??= found;
        }

        return place is null ? subject : IsVenue(words, place) ? subject : place;
    }

    /// <summary>"A사는 설비를 늘렸지만 협력업체들은 …고 호소했다", "A사가 요금을 올린 데 대해 이용자들은 …": behind the turn somebody else speaks.</summary>
    private Candidate? Turned(IReadOnlyList<Word> words, Candidate first, Frame frame)
    {
        if (first.Role is not (Particles.Role.Topic or Particles.Role.Subject)) return null;
        var turn = -1;
        for (var i = first.Last + 1; i < frame.Comp; i++)
        {
            if (words[i].Quote is not null) return null;
            if (Tail.EndsWithAny(words[i].Text, Turns)) turn = i;
            else if (turn > 0 && CandidateAt(words, i, turn + 1) is { Role: Particles.Role.Topic, IsPronoun: false, Speaker.Side: not Side.Government } other) return other;
        }

        return null;
    }

    private static readonly string[] Turns = ["지만", "으나", "관련해", "대해", "두고", "데도", "가운데", "반면"];

    /// <summary>"12일 열린 지역협의회에서", "포럼에서는": where it was said, not who said it.</summary>
    private static bool IsVenue(IReadOnlyList<Word> words, Candidate place)
    {
        var stem = words[place.Last].Text[..Particles.Strip(words[place.Last].Text).Length];
        return Array.Exists(Venues, v => stem.EndsWith(v, StringComparison.Ordinal)) && (!words[place.Last].Text.EndsWith('는') || IsOccasion(stem) || (place.First > 0 && words[place.First - 1].Text is "열린" or "개최된" or "연" or "마련한"));
    }

    private static readonly string[] Venues = ["회의", "협의회", "포럼", "회의체", "토론회", "설명회", "간담회", "위원회", "연구회", "학회", "센터", "공장", "본사", "연구원", "연구소", "대학", "대학교"];

    /// <summary>"공기업들이 보유한 데이터": the subject of a clause inside the content.</summary>
    private static bool IsInClause(IReadOnlyList<Word> words, int i, Candidate found) =>
        found.Role == Particles.Role.Subject && i + 1 < words.Count && words[i + 1].Quote is null && (words[i + 1].Text.Length > 1 || IsDeed(words, i + 1))
        && (Array.Exists(Adnominal, a => words[i + 1].Text.EndsWith(a, StringComparison.Ordinal)) && NamedFrames.IsTold(words, i + 1) is false);

    /// <summary>"정부가 한 조사는"; "한 번도" counts.</summary>
    private static bool IsDeed(IReadOnlyList<Word> words, int at) =>
        words[at].Text == "한" && at + 1 < words.Count && words[at + 1].Quote is null && Particles.Strip(words[at + 1].Text) is { Role: Particles.Role.Topic, Length: > 1 };

    private static readonly string[] Adnominal = ["한", "된", "하는", "되는", "있는", "없는", "받는", "받은", "가진", "갖는", "쓰는", "만든", "만드는", "겪는", "겪은", "내는", "느끼는", "원하는", "바라는", "했던", "하던", "요구하는", "필요로"];

    /// <summary>"홍 대표는 …자고 했고 직원들은 …고 했다": a group that opens the next clause as its topic speaks there.</summary>
    private static bool IsNextGroup(Candidate found, int start, bool isChain, Carry carry) =>
        isChain && !carry.IsMarked && found.First <= start + 1 && found is { Role: Particles.Role.Topic, Speaker: { Level: AttributionLevel.Participants, Side: not Side.Government } };

    private static bool Accepts(IReadOnlyList<Word> words, Candidate found, Frame frame, Speaker? current, bool isChain, bool isAsk, Carry carry)
    {
        var speaker = found.Speaker;
        if (found.IsPronoun) return true;
        if (found.Role == Particles.Role.Place && (speaker.Level == AttributionLevel.Unattributed || frame.Kind is FrameKind.Passive)) return false;
        var hasOther = current is not null || (carry.IsMarked && carry.Last is not null);
        if (isChain && current is not null && (found.Role is not Particles.Role.Topic || !speaker.IsNamed)) return false;
        // "이어 기업들은 부담이 크다고 했다" tells of them, "이어 한 참석자는 “…”고 했다" lets one of them speak.
        if (carry.IsMarked && carry.Last is not null && !speaker.IsNamed && !Strangers.IsQuoted(words, found.Last + 1, frame.Comp)) return false;
        if (isAsk && speaker is { Side: Side.Government, Level: AttributionLevel.Organisation } && found.Role == Particles.Role.Subject) return false;
        return !(hasOther && isAsk && speaker.Side == Side.Government && speaker.Level == AttributionLevel.Organisation);
    }

    private Candidate? CandidateAt(IReadOnlyList<Word> words, int i, int start)
    {
        if (words[i].Quote is not null || (i + 1 < words.Count && words[i + 1].Text is "아니라" or "아닌")) return null;
        var (length, role) = Particles.Strip(words[i].Text);
        if (role == Particles.Role.To && i + 1 < words.Count && words[i + 1].Text is "따르면" or "의하면")
            return speakers.Read(words, i, length, start) is { Speaker.IsNamed: true } told ? new(told.First, i + 1, told.Speaker, Particles.Role.Topic, false) : null;
        if (role == Particles.Role.None && i + 1 < words.Count && words[i + 1].Text is "역시") return speakers.Read(words, i, words[i].Text.Length, start) is { Speaker.IsNamed: true } too ? new(too.First, i + 1, too.Speaker, Particles.Role.Also, false) : null;
        if (role == Particles.Role.None && words[i].Text.EndsWith('측') && words[i].CommaAfter) return null;
        if (role is not (Particles.Role.Topic or Particles.Role.Subject or Particles.Role.Also or Particles.Role.Place)) return null;
        return speakers.Read(words, i, length, start) is { } m ? new(m.First, m.Last, Attending(words, i, m.Speaker), role, m.IsPronoun) : null;
    }

    /// <summary>"A와 B가 참석해 …을 요청했다": attendance is not speech, so they asked together.</summary>
    private static Speaker Attending(IReadOnlyList<Word> words, int i, Speaker speaker) =>
        speaker is { IsNamed: true, Names.Count: > 1 } && i + 1 < words.Count && words[i + 1].Text is "참석해" or "참가해" or "참여해" or "자리해" or "모여" or "함께해" or "나와" ? Speaker.Group("", speaker.Side) : speaker;

    /// <summary>"…고 A사는 말했다", "…다는 게 B협회의 주장이다", "…다는 업계의 우려를 전했다".</summary>
    private Candidate? Behind(IReadOnlyList<Word> words, Frame frame)
    {
        if (frame.Kind == FrameKind.Cleft) return AtEnd(words, frame);
        if (frame.Kind == FrameKind.Spoken && words[frame.Last].Text is { Length: > 1 } verb && verb[^1] is '한' or '힌' && !NamedFrames.IsTold(words, frame.Last) && Subject(words, frame.Last + 1, Math.Min(words.Count, frame.Last + 6)) is { } next) return next;
        if (frame.Cue < frame.Comp) return OwnerBefore(words, frame);
        for (var i = frame.Comp + 1; i < frame.Cue; i++)
        {
            if (CandidateAt(words, i, frame.Comp + 1) is { IsPronoun: false, Role: not Particles.Role.Place } found) return found;
        }

        return frame.Kind == FrameKind.Owned ? OwnerBefore(words, frame) : null;
    }

    private Candidate? OwnerBefore(IReadOnlyList<Word> words, Frame frame)
    {
        var at = frame.Cue - 1;
        if (at < 0 || (frame.Cue > frame.Comp && at <= frame.Comp)) return null;
        if (frame.Cue > frame.Comp + 2 && NounFrames.IsAdjective(words[at].Text)) at--;
        var (length, role) = Particles.Strip(words[at].Text);
        if (role is not (Particles.Role.Of or Particles.Role.None)) return null;
        return speakers.Read(words, at, length, frame.Cue > frame.Comp ? frame.Comp + 1 : 0) is { IsPronoun: false } m ? new(m.First, frame.Cue, m.Speaker, Particles.Role.Of, false) : null;
    }

    private Candidate? AtEnd(IReadOnlyList<Word> words, Frame frame)
    {
        var last = words[^1].Text;
        var ending = Array.Find(["이었다", "였다", "이다", "다"], e => last.Length > e.Length && last.EndsWith(e, StringComparison.Ordinal));
        return ending is not null && speakers.Read(words, words.Count - 1, last.Length - ending.Length, frame.Cue + 2) is { } m ? new(m.First, m.Last, m.Speaker, Particles.Role.Of, false) : null;
    }

    /// <summary>A group in the sentence, or the group that was already telling its asks; else nobody.</summary>
    private Turn Passive(IReadOnlyList<Word> words, int start, Frame frame, Carry carry)
    {
        var content = start;
        Speaker? group = null;
        for (var i = start; i < frame.Comp; i++)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (role is not (Particles.Role.Place or Particles.Role.Source) && words[i].Text is not ("사이에서" or "사이에서는" or "사이에선" or "중에서는" or "가운데서는")) continue;
            var head = words[i].Text.StartsWith("사이", StringComparison.Ordinal) || words[i].Text.StartsWith("중에", StringComparison.Ordinal) ? i - 1 : i;
            if (head >= start && speakers.Read(words, head, head == i ? length : words[head].Text.Length, start) is { } m)
            {
                if (m.Speaker.Level == AttributionLevel.Participants && m.Speaker.Names is not ["현장"]) group = m.Speaker;
                content = i + 1;
                if (LaterPlace(words, i + 1, frame.Comp) is { } later) (content, group) = (later + 1, null);
                break;
            }

            if (role == Particles.Role.Place && i - start < 8 && IsOccasion(words[i].Text[..length])) content = i + 1;
        }

        for (var i = start; i < frame.Comp; i++)
        {
            if (Array.Exists(Openings, o => words[i].Text == o)) content = Math.Max(content, i + 1);
        }

        content = Adjuncts.Skip(words, content, frame.Comp);
        group ??= Owner(words, frame);
        return new(group ?? (words[frame.Last].Text.StartsWith("있었", StringComparison.Ordinal) ? null : carry.Group) ?? Speaker.Nobody with { Side = Side.Stakeholder }, content, group is not null);
    }

    /// <summary>"A사에서는 건의가 없었고 B사에서는 …": the second clause has a place of its own.</summary>
    private static int? LaterPlace(IReadOnlyList<Word> words, int start, int end)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if (words[i].Text.EndsWith("었고", StringComparison.Ordinal) && words[i + 1].Text.EndsWith("에서는", StringComparison.Ordinal)) return i + 1;
        }

        return null;
    }

    /// <summary>"…다는 업계의 지적이 나왔다", "공시제도 활성화 등 업계의 건의도 나왔다".</summary>
    private Speaker? Owner(IReadOnlyList<Word> words, Frame frame)
    {
        for (var i = frame.Comp + 1; i < frame.Cue; i++)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (role is Particles.Role.Of or Particles.Role.None && speakers.Read(words, i, length, frame.Comp + 1) is { Speaker.Level: AttributionLevel.Participants } m && m.Speaker.Names is not ["현장"]) return m.Speaker;
        }

        return null;
    }

    /// <summary>"발언을 마치자 …다는 하소연이 터져 나왔다": who spoke before is not the source.</summary>
    private static readonly string[] Openings = ["마치자", "마치자마자", "끝나자", "끝나자마자", "열리자마자", "시작하자마자", "끝내자", "시작하자", "시작되자", "말하자", "묻자", "이어지자", "나오자", "열리자", "밝히자", "답하자", "설명하자", "물러나자", "요청하자", "꺼내자", "소개하자", "앉자"];

    private static readonly string[] Occasions = ["현장", "회의", "간담회", "토론", "토론회", "자리", "객석", "자유토론", "질의응답", "포럼", "설명회", "공청회", "세미나", "회의장", "행사", "청문회", "이곳", "간담회장", "종합토론", "모임", "워크숍", "라운드테이블", "분과", "점검회의"];

    private static bool IsOccasion(string stem) => Array.Exists(Occasions, o => stem.EndsWith(o, StringComparison.Ordinal));

    /// <summary>"…라는 요청에", "A사의 …요구에 대해", "A사에서는 …다는 말을 들었고": only an owner speaks, never the place.</summary>
    private Turn Asked(IReadOnlyList<Word> words, int start, Frame frame)
    {
        var nobody = Speaker.Nobody with { Side = Side.Stakeholder };
        if (frame.Response is not null)
        {
            var first = Subject(words, start, frame.Comp) is { } answerer ? answerer.Last + 1 : start;
            var asker = OwnerBefore(words, frame) is { Speaker.Side: not Side.Government } asking ? asking.Speaker : Owner(words, frame) ?? nobody;
            return new(asker, Adjuncts.Skip(words, first, frame.Comp), false);
        }

        for (var i = start; i < frame.Comp; i++)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (role == Particles.Role.Of && i - start < 4 && speakers.Read(words, i, length, start) is { IsPronoun: false, Speaker.Side: not Side.Government } m) return new(m.Speaker, Adjuncts.Skip(words, i + 1, frame.Comp), true);
            if (CandidateAt(words, i, start) is { } subject) return new(frame.Kind == FrameKind.Answered && subject.Role is Particles.Role.Subject ? subject.Speaker : nobody, Adjuncts.Skip(words, subject.Last + 1, frame.Comp), false);
        }

        if (frame.Cue > frame.Comp && OwnerBefore(words, frame) is { Speaker: { IsNamed: true, Side: not Side.Government } } named) return new(named.Speaker, Adjuncts.Skip(words, start, frame.Comp), true);
        return Owner(words, frame) is { } owner ? new(owner, Adjuncts.Skip(words, start, frame.Comp), true) : new(nobody, Adjuncts.Skip(words, start, frame.Comp), false);
    }

    /// <summary>"회의에서는 …다고 지적했다" behind a sentence on the host: the host did not say it.</summary>
    private static bool IsElsewhere(IReadOnlyList<Word> words, int start, Frame frame, Carry carry)
    {
        if (carry.IsMarked) return false;
        for (var i = start; i < Math.Min(frame.Comp, start + 5); i++)
        {
            var (length, role) = Particles.Strip(words[i].Text);
            if (words[i].Quote is null && role == Particles.Role.Place && words[i].Text.EndsWith('는') && IsOccasion(words[i].Text[..length])) return true;
        }

        return false;
    }

    public static bool HasPlace(IReadOnlyList<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (words[i].Quote is null && Particles.Strip(words[i].Text).Role == Particles.Role.Place) return true;
        }

        return false;
    }

    /// <summary>Whether the clause opens with a topic, so that it goes on about something or somebody else.</summary>
    public static bool HasTopic(IReadOnlyList<Word> words, int start) =>
        start < words.Count && words[start].Quote is null && Particles.Strip(words[start].Text) is { Role: Particles.Role.Topic, Length: > 1 };
}
