namespace PolicyBot.Concerns.Korean;

/// <summary>Nouns that carry what was said: -다는 우려, -라는 요청, -자는 제안.</summary>
internal static class ReportingNouns
{
    private static readonly (string Stem, Force Force)[] Table =
    [
        ("의견", Force.Neutral), ("점", Force.Neutral), ("것", Force.Neutral), ("사실", Force.Neutral), ("지적", Force.Plea), ("우려", Force.Concern), ("걱정", Force.Concern), ("염려", Force.Concern), ("불안", Force.Concern), ("애로", Force.Concern), ("어려움", Force.Concern), ("고충", Force.Concern), ("하소연", Force.Concern), ("볼멘소리", Force.Concern), ("불만", Force.Concern), ("비판", Force.Concern), ("푸념", Force.Concern), ("토로", Force.Concern), ("한숨", Force.Concern), ("원성", Force.Concern), ("경고", Force.Concern), ("쓴소리", Force.Concern),
        ("건의서", Force.Request), ("요청서", Force.Request), ("요구서", Force.Request), ("청원서", Force.Request), ("탄원서", Force.Request), ("진정서", Force.Request), ("제안서", Force.Request), ("성명서", Force.Plea), ("의견서", Force.Plea), ("호소문", Force.Plea), ("공문", Force.Request), ("서한", Force.Request),
        ("호소", Force.Plea), ("요청", Force.Request), ("요구", Force.Request), ("건의", Force.Request), ("제안", Force.Request), ("제언", Force.Request), ("촉구", Force.Request), ("당부", Force.Request), ("주문", Force.Request), ("바람", Force.Request), ("부탁", Force.Request), ("아이디어", Force.Request), ("조언", Force.Request), ("희망", Force.Request), ("목소리", Force.Plea), ("주장", Force.Neutral), ("입장", Force.Position), ("견해", Force.Position), ("평가", Force.Position), ("분석", Force.Position), ("전망", Force.Position), ("기대", Force.Position), ("생각", Force.Neutral), ("뜻", Force.Neutral), ("설명", Force.Neutral), ("말", Force.Neutral), ("이야기", Force.Neutral), ("얘기", Force.Neutral), ("발언", Force.Neutral), ("답변", Force.Answer), ("답", Force.Answer), ("약속", Force.Answer), ("방침", Force.Answer), ("반응", Force.Neutral), ("반론", Force.Concern), ("진단", Force.Neutral), ("취지", Force.Neutral), ("질문", Force.Question), ("물음", Force.Question), ("질의", Force.Question), ("요지", Force.Neutral), ("문제제기", Force.Concern), ("성토", Force.Concern), ("반발", Force.Concern), ("아쉬움", Force.Concern), ("안타까움", Force.Concern), ("답답함", Force.Concern), ("위기감", Force.Concern), ("위기의식", Force.Concern), ("공감대", Force.Neutral), ("계획", Force.Answer), ("구상", Force.Answer), ("메시지", Force.Neutral), ("반박", Force.Neutral), ("외침", Force.Plea), ("아우성", Force.Concern), ("넋두리", Force.Concern), ("탄식", Force.Concern), ("한탄", Force.Concern), ("원망", Force.Concern), ("질타", Force.Concern), ("항변", Force.Concern), ("반문", Force.Concern), ("성화", Force.Request), ("절규", Force.Concern), ("증언", Force.Neutral), ("지론", Force.Position), ("시각", Force.Position), ("판단", Force.Position), ("인식", Force.Position), ("충고", Force.Request), ("소망", Force.Request), ("염원", Force.Request), ("청원", Force.Request), ("제의", Force.Request), ("대답", Force.Answer), ("회답", Force.Answer), ("확답", Force.Answer), ("다짐", Force.Answer), ("언질", Force.Answer), ("해명", Force.Answer), ("전언", Force.Neutral), ("귀띔", Force.Neutral), ("언급", Force.Neutral), ("논리", Force.Neutral), ("항의", Force.Concern), ("소감", Force.Courtesy), ("인사", Force.Courtesy),
    ];

    private static readonly (string Stem, Force Force)[] LongestFirst = [.. Table.OrderByDescending(t => t.Stem.Length)];

    /// <summary>The noun at the head of a word, with whatever particle or ending follows it.</summary>
    public static (Force Force, string Ending)? Read(string word)
    {
        foreach (var (stem, force) in LongestFirst)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal) && IsRest(word[stem.Length..], stem)) return (force, word[stem.Length..]);
        }

        return null;
    }

    private static bool IsRest(string rest, string stem) =>
        (rest.Length == 0 && stem is not ("것" or "점" or "사실")) || (rest is "사항" or "사항을" or "사항이" or "사항도" && stem is "애로" or "건의" or "요청")
        || (stem is not ("것" or "점" or "사실") && Array.Exists(Rests, r => rest == r)) || stem is not ("것" or "점" or "사실") && rest.StartsWith("이다", StringComparison.Ordinal) || (stem is "것" or "점" or "사실" ? rest is "이다" or "이었다" or "입니다" or "을" or "도" : stem is "말" ? rest is "에" or "을" or "도" or "이" or "과" or "이다" or "에는" or "씀" : false);

    private static readonly string[] Rests =
    [
        "이", "가", "은", "는", "을", "를", "도", "에", "에는", "에도", "과", "와", "으로", "로", "의", "만", "들이", "들을", "들도", "들은", "이다", "다", "이었다", "였다", "이며", "이고", "이라고", "라고", "까지", "에서", "부터", "등이", "이라며", "이라는", "입니다", "임",
    ];

    /// <summary>A request or complaint that came up without a speaker: 나왔다, 제기됐다, 잇따랐다.</summary>
    private static readonly string[] Passive =
    [
        "나왔", "나오", "나온", "제기됐", "제기되", "제기된", "제기돼", "개진됐", "개진되", "개진돼", "이어졌", "이어지", "이어져", "잇따랐", "잇따르", "잇달았", "잇달", "쏟아졌", "쏟아지", "쏟아져", "터져", "터졌", "있었", "많았", "높았", "높아졌", "컸다", "컸고", "거론됐", "거론되", "제시됐", "제시되", "들렸",
        "들려왔", "들려", "오갔", "오가", "뒤따랐", "주를이뤘", "주류를", "우세했", "지배적이었", "대두됐", "빗발쳤", "봇물", "줄을이었", "줄이었", "계속됐", "불거졌", "엇갈렸", "맞섰", "공유됐", "모였", "모아졌", "형성됐", "전달됐", "접수됐", "표출됐", "분출", "잇단", "제안됐", "건의됐", "다수였", "대부분이었", "주를", "줄을", "봇물을", "흘러나왔", "새어", "논의됐", "지적됐", "강조됐", "교환됐", "나타났", "돌았", "튀어나왔", "튀어나오", "끊이지", "흘러나오", "맴돌았", "메아리쳤", "울려", "쌓였", "더해졌", "보태졌", "곁들여졌", "뒤섞",
    ];

    public static bool IsPassive(string word) => Array.Exists(Passive, p => word.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Present or future: the reporter tells what is said in general.</summary>
    public static bool IsTimeless(string word) =>
        word is "나온다" or "나오고" or "제기된다" or "많다" or "크다" or "높다" or "있다" or "이어진다" or "들린다" or "제기되고" or "커지고" or "높아지고" or "나올" or "제기될" or "잇따른다" or "적지" or "지배적이다" or "우세하다" or "쏟아진다" or "팽배하다" or "나온" or "확산되고" or "확산하고";
}
