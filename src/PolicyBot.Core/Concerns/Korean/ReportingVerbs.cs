namespace PolicyBot.Concerns.Korean;

/// <summary>What a reporting word tells about the words that it reports.</summary>
internal enum Force
{
    Neutral,
    Concern,
    Request,
    Position,

    /// <summary>Complaint and ask both use it: 호소, 지적. The content decides, else concern.</summary>
    Plea,
    Answer,

    /// <summary>물었다: a question for information, unless it is none (반문했다).</summary>
    Question,

    /// <summary>인사했다, 소개했다: nothing was said on the matter.</summary>
    Courtesy,

    /// <summary>요구하지 않았다: it was not said.</summary>
    Denied,
}

/// <summary>Verbs that report speech, and how they end.</summary>
internal static class ReportingVerbs
{
    /// <summary>Nouns that take 하다.</summary>
    private static readonly (string Stem, Force Force)[] Nouns =
    [
        ("이야기", Force.Neutral), ("얘기", Force.Neutral), ("잘라말", Force.Answer), ("말", Force.Neutral), ("말씀", Force.Neutral), ("언급", Force.Neutral), ("귀띔", Force.Neutral), ("인정", Force.Neutral), ("시인", Force.Neutral), ("강변", Force.Neutral), ("환기", Force.Neutral), ("설파", Force.Neutral), ("증언", Force.Neutral), ("논평", Force.Neutral), ("설명", Force.Neutral), ("강조", Force.Neutral), ("거듭강조", Force.Neutral), ("진술", Force.Neutral),
        ("발언", Force.Neutral), ("주장", Force.Neutral), ("역설", Force.Neutral), ("단언", Force.Neutral), ("부연", Force.Neutral), ("보고", Force.Neutral), ("진단", Force.Neutral), ("분석", Force.Neutral), ("공개", Force.Neutral), ("토로", Force.Concern), ("고백", Force.Concern),
        ("지적", Force.Plea), ("비판", Force.Concern), ("비난", Force.Concern), ("질타", Force.Concern), ("성토", Force.Concern), ("우려", Force.Concern), ("걱정", Force.Concern), ("염려", Force.Concern), ("한탄", Force.Concern), ("탄식", Force.Concern), ("한숨", Force.Concern), ("경고", Force.Concern), ("항의", Force.Concern),
        ("반발", Force.Concern), ("반문", Force.Concern), ("항변", Force.Concern), ("반대", Force.Concern), ("불평", Force.Concern), ("푸념", Force.Concern), ("하소연", Force.Concern), ("호소", Force.Plea), ("문제제기", Force.Concern), ("이의제기", Force.Concern), ("반론", Force.Concern), ("실토", Force.Concern),
        ("건의", Force.Request), ("요청", Force.Request), ("요구", Force.Request), ("촉구", Force.Request), ("제안", Force.Request), ("제언", Force.Request), ("당부", Force.Request), ("주문", Force.Request), ("부탁", Force.Request), ("재촉", Force.Request), ("독촉", Force.Request), ("간청", Force.Request), ("청원", Force.Request),
        ("탄원", Force.Request), ("희망", Force.Request), ("압박", Force.Request), ("종용", Force.Request), ("조언", Force.Request), ("권고", Force.Request), ("신신당부", Force.Request), ("요망", Force.Request), ("제의", Force.Request), ("읍소", Force.Request), ("권유", Force.Request), ("당부의말", Force.Request), ("주문도", Force.Request), ("건의도", Force.Request), ("요청도", Force.Request), ("제안도", Force.Request), ("요구도", Force.Request),
        ("평가", Force.Position), ("전망", Force.Position), ("판단", Force.Position), ("환영", Force.Position), ("기대", Force.Position), ("자평", Force.Position), ("칭찬", Force.Position), ("반박", Force.Answer), ("해명", Force.Answer), ("답", Force.Answer), ("대답", Force.Answer), ("화답", Force.Answer), ("응답", Force.Answer), ("답변", Force.Answer), ("회신", Force.Answer),
        ("약속", Force.Answer), ("공언", Force.Answer), ("확약", Force.Answer), ("다짐", Force.Answer), ("확언", Force.Answer), ("발표", Force.Neutral), ("안내", Force.Answer), ("통보", Force.Answer), ("시사", Force.Answer), ("예고", Force.Answer), ("확인", Force.Answer), ("일축", Force.Answer), ("부인", Force.Answer), ("일갈", Force.Concern),
        ("응", Force.Answer), ("공지", Force.Answer), ("공표", Force.Answer), ("고지", Force.Answer), ("통지", Force.Answer), ("홍보", Force.Neutral), ("재확인", Force.Answer), ("공약", Force.Answer), ("서약", Force.Answer), ("되풀이", Force.Neutral), ("반복", Force.Neutral), ("충고", Force.Request), ("청", Force.Request), ("간곡히부탁", Force.Request), ("응수", Force.Neutral), ("대꾸", Force.Neutral), ("회답", Force.Answer), ("장담", Force.Answer), ("맹세", Force.Answer), ("천명", Force.Answer), ("선언", Force.Neutral), ("단정", Force.Neutral), ("자신", Force.Neutral), ("회고", Force.Neutral), ("상기", Force.Neutral), ("변론", Force.Neutral), ("변명", Force.Neutral), ("변호", Force.Neutral), ("옹호", Force.Position), ("개탄", Force.Concern), ("통탄", Force.Concern), ("절규", Force.Concern), ("질책", Force.Concern), ("타박", Force.Concern), ("난감해", Force.Concern), ("난처해", Force.Concern), ("답답해", Force.Concern), ("불안해", Force.Concern), ("막막해", Force.Concern), ("곤혹스러워", Force.Concern), ("힘들어", Force.Concern), ("어려워", Force.Concern), ("채근", Force.Request), ("간곡히요청", Force.Request), ("당부드", Force.Request), ("주창", Force.Request),
        ("질문", Force.Question), ("질의", Force.Question), ("문의", Force.Question), ("인사", Force.Courtesy), ("소개", Force.Courtesy), ("축하", Force.Courtesy), ("격려", Force.Courtesy), ("치하", Force.Courtesy), ("감사", Force.Courtesy), ("사의", Force.Courtesy), ("농담", Force.Courtesy),
    ];

