using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>Reads papers in outline style (개조식): "ㅇ (A협회) … 필요", "- (답변) … 예정", "⇒ … 추진(부서, ~6월)".</summary>
internal sealed class OutlineReader(string text, SpeakerReader speakers, DueReader due)
{
    private enum Section
    {
        None,
        Asks,
        Answers,
    }

    private static readonly string[] AskHeads = ["건의", "애로", "의견", "질의", "요청", "우려", "제언", "요구", "불만", "문제점", "질문", "고충", "제안"];

    private static readonly string[] AnswerHeads = ["답변", "조치", "검토의견", "검토 의견", "검토결과", "검토 결과", "향후", "추진", "회신", "대응", "후속"];

    private readonly List<DraftStatement> _drafts = [];
    private Section _section;
    private Speaker? _head;

    /// <summary>Whether labels of this section were seen to be speakers.</summary>
    private bool _named;

    public IReadOnlyList<DraftStatement> Drafts => _drafts;

    /// <summary>"제기된 주요 건의사항은 다음과 같다.": what is told stands in the list below.</summary>
    public static bool Opens(string sentence) =>
        sentence.TrimEnd('.', ':', ' ') is var s && Array.Exists(Below, b => s.EndsWith(b, StringComparison.Ordinal)) && KoreanSentences.Split(sentence, new(0, sentence.Length)).Count == 1;

    private static readonly string[] Below = ["다음과 같다", "다음과 같습니다", "다음과 같음", "아래와 같다", "아래와 같습니다", "아래와 같음"];

    /// <param name="items">The items under the heading: one label that names a speaker shows that its neighbours do.</param>
    public void Enter(string heading, SourceSpan span, IEnumerable<SourceSpan> items)
    {
        _section = Has(heading, AnswerHeads) ? Section.Answers : Has(heading, AskHeads) ? Section.Asks : Section.None;
        var words = Words.Of(text, span);
        _head = words.Count > 1 ? Named(words) : null;
        // "산업부에 낸 건의는 다음과 같다": a sentence names more than the speaker.
        if (Opens(heading) && _head is { Level: not AttributionLevel.Participants }) _head = null;
        _named = items.Any(i => Label(new SourceSpan(SkipMarks(i).Start, i.End).Trim(text)).Label is { } label && label.Length < 20 && RoleOf(label.Of(text)) is null && SpeakerOf(label) is { IsNamed: true });
    }

    /// <summary>Whether the paragraph is an item of an outline; then it was read here.</summary>
    public bool Read(SourceSpan part)
    {
        var (start, isArrow) = SkipMarks(part);
        if (start == part.Start && text[start] is not ('(' or '[') && !(IsMarked(part.Start) && (_section == Section.Answers || IsLabelled(part)))) return false;
        var (label, content) = Label(new SourceSpan(start, part.End).Trim(text));
        if (label is null && IsSentence(content)) return false;
        if (content.Length < 4) return true;

        var role = label is { } l ? RoleOf(l.Of(text)) : null;
        var section = role ?? (isArrow ? Section.Answers : _section);
        var labelled = role is null && label is { } written ? SpeakerOf(written) ?? (section == Section.Asks ? Sibling(written) : null) : null;
        if (label is not null && role is null && labelled is null) return false;
        var speaker = labelled ?? (isArrow || (section == Section.Answers && label is null) ? Owner(content) : role is null || label is null ? _head : null);
        _named |= labelled is { IsNamed: true };
        Add(content, speaker, section, isArrow);
        return true;
    }

    /// <summary>The mark of the item stands before the part: "ㅇ", "가.".</summary>
    private bool IsMarked(int start)
    {
        for (var i = start - 1; i >= 0 && text[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(text[i])) return true;
        }

        return false;
    }

    /// <summary>"가나협회: 통관 서류가 과다함".</summary>
    private bool IsLabelled(SourceSpan part) =>
        Label(part.Trim(text)).Label is { Length: > 0 and < 20 } label && (RoleOf(label.Of(text)) is not null || SpeakerOf(label) is { IsNamed: true });

