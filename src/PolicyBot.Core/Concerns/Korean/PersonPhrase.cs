using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>"홍길동 A사 대표", "과기정통부 이몽룡 제2차관", "A사 대표", "홍 대표", "차관".</summary>
/// <param name="Name">The full name, or the surname alone.</param>
/// <param name="Organisation">As far as it is told beside the title; null when it is told of the past.</param>
internal sealed record PersonPhrase(int First, int Last, string? Name, string? Organisation, string Title, string Text)
{
    private const int Reach = 6;

    public bool HasFullName => Name is { Length: > 1 };

    /// <summary>"전 A사 대표": whoever it is, it is not the head of today.</summary>
    public bool IsPast { get; private init; }

    /// <summary>The words are "A협회(회장 성춘향)", the body first.</summary>
    public bool IsHeaded { get; private init; }

    /// <summary>Reads backwards from the title at <paramref name="last"/>; null when the word ends in none.</summary>
    public static PersonPhrase? Read(string text, IReadOnlyList<Word> words, int last, int length, Bodies bodies)
    {
        var stem = words[last].Text[..length];
        if (words[last].Quote is not null || Titles.EndOf(stem) is not { } title) return null;

        var glued = stem[..^title.Length];
        if (last > 0 && IsSurnameAlone(words, last) && glued.Length == 0) return Make(last - 1, words[last - 1].Text, null);

        for (var i = last - 1; i >= Math.Max(0, last - Reach); i--)
        {
            if (IsPastMark(words, i, last)) return i > 0 && IsWholeName(words[i - 1]) ? Make(i - 1, words[i - 1].Text, null) with { IsPast = true } : Make(i, null, null) with { IsPast = true };
            if (IsEdge(words, i)) break;
            if (!PersonNames.Is(words[i].Text) || bodies.Knows(words[i].Text) || IsHouse(words, i)) continue;
            var between = string.Join(' ', words.Skip(i + 1).Take(last - i - 1).Select(w => w.Text).Append(glued)).Trim();
            if (!IsPlausible(words[i].Text, between, bodies)) continue;
            var first = between.Length == 0 && i > 0 && !words[i - 1].CommaAfter && (bodies.Knows(words[i - 1].Text) || IsHouseInFront(words, i)) ? i - 1 : i;
            return Make(first, words[i].Text, first < i ? words[first].Text : between.Length > 0 ? between : null);
        }

        var (from, organisation) = OrganisationBefore(words, last, glued, bodies);
        return Make(from, null, organisation);

        PersonPhrase Make(int first, string? name, string? organisation) =>
            new(first, last, name, organisation, organisation is null ? stem : title, text[words[first].Start..words[last].EndOf(length)]);
    }