    /// <summary>Other verbs, as far as they do not change.</summary>
    private static readonly (string Stem, Force Force)[] Verbs =
    [
        ("밝혔", Force.Neutral), ("밝히", Force.Neutral), ("밝힌", Force.Neutral), ("전했", Force.Neutral), ("전하", Force.Neutral), ("전한", Force.Neutral), ("덧붙", Force.Neutral), ("털어놨", Force.Concern), ("털어놓", Force.Concern), ("털어놔", Force.Concern), ("꼬집", Force.Concern), ("짚었", Force.Neutral), ("짚으", Force.Neutral),
        ("따졌", Force.Concern), ("따지", Force.Concern), ("따져물", Force.Concern), ("캐물", Force.Question), ("되물", Force.Concern), ("쏘아붙", Force.Concern), ("맞섰", Force.Neutral), ("맞서", Force.Neutral), ("맞받", Force.Neutral), ("거들", Force.Neutral), ("내비쳤", Force.Neutral), ("내비치", Force.Neutral), ("피력", Force.Neutral),
        ("내놨", Force.Neutral), ("내놓", Force.Neutral), ("늘어놓", Force.Concern), ("쏟아냈", Force.Concern), ("쏟아내", Force.Concern), ("드러냈", Force.Neutral), ("드러내", Force.Neutral), ("아쉬워", Force.Concern), ("아쉬움", Force.Concern), ("안타까워", Force.Concern), ("안타까움", Force.Concern), ("답답해", Force.Concern), ("답답함", Force.Concern), ("억울해", Force.Concern), ("분통", Force.Concern), ("울상", Force.Concern),
        ("목소리를높", Force.Plea), ("목소리를냈", Force.Neutral), ("목소리를내", Force.Neutral), ("입을모", Force.Plea), ("한목소리를", Force.Plea), ("한목소리였", Force.Plea), ("의견을모", Force.Neutral), ("의견을냈", Force.Neutral), ("의견을내", Force.Neutral), ("의견을밝", Force.Neutral), ("의견을전", Force.Neutral), ("의견을제시", Force.Neutral), ("뜻을모", Force.Neutral), ("뜻을밝", Force.Neutral), ("뜻을전", Force.Neutral), ("운을뗐", Force.Neutral), ("운을떼", Force.Neutral), ("말문을", Force.Neutral), ("입을열", Force.Neutral), ("말을이", Force.Neutral), ("말을보", Force.Neutral),
        ("말을꺼", Force.Neutral), ("선을그", Force.Answer), ("못을박", Force.Answer), ("못박", Force.Answer), ("잘랐", Force.Answer), ("바로잡", Force.Answer), ("일축", Force.Answer), ("확답", Force.Answer), ("물었", Force.Question), ("물어", Force.Question), ("묻", Force.Question), ("물으", Force.Question), ("바랐", Force.Request), ("바란", Force.Request), ("바라", Force.Request), ("원한", Force.Request), ("꼽은", Force.Concern), ("원했", Force.Request), ("외쳤", Force.Plea), ("외치", Force.Plea), ("내다봤", Force.Position), ("내다보", Force.Position), ("점쳤", Force.Position),
        ("생각한다", Force.Position), ("생각했", Force.Position), ("생각하고", Force.Position), ("본다", Force.Position), ("봤다", Force.Position), ("봤고", Force.Position), ("여긴다", Force.Position), ("여겼", Force.Position), ("믿는다", Force.Position), ("믿었", Force.Position), ("보탰", Force.Neutral), ("보태", Force.Neutral), ("끼어들", Force.Neutral), ("물러섰", Force.Neutral), ("물러서", Force.Neutral), ("한발물러", Force.Neutral), ("맞장구", Force.Position), ("못마땅", Force.Concern), ("고집했", Force.Neutral), ("읊조", Force.Neutral), ("되뇌", Force.Neutral), ("쥐어짰", Force.Concern), ("볼멘", Force.Concern), ("가세", Force.Neutral), ("받아쳤", Force.Neutral), ("받아치", Force.Neutral), ("되받", Force.Neutral), ("떠올렸", Force.Neutral), ("떠올리", Force.Neutral), ("돌아봤", Force.Neutral), ("말을받", Force.Neutral), ("털어내", Force.Concern), ("쏟았", Force.Concern), ("터뜨렸", Force.Concern), ("터트렸", Force.Concern), ("내뱉", Force.Concern), ("퍼부", Force.Concern), ("날을세", Force.Concern), ("각을세", Force.Concern), ("혀를찼", Force.Concern), ("투덜", Force.Concern), ("울먹", Force.Concern), ("눈물을", Force.Concern), ("고개를숙", Force.Neutral), ("고개를끄덕", Force.Neutral), ("고개를가로저", Force.Answer), ("매달렸", Force.Request), ("빌었", Force.Request), ("다그쳤", Force.Request), ("다그치", Force.Request), ("채근", Force.Request), ("입장을", Force.Neutral), ("쐐기를", Force.Answer), ("손꼽", Force.Neutral), ("약속을", Force.Answer), ("자리를떴", Force.Neutral), ("자리에서일어", Force.Neutral),
        ("반겼", Force.Position), ("반기", Force.Position), ("치켜세", Force.Position), ("웃었", Force.Courtesy), ("웃으", Force.Courtesy), ("적었", Force.Neutral), ("알렸", Force.Neutral), ("알려왔", Force.Neutral), ("손사래", Force.Answer), ("고개를저", Force.Answer), ("난색", Force.Answer), ("토를달", Force.Concern), ("볼멘소리", Force.Concern), ("쓴소리", Force.Concern), ("혀를내", Force.Concern), ("표했", Force.Neutral), ("표하", Force.Neutral), ("표명", Force.Neutral), ("소개", Force.Courtesy), ("지목", Force.Concern), ("꼽았", Force.Neutral), ("꼽으", Force.Neutral), ("제기", Force.Concern), ("제시", Force.Neutral), ("던졌", Force.Neutral), ("나타냈", Force.Neutral), ("나타내", Force.Neutral), ("토해", Force.Concern),
    ];

