namespace PolicyBot.Concerns.Korean;

/// <summary>What kind of statement some words are, by who says them and how they are reported. Null: none of the five.</summary>
internal static class SpeechKinds
{
    public sealed record Found(StatementKind Kind, ReplyStrength? Strength = null);

    private static readonly string[] Manners =
    [
        "감사하다", "감사드린다", "고맙다", "고마울따름", "반갑다", "영광이다", "영광", "축하한다", "축하드린다", "인사드린다", "안녕하다", "수고하셨다", "고생했다", "감사한다", "감사한마음", "뜻깊다", "뜻깊은자리", "기쁘다", "환영한다", "감사하게생각한다", "감사", "안녕하십니까", "안녕하세요", "고마워",
    ];

    private static readonly string[] Seconding = ["같은생각", "같은생각이다", "같은의견", "같은의견이다", "같은입장", "같은입장이다", "마찬가지다", "마찬가지", "동의한다", "동감한다", "동감이다", "공감한다", "같은뜻", "이견이없다", "다르지않다", "같다", "같은처지다", "같은처지"];

    /// <summary>Talk about the talk itself.</summary>
    private static readonly string[] Unsaid = ["말을하지않았다", "말하지않았다", "요구하지않았다", "요구하지는않았다", "요청하지않았다", "요청하지는않았다", "건의하지않았다", "건의하지는않았다", "언급하지않았다", "제기하지않았다", "말한적없다", "말한적이없다", "요구한적없다", "요구한적이없다", "요구한바없다", "건의한적이없다", "건의한적없다", "요청한적없다", "요청한적이없다", "그런말은한적없다", "그런말을한적이없다"];

    /// <summary>What happens to meetings and papers is news, not an answer.</summary>
    private static readonly string[] Events =
    [
        "만났다", "열었다", "개최했다", "방문했다", "찾았다", "참석했다", "진행했다", "열렸다", "개최한다", "연다", "열계획", "열계획이다", "열예정", "열예정이다", "개최할예정", "개최할예정이다", "개최할계획", "개최할계획이다", "가졌다", "주재했다", "둘러봤다", "이어진다", "열린다", "마련했다", "모았다", "갖는다", "가질예정", "가질예정이다", "가질계획", "열겠다", "열기로했다", "개최하겠다", "개최하기로했다", "함께했다", "출범했다", "발족했다", "모집한다", "접수한다",
    ];

    private static readonly string[] Gatherings = ["간담회", "회의", "토론회", "설명회", "공청회", "자리", "포럼", "세미나", "행사", "회동", "워크숍", "브리핑", "만남", "라운드테이블", "토론", "회견", "기업", "현장", "관계자", "연구자", "대표"];

    private const int Meetings = 16;

    /// <summary>"감축을 반대한 것은 아니다": what was not said.</summary>
    private static bool IsDisowned(string tail) => Array.Exists(Disowned, d => tail.EndsWith(d, StringComparison.Ordinal) || tail.EndsWith(d + "다", StringComparison.Ordinal));

    private static readonly string[] Disowned = [.. from verb in (string[])["반대", "요구", "요청", "건의", "주장", "비판", "촉구", "제안", "거부"] from form in (string[])["한것은아니", "한것이아니", "한건아니", "하는것은아니", "하는것이아니", "하는건아니"] where verb != "반대" || form[0] == '한' select verb + form];

    private static readonly string[] Holding = ["열계획", "열예정", "열기로", "열겠", "여는", "마련할", "마련하기로", "개최", "가질", "갖기로", "갖겠", "진행할", "진행하기로", "이어갈", "주최", "열고", "열방침", "참석할", "정례화", "연다", "열었", "갖는다"];

    public static Found? Of(string content, Side side, Force force, bool told = false)
    {
        if (force is Force.Denied || (force is Force.Courtesy && !IsRelayed(content) && !(side == Side.Government && StrengthLadder.Grade(content) is not (null or ReplyStrength.Explained)))) return null;
        var tail = Tail.Of(content);
        if (Tail.EndsWithAny(tail, Manners) || Tail.EndsWithAny(tail, Unsaid) || IsDisowned(tail) || IsEvent(content, tail) || (force == Force.Neutral && IsChange(content, tail))) return null;
        return side == Side.Government ? OfOfficial(content, tail, force, told) : OfStakeholder(content, tail, side, force);
    }

    private static readonly string[] Meeting = ["만날예정이다", "만날계획이다", "만날방침이다", "만나기로했다", "만난다", "면담할예정이다", "면담할계획이다"];