    /// <summary>"홍길동(A사 대표)": where somebody works stands in brackets.</summary>
    public static PersonPhrase? Bracketed(string text, IReadOnlyList<Word> words, int at)
    {
        if (words[at] is not { Bracket: { Length: > 0 } bracket, Text.Length: > 1, Quote: null } named) return null;
        var name = named.Text[..Particles.Strip(named.Text).Length];
        if (!PersonNames.Is(name) || named.EndOf(name.Length) > bracket.Start) return null;
        var post = bracket.Of(text);
        if (Titles.EndOf(post[(post.LastIndexOf(' ') + 1)..]) is not { } title) return null;
        // "나로와 소송 중인 A사 대표" tells of two.
        var before = post[..^title.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isPast = before is ["전" or "前", ..];
        if (before.Skip(isPast ? 1 : 0).Any(w => w is "중인" || NounPhrases.EndsPhrase(w))) return null;
        var organisation = isPast ? "" : post[..^title.Length].Trim();
        return new(at, at, name, organisation.Length > 0 ? organisation : null, title, text[named.Start..Math.Min(text.Length, bracket.End + 1)]) { IsPast = isPast };
    }

    /// <summary>"가상부(장관 홍길동)는": the head of a body stands in brackets behind it. Two heads there are nobody's short form.</summary>
    public static PersonPhrase? Headed(string text, IReadOnlyList<Word> words, int at, Bodies bodies)
    {
        if (words[at] is not { Bracket: { Length: > 0 } bracket, Text.Length: > 1, Quote: null } named || HeadIn(bracket.Of(text)) is not var (name, title)) return null;
        var length = Particles.Strip(named.Text).Length;
        if (named.EndOf(length) > bracket.Start || bodies.Read(words, at, length) is not { } body) return null;
        return new(body.First, at, name, body.Name, title, text[words[body.First].Start..Math.Min(text.Length, bracket.End + 1)]) { IsHeaded = true };
    }

    /// <summary>"장관 홍길동", "회장: 성춘향", "성춘향 회장", with or without "이하 …" behind it; nothing of the past and nobody's deputy.</summary>
    public static (string Name, string Title)? HeadIn(string bracket)
    {
        var items = bracket.Split([',', '·', '/', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0 || items.Skip(1).Any(i => !i.StartsWith("이하", StringComparison.Ordinal))) return null;
        var words = items[0].Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3) return null;
        var (name, posts) = IsHeadsPost(words[0]) ? (words[^1], words[..^1]) : (words[0], words[1..]);
        return name.Length > 2 && PersonNames.Is(name) && Array.TrueForAll(posts, IsHeadsPost) ? (name, posts[^1]) : null;
    }

    private static bool IsHeadsPost(string word) => Titles.EndOf(word) is { } title && (title.Length == word.Length || word is "제1차관" or "제2차관") && !title.EndsWith("대행", StringComparison.Ordinal);

    /// <summary>"성춘향 전 A사 대표", and "전 A사 대표" where a sentence begins; elsewhere 전 may be a time (회의 전 A사 대표는), a surname or all (전 직원).</summary>
    private static bool IsPastMark(IReadOnlyList<Word> words, int i, int last) =>
        i + 1 < last && words[i] is { Text: "전", Quote: null, CommaAfter: false } && (i == 0 || (IsWholeName(words[i - 1]) && !words[i - 1].CommaAfter));

    private static bool IsWholeName(Word word) => word.Quote is null && word.Text.Length > 2 && PersonNames.Is(word.Text);

    /// <summary>"류진아 법무법인 한결 변호사": behind the form of a house stands its name, nobody's.</summary>
    private static bool IsHouse(IReadOnlyList<Word> words, int i) =>
        i > 0 && !words[i - 1].CommaAfter && (words[i - 1].Text.EndsWith("법인", StringComparison.Ordinal) || words[i - 1].Text is "주식회사" or "유한회사" or "합자회사" or "영농조합");

    /// <summary>"오픈레터 정하늘 대표는" at the head of a sentence: the house of which no list knows.</summary>
    private static bool IsHouseInFront(IReadOnlyList<Word> words, int name) =>
        name == 1 && words[0] is { Quote: null, IsListed: false, Bracket: null } house && words[1].Text is { Length: 3 } person && Surnames.Is(person[0]) && !PersonNames.Is(house.Text)
        && IsEmployer(house.Text) && Strangers.IsNameLike(house.Text) && !NounPhrases.EndsPhrase(house.Text) && !Array.Exists(Times, t => house.Text.StartsWith(t, StringComparison.Ordinal));

    private static readonly string[] Times = ["지난", "첫", "이번", "다음", "올해", "작년", "내년", "매년", "매달", "이달", "두번", "세번"];

    private static bool IsSurnameAlone(IReadOnlyList<Word> words, int last) =>
        words[last - 1] is { Text.Length: 1, CommaAfter: false, Quote: null } w && Surnames.Is(w.Text[0]);

    /// <summary>A two-letter word is a name only right beside an organisation or the title; surnames are needed elsewhere.</summary>
    private static bool IsPlausible(string name, string between, Bodies bodies) =>
        name.Length > 2 || between.Length == 0 || bodies.Knows(between.Split(' ')[0]) || bodies.Knows(between);

    private static bool IsEdge(IReadOnlyList<Word> words, int i) =>
        words[i].CommaAfter || words[i].Quote is not null || words[i].Text.Length == 0 || words[i + 1].IsListed
        || (!PersonNames.Is(words[i].Text) && NounPhrases.EndsPhrase(words[i].Text));

    /// <summary>"하늘운송 대표": what stands before a private title is its company, unless it is a common word.</summary>
    public static bool IsEmployer(string word) =>
        word.Length > 2 && !PersonNames.IsCommon(word) && !GroupPhrases.IsCommon(word) && !OrganisationShapes.IsCommon(word) && !GroupPhrases.IsUnknownOne(word)
        && Particles.Strip(word).Role == Particles.Role.None && !word.EndsWith('들') && Titles.EndOf(word) is null && !char.IsAsciiDigit(word[0]);

    private static (int From, string? Organisation) OrganisationBefore(IReadOnlyList<Word> words, int last, string glued, Bodies bodies)
    {
        // "농식품부 반려산업팀장": the ministry before the office.
        if (glued.Length > 1 && last > 0 && !IsEdge(words, last - 1) && bodies.SideOf(words[last - 1].Text) == Side.Government && bodies.Read(words, last - 1, words[last - 1].Text.Length) is { } ministry) return (ministry.First, ministry.Name);
        if (glued.Length > 0 && glued is not ("제1" or "제2" or "1" or "2" or "신임" or "부")) return (last, glued);
        if (last == 0 || IsEdge(words, last - 1)) return (last, null);
        if (bodies.Read(words, last - 1, words[last - 1].Text.Length) is { } body) return (body.First, body.Name);
        var before = words[last - 1].Text;
        return IsEmployer(before) && words[last].Text.Length > 0 ? (last - 1, before) : (last, null);
    }
}