    private static Section? RoleOf(string label)
    {
        var bare = Tail.Close(label);
        if (bare.Length > 6) return null;
        if (bare is "답변" or "답" or "회신" or "조치" or "조치계획" or "검토의견" or "검토결과" or "A") return Section.Answers;
        return bare is "질의" or "건의" or "의견" or "요청" or "애로" or "애로사항" or "건의사항" or "질문" or "우려" or "제안" or "문제점" or "요구" or "Q" ? Section.Asks : null;
    }

    private void Add(SourceSpan content, Speaker? speaker, Section section, bool isArrow)
    {
        var words = content.Of(text).TrimEnd('.', ' ');
        var who = speaker ?? Speaker.Nobody with { Side = section == Section.Answers ? Side.Government : section == Section.Asks ? Side.Stakeholder : Side.Unknown };
        if (who.Side == Side.Unknown) return;
        if (who.Side == Side.Government && RefusalEnd(words) is { } comma)
        {
            Add(content with { End = content.Start + comma }, speaker, section, isArrow);
            Add(new SourceSpan(content.Start + comma + 1, content.End).Trim(text), speaker, section, isArrow);
            return;
        }

        var found = who.Side == Side.Government ? OfOfficial(words) : OfStakeholder(words, section, speaker is not null);
        if (found is null) return;
        var draft = Drafting.Make(text, content with { End = content.Start + words.Length }, who, found, content, 0, due);
        _drafts.Add(isArrow || section == Section.Answers && speaker is null ? draft with { Aim = ReplyAim.Previous } : draft);
    }

    /// <summary>"요율 인하는 곤란, 분납은 검토 예정": the no stays a no, whatever is promised behind the comma.</summary>
    private static int? RefusalEnd(string words)
    {
        var comma = words.IndexOf(", ", StringComparison.Ordinal);
        return comma > 4 && StrengthLadder.Grade(words[..comma]) == ReplyStrength.Declined && StrengthLadder.Grade(words[(comma + 2)..]) is not null ? comma : null;
    }

    private static SpeechKinds.Found? OfOfficial(string words)
    {
        var bare = words.EndsWith(')') && words.LastIndexOf('(') is > 0 and var at ? words[..at].TrimEnd() : words;
        return !ComingMeetings.IsNextRound(bare) && StrengthLadder.Grade(bare) is { } step ? SpeechKinds.Answer(step) : null;
    }

    private static SpeechKinds.Found? OfStakeholder(string words, Section section, bool isNamed)
    {
        var tail = Tail.Of(words);
        if (AskEndings.Is(tail)) return new(StatementKind.Request);
        if (ConcernWords.IsTakenBack(tail)) return null;
        if (ConcernWords.InTail(tail)) return new(StatementKind.Concern);
        if (section != Section.Asks && !isNamed) return null;
        if (Tail.EndsWithAny(tail, Wishes) || (section == Section.Asks && tail.EndsWith('것') && tail.Length > 2 && Hangul.IsSyllable(tail[^2]) && Hangul.FinalIndex(tail[^2]) == 8)) return new(StatementKind.Request);
        return section == Section.Asks && (tail.EndsWith('다') || Tail.EndsWithAny(tail, Lacks)) && !ConcernWords.IsPraise(tail) ? new(StatementKind.Concern) : null;
    }

    /// <summary>How a complaint without a verb ends.</summary>
    private static readonly string[] Lacks = ["빈발", "발생", "차질", "초래", "상존", "되풀이", "곤란", "증가", "과다", "누적", "가중", "애로", "어려움", "막힘", "지체", "적체", "난립"];

    private static readonly string[] Wishes = ["확대", "지원", "완화", "개선", "신설", "연장", "단축", "간소화", "도입", "마련", "폐지", "허용", "개방", "구축", "확충", "강화", "지정", "보급", "인하", "감면", "면제", "통합", "정비", "추진", "제공", "공개", "유예", "조성", "양성", "활성화", "보장", "명확화", "일원화", "상향", "하향", "조정", "현실화", "배정", "확보", "해소", "제정", "개정"];