    private static bool IsEvent(string content, string tail) =>
        Tail.EndsWithAny(tail, Meeting) || ComingMeetings.IsNext(content) ||
        (Tail.EndsWithAny(tail, Events) && Gatherings.Any(g => content.Contains(g, StringComparison.Ordinal)))
        || (Gatherings.Take(Meetings).Any(g => content.Contains(g, StringComparison.Ordinal)) && Holding.Any(h => VerbPhrase.Of(content).StartsWith(h, StringComparison.Ordinal)))
        || (Opening.Any(o => content.Contains(o, StringComparison.Ordinal)) && Hearing.Any(h => tail.Contains(h, StringComparison.Ordinal)) && (tail.EndsWith("예정이다", StringComparison.Ordinal) || tail.EndsWith("계획이다", StringComparison.Ordinal) || tail.EndsWith("방침이다", StringComparison.Ordinal) || tail.EndsWith("듣겠다", StringComparison.Ordinal)));

    /// <summary>"29일 간담회를 8월 5일로 연기한다고 밝혔다": news of a meeting; who complains of it says so (…고 비판했다).</summary>
    private static bool IsChange(string content, string tail) =>
        Tail.EndsWithAny(tail, Changes) && Array.Exists(ComingMeetings.Names, m => content.LastIndexOf(m, StringComparison.Ordinal) is >= 0 and var at && content[at..].IndexOfAny(['를', '을', '이', '가', '은', '는']) is > 0 and < 12);

    private static readonly string[] Changes =
    [
        "취소한다", "취소했다", "취소됐다", "취소된다", "취소하기로했다", "취소할예정이다", "연기한다", "연기했다", "연기됐다", "연기된다", "연기하기로했다", "연기할예정이다",
        "미룬다", "미뤘다", "미루기로했다", "순연한다", "순연했다", "순연하기로했다", "옮긴다", "옮겼다", "옮기기로했다", "앞당긴다", "앞당겼다", "앞당기기로했다", "변경한다", "변경했다", "변경하기로했다",
    ];

    /// <summary>"간담회를 열어 애로를 들을 예정이다": only a meeting is announced.</summary>
    private static readonly string[] Opening = ["를 열어", "을 열어", "를 열고", "을 열고", "를 개최해", "을 개최해", "를 개최하고", "을 만나", "를 만나", "회의에서 ", "간담회에서 "];

    private static readonly string[] Hearing = ["들을", "청취할", "수렴할", "논의할", "나눌", "점검할", "공유할", "협의할", "의견을듣겠", "애로를듣겠"];

    private static Found? OfOfficial(string content, string tail, Force force, bool told)
    {
        if (!told && IsRelayed(content)) return new(StatementKind.Position);
        var grade = StrengthLadder.Grade(content, told);
        if (force == Force.Request && grade is null or ReplyStrength.Explained) return new(StatementKind.Request);
        if (tail.EndsWith("달라", StringComparison.Ordinal) || tail.EndsWith("주시기바란다", StringComparison.Ordinal) || tail.EndsWith("주십시오", StringComparison.Ordinal) || tail.EndsWith("주기바란다", StringComparison.Ordinal)) return new(StatementKind.Request);
        if (force == Force.Question) return null;
        if (AskEndings.Is(tail) && grade is null) return new(StatementKind.Position);
        if (grade is { } step && !(force == Force.Concern && step is ReplyStrength.Explained or ReplyStrength.Declined) && !(force == Force.Position && step == ReplyStrength.Explained)) return Answer(step);
        if (force == Force.Answer && !told) return Answer(ReplyStrength.Explained);
        return told ? null : new(StatementKind.Position);
    }

    /// <summary>“창업자가 ‘…’고 하더라”: hearsay, and the official's own remark.</summary>
    private static bool IsRelayed(string content) =>
        (content.Contains('‘') && (content.Contains("’고", StringComparison.Ordinal) || content.Contains("’라고", StringComparison.Ordinal) || content.Contains("’는 말", StringComparison.Ordinal) || content.Contains("’라는 말", StringComparison.Ordinal))) || content.EndsWith("하더라", StringComparison.Ordinal);

    public static Found Answer(ReplyStrength step) =>
        new(step is ReplyStrength.WillPursue or ReplyStrength.Decided ? StatementKind.Commitment : StatementKind.Reply, step);