    /// <summary>The bare 하다 right behind a quotation.</summary>
    private static readonly string[] Do = ["했다", "했고", "했으며", "했지만", "했는데", "했습니다", "했음", "하며", "하면서", "하면서도", "하고", "하자", "한", "하는", "했으나", "하였다", "했던", "하셨다", "하니", "하였고", "함", "하기도"];

    private static readonly (string Stem, Force Force)[] NounsLongestFirst = [.. Nouns.OrderByDescending(n => n.Stem.Length)];

    /// <summary>The force of the verb that begins at a word, read over at most three words; null when it reports nothing.</summary>
    public static (Force Force, int Last)? Read(IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count || words[at].Quote is not null) return null;
        for (var last = Math.Min(at + 2, words.Count - 1); last >= at; last--)
        {
            if (words.Skip(at).Take(last - at).Any(w => w.CommaAfter || w.Quote is not null)) continue;
            var joined = string.Concat(words.Skip(at).Take(last - at + 1).Select(w => w.Text));
            if (last > at && !IsPhrase(joined)) continue;
            if (IsSupposed(joined)) return null;
            if ((Of(joined) ?? OfNoun(words, last, joined)) is { } force) return (IsDenied(words, at, last, joined) ? Force.Denied : force, last);
        }

        return null;
    }

    /// <summary>말했다면, 요구하더라도: nobody said it.</summary>
    private static bool IsSupposed(string verb) =>
        verb.EndsWith("다면", StringComparison.Ordinal) || verb.EndsWith("더라면", StringComparison.Ordinal) || verb.EndsWith("더라도", StringComparison.Ordinal) || verb.EndsWith("하면", StringComparison.Ordinal) || verb.EndsWith("할까", StringComparison.Ordinal) || verb.EndsWith("했을", StringComparison.Ordinal);

    private static bool IsPhrase(string joined) => Array.Exists(Verbs, v => (v.Stem.Length > 2 || v.Stem == "못박") && joined.StartsWith(v.Stem, StringComparison.Ordinal)) || Array.Exists(Nouns, n => joined.StartsWith(n.Stem + "을", StringComparison.Ordinal) || joined.StartsWith(n.Stem + "를", StringComparison.Ordinal) || joined.StartsWith(n.Stem + "도", StringComparison.Ordinal) || joined.StartsWith("잘라말", StringComparison.Ordinal) || joined.StartsWith("거듭강조", StringComparison.Ordinal)) && HasDo(joined);

    private static bool HasDo(string joined) => joined.Contains('했', StringComparison.Ordinal) || joined.Contains('하', StringComparison.Ordinal) || joined.Contains('한', StringComparison.Ordinal);

    /// <summary>The bare 했다 behind a quotative ending.</summary>
    public static bool IsDo(string word) => Array.Exists(Do, d => word == d);

    private static Force? Of(string word)
    {
        foreach (var (stem, force) in NounsLongestFirst)
        {
            if (word.Length > stem.Length && word.StartsWith(stem, StringComparison.Ordinal) && TakesDo(word, stem.Length)) return force;
        }

        foreach (var (stem, force) in Verbs)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal)) return force;
        }

        return null;
    }

    /// <summary>Outlines leave 하다 out: "…이 필요하다고 강조".</summary>
    private static Force? OfNoun(IReadOnlyList<Word> words, int last, string joined)
    {
        if (last != words.Count - 1) return null;
        foreach (var (stem, force) in NounsLongestFirst)
        {
            if (joined == stem) return force;
        }

        return null;
    }

    private static bool TakesDo(string word, int at)
    {
        if (word[at] is '을' or '를' or '도' && at + 1 < word.Length) at++;
        return word[at] is '했' or '하' or '한' or '할' or '함' or '합' or '해';
    }

    private static bool IsDenied(IReadOnlyList<Word> words, int at, int last, string joined) =>
        joined.Contains("지않", StringComparison.Ordinal) || joined.Contains("지는않", StringComparison.Ordinal) || joined.EndsWith("지도", StringComparison.Ordinal)
        || (joined[^1] is '지' or '는' && joined.Contains("하지", StringComparison.Ordinal) && last + 1 < words.Count && words[last + 1].Text.StartsWith('않') && at <= last)
        || (last + 1 < words.Count && words[last + 1].Text is "적이" or "바" or "바가" or "적은" or "일이" && last + 2 < words.Count && words[last + 2].Text.StartsWith('없'));
}
