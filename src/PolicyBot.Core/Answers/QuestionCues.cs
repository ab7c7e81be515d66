using PolicyBot.Concerns;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>The words by which people ask. A cue matches when all its parts stand in the question; the first row that matches decides.</summary>
internal static class QuestionCues
{
    private static readonly string[] KoreanRaising = ["제기", "요구", "건의", "요청", "우려", "지적", "말", "언급", "주장", "제안", "호소", "촉구", "걱정", "꺼냈", "꺼낸", "얘기", "이야기", "원했", "바랐", "불만", "토로", "문제삼", "당부"];

    /// <summary>What is still to come: "다음 간담회는 언제 어디서 열리나".</summary>
    private static readonly string[] Ahead = ["다음", "예정", "다가오", "앞으로", "향후", "열리", "내일", "모레", "이번주"];

    private static readonly Cue[] Korean =
    [
        new(QuestionKind.Unanswered, [["답이없", "답변이없", "답없", "답변없", "미답변", "무응답", "답못", "답변못", "답을못", "답변을못", "답하지않", "답안", "답변안", "답변이나오지", "회신이없", "회신안", "아직답", "답변되지않"]]),
        new(QuestionKind.Attended, [["누가", "누구", "어느", "어떤", "명단", "참석자는", "참석기업"], ["참석", "참가", "배석", "왔", "나왔나", "함께했", "자리했"]]) { NoneOf = KoreanRaising },
        new(QuestionKind.Attended, [["어디서열", "어디에서열", "언제열렸", "언제열었", "어디서개최", "언제개최", "장소는", "장소가", "누가주최", "주최는", "주최가", "누가열었", "어디였", "언제였"], ["간담회", "회의", "토론회", "라운드테이블", "설명회", "행사", "공청회", "협의회", "면담"]]) { NoneOf = [.. KoreanRaising, .. Ahead] },
        new(QuestionKind.Attended, [["참석자명단", "참석명단", "참석자는누구", "참석자가누구", "참석자알려"]]),
        new(QuestionKind.WhoRaised, [["누가", "누구", "어디서", "어디에서", "어느회사", "어느기업", "어느기관", "어느단체", "어느협회", "어떤회사", "어떤기업", "어떤기관", "어떤단체", "어떤협회", "어느업체", "어떤업체", "어느곳", "어디가"], KoreanRaising]) { Ordered = true },
        new(QuestionKind.WhoRaised, [["출처", "발언자", "제기자", "제기한쪽", "제기한곳", "요구한곳", "요청한곳", "건의한곳", "제기한사람", "요구한사람", "말한사람", "건의한사람", "요청한사람", "어디인가", "어디야", "어디지", "누구인가", "누구야", "누구지", "누구였", "제기한기업", "요구한기업", "건의한기업", "요청한기업", "제기한회사", "요구한회사", "건의한회사", "요청한회사"]]),
        new(QuestionKind.Promised, [["약속", "공약", "하겠다고한", "하기로한", "하기로했", "기로했나", "기로결정", "결정했", "확정했", "시행했", "반영하기로", "추진하기로", "기한", "언제까지", "이행", "지키기로", "마감"]]),
        new(QuestionKind.Count, [["몇번", "몇차례", "몇회", "몇건", "얼마나자주", "횟수", "얼마나많이", "전에도", "이전에도", "예전에도", "과거에도", "반복", "처음나온", "처음제기"]]),
        new(QuestionKind.Replied, [["답했", "답변", "답은", "답을", "대답", "회신", "뭐라고했", "뭐라했", "뭐라고말", "어떻게답", "반응", "입장은", "입장이", "대응", "응답", "뭐라고하"]]),
        new(QuestionKind.Upcoming, [["다음", "예정", "다가오", "앞으로", "향후", "오는", "곧", "언제열리", "언제어디서열리", "어디서열리", "어디에서열리", "이번주", "내일", "모레"], ["간담회", "회의", "토론회", "행사", "일정", "공청회", "설명회", "미팅", "만남", "협의회"]]) { NoneOf = ["나온", "나왔", "제기", "요구", "건의", "우려", "요청"] },
        new(QuestionKind.MeetingSummary, [["정리", "요약", "나온", "나왔", "오간", "무슨얘기", "무슨이야기", "어떤얘기", "어떤이야기", "논의", "뭐가", "무엇이", "어떤의견", "어떤우려", "어떤건의", "무슨말", "무슨의견", "뭐라고들"], ["간담회", "회의", "토론회", "라운드테이블", "설명회", "대화", "공청회", "협의회", "자리에서", "tf"]]),
        new(QuestionKind.WhatRaised, [["무엇", "뭘", "뭐를", "뭐라", "뭐", "어떤", "무슨", "요구", "요청", "건의", "애로", "우려", "주장", "지적", "제기", "말", "언급", "제안", "호소", "촉구", "얘기", "이야기", "토로", "당부"]]),
    ];