    private static Found? OfStakeholder(string content, string tail, Side side, Force force)
    {
        if (Tail.EndsWithAny(tail, Seconding) && force is Force.Neutral or Force.Position) return null;
        if (force == Force.Question && !IsRhetorical(tail)) return null;
        if (IsRhetorical(tail) && Wonders.Any(w => content.Contains(w, StringComparison.Ordinal))) return new(StatementKind.Concern);
        if (AskEndings.IsForced(tail, force == Force.Concern || (force is Force.Plea or Force.Neutral && Repeats.Any(r => content.Contains(r, StringComparison.Ordinal))))) return new(StatementKind.Concern);
        if (Array.Exists(Intents, i => tail.Contains(i, StringComparison.Ordinal)) && Tail.EndsWithAny(tail, Planned)) return null;
        if (Tail.EndsWithAny(tail, NotAgainst)) return new(StatementKind.Position);
        if (force == Force.Position && Tail.EndsWithAny(tail, Preferences)) return new(StatementKind.Position);
        if (AskEndings.Is(tail)) return new(StatementKind.Request);
        if (ConcernWords.IsTakenBack(tail)) return null;
        if (side == Side.Host && StrengthLadder.Grade(content) is { } step and not (ReplyStrength.Explained or ReplyStrength.Declined or ReplyStrength.Decided)) return Answer(step);
        if (tail.EndsWith("겠다", StringComparison.Ordinal) && force is not (Force.Concern or Force.Plea) && !Tail.EndsWithAny(tail, Helpless)) return null;
        if (force is Force.Neutral or Force.Answer && StrengthLadder.Grade(content) is ReplyStrength.WillReview or ReplyStrength.Preparing or ReplyStrength.WillPursue or ReplyStrength.Decided) return new(StatementKind.Position);
        return ByForce(tail, force);
    }

    /// <summary>Neither a complaint nor an ask, though it names what others ask for.</summary>
    private static readonly string[] NotAgainst = ["반대하지않는다", "반대하지는않는다", "반대하지않았다", "반대하는것은아니다", "반대하는것이아니다", "반대하는건아니다", "반대할이유가없다", "반대할생각은없다", "반대는아니다", "반대는하지않는다", "부정적이지않다", "이의가없다", "이의는없다", "이견은없다", "이견이없다"];

    private static readonly string[] Intents = ["건의할", "호소할", "요청할", "요구할", "제안할", "전달할", "촉구할", "제기할"];

    /// <summary>"건의할 계획": nothing was asked yet.</summary>
    private static readonly string[] Planned = ["계획", "계획이다", "예정", "예정이다", "방침", "방침이다", "생각이다", "것", "것이다"];

    /// <summary>With 견해 and 입장 these weigh one way against another and ask for nothing.</summary>
    private static readonly string[] Preferences = ["편이낫다", "것이낫다", "게낫다", "바람직하다", "것이좋다", "게좋다", "편이좋다"];

    private static Found? ByForce(string tail, Force force)
    {
        if (force == Force.Request) return new(StatementKind.Request);
        if (force == Force.Concern) return new(StatementKind.Concern);
        if (ConcernWords.IsWeighty(tail)) return new(StatementKind.Position);
        if (force == Force.Position) return new(ConcernWords.InTail(tail) && !ConcernWords.IsPraise(tail) ? StatementKind.Concern : StatementKind.Position);
        if (ConcernWords.IsPraise(tail)) return new(StatementKind.Position);
        return new(StatementKind.Concern);
    }

    private static readonly string[] Helpless = ["못하겠다", "모르겠다", "못쓰겠다", "못살겠다", "죽겠다", "어렵겠다", "힘들겠다", "못버티겠다", "못견디겠다", "못내겠다", "망하겠다", "늦겠다", "없겠다", "못하겠다는것", "안되겠다", "어렵겠다는것", "부족하겠다", "미치겠다"];

    /// <summary>Having to do it over and over is the complaint.</summary>
    private static readonly string[] Repeats = ["마다 ", "따로 ", "일일이 ", "번이나 ", "매번 ", "번씩 ", "또다시 "];

    private static readonly string[] Wonders = ["누가 ", "어떻게 ", "무슨 ", "어느 ", "뭘 ", "무엇을 ", "왜 ", "언제까지 ", "어디서 ", "어디에 "];

    /// <summary>"누가 서버를 두겠느냐": asked in order to say no.</summary>
    public static bool IsRhetorical(string tail) =>
        tail.EndsWith("겠느냐", StringComparison.Ordinal) || tail.EndsWith("겠냐", StringComparison.Ordinal) || tail.EndsWith("말이냐", StringComparison.Ordinal) || tail.EndsWith("야하느냐", StringComparison.Ordinal) || tail.EndsWith("야하냐", StringComparison.Ordinal) || tail.EndsWith("아니냐", StringComparison.Ordinal) || tail.EndsWith("란말이냐", StringComparison.Ordinal) || tail.EndsWith("수있겠느냐", StringComparison.Ordinal);
}
