namespace PolicyBot.Answers;

/// <summary>Words of a question that carry the asking rather than its subject, and words too common in policy records to tell anything.</summary>
internal static class QuestionVocabulary
{
    /// <summary>Korean stems: a word that starts with one of them is part of the asking.</summary>
    public static readonly string[] KoreanAsking =
    [
        "누가", "누구", "무엇", "뭐", "뭐라", "뭘", "무슨", "어떤", "어느", "어디", "언제", "왜", "어떻게", "몇", "얼마",
        "제기", "요구", "요청", "건의", "우려", "지적", "언급", "말했", "말하", "말한", "말씀", "발언", "주장", "제안", "호소", "촉구", "의견", "목소리", "걱정", "애로", "불만", "어려움", "어려워", "어려운", "고충", "겪는", "겪고", "겪은", "겪었",
        "답했", "답변", "답은", "답을", "답이", "대답", "회신", "응답", "반응", "입장", "약속", "기한", "이행",
        "들었", "들은", "받았", "받은", "얻었", "얻은", "돌아온", "돌아왔", "원했", "바랐", "꺼냈", "꺼낸", "얘기", "이야기", "지켜", "지켰", "지키", "밝혔", "밝힌", "강조했", "강조한", "가운데", "못",
        "삼았", "삼은", "했나", "했는", "했어", "했지", "했습", "한적", "하나", "하는", "하고", "하기로", "했던", "했다", "했고", "했으며", "했는데", "있나", "있는", "있었", "있어", "있습", "없나", "없는", "없었", "없습",
        "나왔", "나온", "나오", "정리", "요약", "알려", "보여", "설명", "찾아", "말해", "달라", "줘", "주세", "주십", "대해", "대한", "관해", "관한", "관련", "위해", "위한", "대하",
        "정말", "진짜", "사실", "맞나", "맞는", "맞아", "아직", "이미", "지금", "최근", "전에도", "예전", "과거", "이전", "처음", "다시", "또", "그리고", "그럼", "그러면", "우리", "우리가", "이번", "다음", "지난",
        "참석", "참가", "배석", "참여", "열리", "열린", "열렸", "개최", "예정", "일정", "다가오", "앞으로", "향후", "정부", "부처", "당국", "여부", "목록", "명단", "전부", "모두", "모든",
        "사람", "됐", "되었", "되나", "됩니", "결정", "확정", "시행", "추진하", "추진했", "반영하", "반영했", "주기로", "하자", "하기", "같은",
        "것", "게", "건", "걸", "거", "점", "쪽", "곳", "때", "중", "등", "말", "수", "적", "번", "한", "장", "차례", "건수", "횟수", "자주", "그", "이", "저", "더",
    ];

    /// <summary>Words that stand in most consultation records of either language.</summary>
    public static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "ai", "인공지능", "기업", "기업들", "업체", "업계", "회사", "산업", "문제", "지원", "정책", "관련", "사항", "내용", "방안", "제도", "규제", "간담회", "회의", "토론회", "자리", "현장", "대표", "장관", "차관",
        "데이터센터", "데이터", "센터", "국내", "사업", "분야", "기술", "개선", "강화", "확대", "해소", "공급", "부족", "의무",
        "issue", "issues", "problem", "problems", "support", "policy", "company", "companies", "firm", "firms", "industry", "sector", "meeting", "meetings", "consultation", "regulation", "regulations", "rules", "rule",
        "centre", "centres", "center", "centers", "data", "datacentre", "datacentres", "datacenter", "datacenters", "supply", "shortage", "minister", "government", "ministry", "technology",
        "programme", "programmes", "program", "programs", "scheme", "schemes", "measure", "measures", "plan", "plans", "community",
    };

    public static readonly HashSet<string> EnglishAsking = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "from", "about", "as", "and", "or", "but", "not", "no", "any", "anyone", "anybody", "all", "every", "each", "some",
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "often", "many", "much", "times", "time",
        "did", "do", "does", "done", "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will", "would", "can", "could", "should", "may", "there", "it", "its", "they", "their", "them", "we", "us", "our", "you", "i", "me", "my", "he", "she", "his", "her", "that", "this", "these", "those",
        "raise", "raised", "raises", "ask", "asked", "asks", "asking", "request", "requested", "requests", "demand", "demanded", "demands", "want", "wanted", "say", "said", "says", "saying", "mention", "mentioned", "complain", "complained", "complaint", "complaints", "concern", "concerns", "concerned", "call", "called", "calls", "urge", "urged", "propose", "proposed", "suggest", "suggested", "worry", "worried", "voice", "voiced", "bring", "brought", "face", "faced", "facing", "struggle", "struggles", "difficulty", "difficulties", "challenge", "challenges",
        "ministry", "government", "authorities", "get", "gets", "got", "receive", "received", "hear", "heard", "told", "among",
        "reply", "replied", "replies", "answer", "answered", "answers", "respond", "responded", "response", "promise", "promised", "promises", "commit", "committed", "commitment", "commitments", "pledge", "pledged", "owe", "owes", "owed", "outstanding", "due", "deadline", "deadlines",
        "unanswered", "open", "still", "yet", "already", "before", "after", "since", "ever", "really", "true", "last", "next", "upcoming", "coming", "come", "came", "up", "first", "latest", "recent", "recently", "new",
        "held", "hold", "host", "hosted", "place", "meet", "met", "attend", "attended", "attendees", "present", "participants", "part", "took", "take", "list", "show", "tell", "give", "summarise", "summarize", "summary", "discuss", "discussed", "happened", "decide", "decided", "decides", "approve", "approved", "implement", "implemented", "agree", "agreed", "regarding", "concerning", "related", "please", "records", "record", "archive", "so", "then", "if", "than", "into", "over",
    };
}