    private static readonly string[] EnglishRaising =
    [
        "raised", "raise", "raises", "asked", "ask", "asks", "requested", "demanded", "complained", "called", "wanted", "want", "wants", "mentioned", "said", "brought", "proposed", "suggested", "urged", "voiced", "worried", "warned", "objected",
    ];

    private static readonly Cue[] English =
    [
        new(QuestionKind.Unanswered, [["unanswered", "no reply", "no answer", "not answered", "not been answered", "without a reply", "without reply", "without an answer", "not replied", "still open", "no response", "not been replied", "awaiting"]]),
        new(QuestionKind.Attended, [["who attended", "who was present", "who was there", "who took part", "attendees", "who came", "attendance list", "who were present", "participants of", "list of participants", "which companies attended", "who joined", "who participated", "who hosted"]]),
        new(QuestionKind.Attended, [["where was", "when was", "where did", "when did", "where is"], ["meeting", "roundtable", "consultation", "session", "hearing", "forum", "talks"], ["held", "take place", "meet"]]) { NoneOf = EnglishRaising },
        new(QuestionKind.WhoRaised, [["who", "by whom", "which company", "which companies", "which firm", "which firms", "which organisation", "which organization", "which organisations", "which organizations", "which association", "which associations", "which party"], EnglishRaising]) { Ordered = true },
        new(QuestionKind.WhoRaised, [["by whom"]]),
        new(QuestionKind.Promised, [["promise", "promised", "promises", "commit to", "committed", "commitment", "commitments", "pledge", "pledged", "by when", "deadline", "due", "undertake", "undertook", "owe", "owes", "owed", "decide", "decided", "approve", "approved", "agree to", "agreed to"]]),
        new(QuestionKind.Count, [["how often", "how many times", "how many", "come up before", "came up before", "been raised before", "raised before", "first raised", "asked before", "how frequently"]]),
        new(QuestionKind.Replied, [["reply", "replied", "replies", "answer", "answered", "respond", "responded", "response", "react", "reaction", "say to that", "what did we say", "what did the ministry say", "what did the minister say", "what did the government say"]]),
        new(QuestionKind.Upcoming, [["next", "upcoming", "coming up", "coming", "scheduled", "will be held", "planned", "tomorrow", "this week", "next week"], ["meeting", "meetings", "consultation", "consultations", "roundtable", "event", "events", "hearing", "session", "sessions", "talks"]]) { NoneOf = ["raised", "asked", "concerns", "requests"] },
        new(QuestionKind.MeetingSummary, [["summarise", "summarize", "summary", "concerns of the", "concerns at the", "came up at", "was said at", "discussed at", "raised at", "outcome of", "happened at", "list the concerns", "what came up", "concerns from"], ["meeting", "roundtable", "consultation", "session", "hearing", "forum", "talks", "debate", "briefing"]]),
        new(QuestionKind.WhatRaised, [["what", "which", "concerns", "requests", "demands", "asks", "complaints", "list"]]),
    ];

    /// <summary>What a party raised and the answer that it got, or that answer alone seen from its side.</summary>
    private static readonly Cue[] KoreanHeard =
    [
        new(QuestionKind.Replied, [["답을", "답변을", "답도", "답변도", "대답을", "대답도", "회신을", "회신도", "반응을", "응답을", "답변", "답"], ["들었", "들은", "받았", "받은", "얻었", "얻은"]]) { Ordered = true },
        new(QuestionKind.Replied, [[.. KoreanRaising.SelectMany(r => (string[])[r + "했고", r + "를했고", r + "을했고", r + "하고", r + "했으며", r + "하며", r + "했는데", r + "한것과", r + "한내용과"])], ["답", "회신", "반응", "응답"]]) { Ordered = true },
        new(QuestionKind.Replied, [["요청", "요구", "건의", "우려", "발언", "말", "문제", "의견", "제안"], ["과답", "와답", "과받은답", "와받은답", "과들은답", "와들은답", "과그답", "와그답", "와그에대한답", "과그에대한답", "과돌아온답", "와돌아온답"]]) { Ordered = true },
    ];

    private static readonly Cue[] EnglishHeard =
    [
        new(QuestionKind.Replied, [["answer", "answers", "reply", "replies", "response", "responses"], ["get", "got", "receive", "received", "hear", "heard"]]) { Ordered = true },
        new(QuestionKind.Replied, [["get", "got", "receive", "received", "hear", "heard"], ["answer", "answers", "reply", "replies", "response", "responses"]]) { Ordered = true },
        new(QuestionKind.Replied, [[.. EnglishRaising, "say", "requests", "concerns", "complain", "complaints", "demands", "demand", "request", "propose", "suggest", "urge", "mention"], ["and"], ["answer", "answers", "answered", "reply", "replies", "replied", "response", "responses", "respond", "responded", "react", "told"]]) { Ordered = true },
    ];