    private (int Start, bool IsArrow) SkipMarks(SourceSpan part)
    {
        var (at, isArrow) = (part.Start, false);
        while (at < part.End && (ListMarks.Is(text[at]) || char.IsWhiteSpace(text[at])))
        {
            if (text[at] is '⇒' or '→' or '➡') isArrow = true;
            if (text[at] is 'ㅇ' && at + 1 < part.End && Hangul.IsSyllable(text[at + 1])) break;
            at++;
        }

        return (at, isArrow);
    }

    private (SourceSpan? Label, SourceSpan Content) Label(SourceSpan item)
    {
        if (item.Length == 0) return (null, item);
        var close = text[item.Start] switch { '(' => ')', '[' => ']', '<' => '>', _ => ':' };
        var at = text.IndexOf(close, item.Start, Math.Min(item.Length, 40));
        if (at < 0 || (close == ':' && IsTime(at))) return (null, item);
        var label = new SourceSpan(close == ':' ? item.Start : item.Start + 1, at).Trim(text);
        var content = new SourceSpan(at + 1, item.End).Trim(text);
        while (content.Length > 0 && text[content.Start] is ':' or '-') content = new SourceSpan(content.Start + 1, content.End).Trim(text);
        return (label, content);
    }

    /// <summary>The colon of "16:42" parts hours from minutes, no speaker from words.</summary>
    private bool IsTime(int colon) => colon > 0 && colon + 1 < text.Length && char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1]);

    private bool IsSentence(SourceSpan content) => content.Of(text).TrimEnd() is var s && (s.EndsWith("다.", StringComparison.Ordinal) || s.EndsWith('다'));

    private Speaker? SpeakerOf(SourceSpan label)
    {
        var words = Words.Of(text, label);
        return words.Count == 0 ? null : Joint(label) ?? speakers.Read(words, words.Count - 1, words[^1].Text.Length)?.Speaker;
    }

    /// <summary>"(한들협회) … (나루마루) …": beside labels that name speakers this one does too; alone it may be a subject, so nobody is named.</summary>
    private Speaker? Sibling(SourceSpan label)
    {
        var name = label.Of(text);
        if (name.Length is < 2 or > 12 || name.Contains(' ', StringComparison.Ordinal) || !name.All(c => Hangul.IsSyllable(c) || char.IsAsciiLetter(c))) return null;
        return _named && name.Length > 2 && Strangers.IsNameLike(name) ? new(AttributionLevel.Organisation, [name], Side.Stakeholder) : Speaker.Nobody with { Side = Side.Stakeholder };
    }

    /// <summary>(A사·B사): both.</summary>
    private Speaker? Joint(SourceSpan label)
    {
        var parts = label.Of(text).Split('·', '/');
        if (parts.Length != 2) return null;
        var middle = label.Start + parts[0].Length;
        return SpeakerOf(new SourceSpan(label.Start, middle).Trim(text)) is { IsNamed: true } a && SpeakerOf(new SourceSpan(middle + 1, label.End).Trim(text)) is { IsNamed: true } b
            ? new(a.Level < b.Level ? a.Level : b.Level, [.. a.Names, .. b.Names], a.Side)
            : null;
    }

    /// <summary>"⇒ … 추진(산업정책과, ~6월)": who has to do it.</summary>
    private Speaker? Owner(SourceSpan content)
    {
        var open = text.LastIndexOf('(', content.End - 1, content.Length);
        if (open < 0 || !text[content.Start..content.End].TrimEnd('.', ' ').EndsWith(')')) return _head;
        var owner = text[(open + 1)..content.End].Split(',', ')', ':')[0].Trim();
        return owner.Length > 1 && !char.IsAsciiDigit(owner[0]) && owner[0] is not ('~' or '’' or '\'') ? new(AttributionLevel.Organisation, [owner], Side.Government) : _head;
    }

    private Speaker? Named(IReadOnlyList<Word> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Text.Length > 0 && speakers.Read(words, i, Particles.Strip(words[i].Text).Length) is { Speaker: { Level: AttributionLevel.Organisation or AttributionLevel.Participants } found }) return found;
        }

        return null;
    }

    private static bool Has(string heading, string[] words) => Array.Exists(words, w => heading.Contains(w, StringComparison.Ordinal));
}