    private static readonly string[] KoreanVerify = ["정말", "진짜", "맞나", "맞는가", "맞습니까", "맞아", "사실인가", "사실이야", "사실입니까", "했나", "했는가", "했습니까", "했어", "했지", "였나", "한적이", "한적있", "있나", "있었나", "있습니까", "있어", "했나요", "있나요", "했다던데", "하기로했나"];

    private static readonly string[] EnglishVerify = ["did", "does", "has", "have", "is", "was", "were", "is it true", "really"];

    private static readonly string[] KoreanReply = ["답", "회신", "응답", "반응", "대응", "약속", "공약", "기한"];

    private static readonly string[] EnglishReply = ["reply", "replied", "replies", "answer", "answered", "respond", "responded", "response", "react", "reaction", "promise", "promised", "commit", "committed", "pledge", "pledged"];

    private static readonly string[] KoreanDecided = ["결정했", "확정했", "시행했", "기로결정", "기로확정", "결정됐", "확정됐", "시행됐", "이미시행"];

    private static readonly string[] EnglishDecided = ["decide", "decided", "approve", "approved", "implemented", "in force"];

    public static QuestionKind Read(string question, Language language, out bool verifies)
    {
        var squeezed = language == Language.Korean ? Squeeze(question) : " " + Words(question) + " ";
        verifies = language == Language.Korean
            ? KoreanVerify.Any(c => squeezed.EndsWith(c, StringComparison.Ordinal)) || squeezed.Contains("정말", StringComparison.Ordinal) || squeezed.Contains("진짜", StringComparison.Ordinal)
            : EnglishVerify.Any(c => squeezed.StartsWith($" {c} ", StringComparison.Ordinal)) || squeezed.Contains(" really ", StringComparison.Ordinal);
        var cues = language == Language.Korean ? Korean : English;
        return cues.FirstOrDefault(cue => Matches(cue, squeezed, language))?.Kind ?? QuestionKind.Free;
    }

    /// <summary>"무엇을 말했고 어떤 답을 들었나": asked from the side of the one who raised it.</summary>
    public static bool AsksWhatWasHeard(string question, Language language) => language == Language.Korean
        ? Squeeze(question) is var squeezed && KoreanHeard.Any(cue => Matches(cue, squeezed, language))
        : $" {Words(question)} " is var words && EnglishHeard.Any(cue => Matches(cue, words, language));

    /// <summary>"뭐라고 했나" asks for anything said; "뭐라고 답했나" for an answer.</summary>
    public static bool AsksForReply(string question, Language language) => language == Language.Korean
        ? Squeeze(question) is var asked && KoreanReply.Any(c => Find(c, asked, 0, language) >= 0)
        : Words(question).Split(' ').Any(EnglishReply.Contains);

    /// <summary>What the question takes for granted about the answer; the answer then says how far the record really goes.</summary>
    public static ReplyStrength? ReadPresumed(string question, Language language) => language == Language.Korean
        ? Squeeze(question) is var squeezed && KoreanDecided.Any(c => squeezed.Contains(c, StringComparison.Ordinal)) ? ReplyStrength.Decided : null
        : $" {Words(question)} " is var words && EnglishDecided.Any(c => words.Contains($" {c} ", StringComparison.Ordinal)) ? ReplyStrength.Decided : null;

    private static bool Matches(Cue cue, string question, Language language)
    {
        var from = 0;
        foreach (var group in cue.AllOf)
        {
            var at = group.Select(word => Find(word, question, from, language)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
            if (at < 0) return false;
            if (cue.Ordered) from = at + 1;
        }

        return !cue.NoneOf.Any(word => Find(word, question, 0, language) >= 0);
    }

    private static int Find(string word, string question, int from, Language language)
    {
        if (language != Language.Korean) return question.IndexOf($" {word} ", from, StringComparison.Ordinal);
        var at = question.IndexOf(word, from, StringComparison.Ordinal);
        while (at >= 0 && IsWithinVerb(word, question, at)) at = question.IndexOf(word, at + 1, StringComparison.Ordinal);
        return at;
    }

    /// <summary>제기한, 얘기한: without blanks a verb ends like the word for a deadline.</summary>
    private static bool IsWithinVerb(string word, string question, int at) => word == "기한" && at > 0 && "제얘야포연분".Contains(question[at - 1], StringComparison.Ordinal);

    /// <summary>Without blanks; a mark stands for the one before a deadline (과제 기한), which is no verb then.</summary>
    private static string Squeeze(string question) =>
        string.Concat(question.Replace(" 기한", "#기한", StringComparison.Ordinal).Where(c => char.IsLetterOrDigit(c) || c == '#')).ToLowerInvariant();

    private static string Words(string question) =>
        string.Join(' ', new string([.. question.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <param name="AllOf">Of each group one word must be there; in <see cref="Ordered"/> rows one behind the other.</param>
    private sealed record Cue(QuestionKind Kind, string[][] AllOf)
    {
        public bool Ordered { get; init; }

        public string[] NoneOf { get; init; } = [];
    }
}
