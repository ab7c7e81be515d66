using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Korean;

/// <summary>The organisations of one record: those of the catalogue, those that look like one, those that the record shows to be one.</summary>
internal sealed class Bodies
{
    public sealed record Body(int First, int Last, string Name);

    private readonly Record _record;
    private readonly Organisations _organisations;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spaced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fullest = new(StringComparer.Ordinal);

    /// <param name="sentences">All sentences of the record, captions and lists too: they show names.</param>
    /// <param name="meetings">Who came shows names as well.</param>
    public Bodies(Record record, Organisations organisations, IEnumerable<IReadOnlyList<Word>> sentences, IReadOnlyList<Meeting> meetings)
    {
        (_record, _organisations) = (record, organisations);
        _shown.UnionWith(Attendance.Names(meetings).Where(name => !name.Contains(' ', StringComparison.Ordinal) && IsNew(name)));
        IReadOnlyList<Word> before = [];
        foreach (var words in sentences)
        {
            for (var i = 0; i < words.Count; i++) Notice(words, i);
            if (words.Count > 1 && words[0].Text == "이" && Array.Exists(Resumed, r => words[1].Text.StartsWith(r, StringComparison.Ordinal))) NoticeTopic(before);
            before = words;
        }
    }

    public bool Knows(string name) =>
        name.Length > 1 && (_shown.Contains(name) || _organisations.Find(name, _record.Published) is not null || OrganisationShapes.Is(name) || IsBranch(name));

    /// <summary>누리통신서비스 in a record that names 누리통신.</summary>
    private bool IsBranch(string name) =>
        Array.Find(Branches, b => name.EndsWith(b, StringComparison.Ordinal)) is { } branch && name.Length - branch.Length > 2 && _shown.Contains(name[..^branch.Length]);

    private static readonly string[] Branches = ["서비스", "코리아", "지사", "판매", "산업", "종합"];

    /// <summary>The longest name that ends with these letters of the word.</summary>
    public Body? Read(IReadOnlyList<Word> words, int last, int length)
    {
        if (length == 0 || words[last].Quote is not null) return null;
        for (var first = Math.Max(0, last - 3); first <= last; first++)
        {
            if (words.Skip(first).Take(last - first).Any(w => w.CommaAfter || w.Quote is not null || w.Text.Length == 0)) continue;
            var name = _record.Text[words[first].Start..words[last].EndOf(length)];
            var bare = Bare(words, first, last, length);
            if (first < last ? IsSpaced(words, first, last, length, bare) : Knows(bare)) return Owned(words, last, length, bare) ?? new(first, last, first < last ? name : bare);
        }

        return null;
    }

    public Side SideOf(string name)
    {
        if (_organisations.Find(name, _record.Published) is { } known)
            return known.Kind switch { OrganisationKind.Government => Side.Government, OrganisationKind.PublicBody or OrganisationKind.LocalGovernment => Side.Host, _ => Side.Stakeholder };
        return OrganisationShapes.IsGovernment(name) ? Side.Government : Side.Stakeholder;
    }

    /// <summary>과기정통부 in a record that also writes 과학기술정보통신부.</summary>
    public string Fullest(string name)
    {
        if (_fullest.TryGetValue(name, out var full)) return full;
        if (_spaced.TryGetValue(Tail.Close(name), out full)) return full;
        if (_organisations.Find(name, _record.Published) is { } known && _fullest.TryGetValue("=" + known.Name, out full)) return full;
        if (Generic.Contains(name) && Owners(name) is [var owner]) return owner;
        return name;
    }

    private static readonly string[] Generic = [.. SocietyShapes.Bare, "위원회", "협회", "학회", "조합", "노조", "연합회", "협의회", "연구원", "재단", "공단", "공사", "진흥원"];

    /// <summary>협회, 수협: called by its kind alone.</summary>
    public static bool IsGeneric(string name) => Generic.Contains(name);

    private List<string> Owners(string kind) => [.. _shown.Concat(_fullest.Values).Where(n => n.Length > kind.Length && n.EndsWith(kind, StringComparison.Ordinal)).Select(Fullest).Distinct()];

    /// <summary>A사 노조: what is called only by its kind belongs to the body before it.</summary>
    private Body? Owned(IReadOnlyList<Word> words, int last, int length, string bare)
    {
        if (last == 0 || !Generic.Contains(bare) || words[last - 1] is not { CommaAfter: false, Quote: null } owner || Particles.Strip(owner.Text).Role != Particles.Role.None || !Knows(owner.Text)) return null;
        return new(last - 1, last, _record.Text[owner.Start..words[last].EndOf(length)]);
    }

    private static string Bare(IReadOnlyList<Word> words, int first, int last, int length) =>
        string.Join(' ', words.Skip(first).Take(last - first).Select(w => w.Text).Append(words[last].Text[..length]));

    /// <summary>"가나다 AI", "LG AI연구원", "NC AI": a name in pieces, one of them in Latin letters, or one the catalogue knows.</summary>
    private bool IsSpaced(IReadOnlyList<Word> words, int first, int last, int length, string bare)
    {
        if (_organisations.Find(bare, _record.Published) is not null || _shown.Contains(bare)) return true;
        var head = words[first].Text;
        if (last - first == 1 && Array.Exists(BrandWords, b => b == words[last].Text[..length])) return head.Length > 1 && !PersonNames.IsCommon(head) && !NounPhrases.EndsPhrase(head) && Particles.Strip(head).Role == Particles.Role.None;
        if (last - first != 1 || !char.IsAsciiLetterUpper(words[last].Text[0])) return false;
        return head.Length is > 1 and < 7 && !NounPhrases.EndsPhrase(head) && Array.TrueForAll(NotHeads, n => !head.EndsWith(n, StringComparison.Ordinal)) && words[last].Text[..length] is "AI" or "IT" or "SDS" or "CNS" or "ENG" or "DX" or "ICT";
    }

    /// <summary>Words that only brands have, also apart: 산들 로보틱스.</summary>
    private static readonly string[] BrandWords = ["로보틱스", "로보", "소프트", "테크", "랩", "랩스", "헬스", "시스템즈", "솔루션즈", "네트웍스", "텔레콤", "홀딩스", "컴퍼니", "벤처스", "파트너스", "다이나믹스", "이노베이션", "메디컬", "바이오텍", "일렉트로닉스"];

    private static readonly string[] NotHeads = ["생성형", "피지컬", "의료", "국내", "국산", "초거대", "온디바이스", "산업", "제조", "공공", "주요", "관련", "소버린", "글로벌", "한국형", "독자", "금융", "교육", "모든", "각종", "범용", "에이전틱"];

    private void Notice(IReadOnlyList<Word> words, int i)
    {
        var word = words[i];
        if (word.Text.Length == 0) return;
        var stem = word.Text[..Particles.Strip(word.Text).Length];
        if (word.IsListed) NoticeListed(words, i);
        NoticeEmployer(words, i, stem);
        if (stem.Length > 1 && (OrganisationShapes.Is(stem) || IsKin(words, i, stem))) _shown.Add(stem);
        if (word.Bracket is { } post && IsNew(stem) && PersonPhrase.HeadIn(post.Of(_record.Text)) is var (_, title) && Heads.Contains(title)) _shown.Add(stem);
        if (word.Bracket is { } inside && Knows(stem)) NoticeAlias(stem, inside.Of(_record.Text));
        NoticeKnown(stem);
        if (i > 0 && stem.Length > 1 && (char.IsAsciiLetterUpper(stem[0]) || Array.Exists(BrandWords, b => b == stem)) && Read(words, i, stem.Length) is { } body && body.First < i) _spaced[Tail.Close(body.Name)] = body.Name;
    }

    /// <summary>"모회사인 가람은", "물류 스타트업인 온새미로는": what follows is a name.</summary>
    private static bool IsKin(IReadOnlyList<Word> words, int i, string stem) =>
        i > 0 && !words[i - 1].CommaAfter && Array.Exists(KindsBefore, k => words[i - 1].Text == k) && stem.Length > 1 && Strangers.IsNameLike(stem) && !PersonNames.IsCommon(stem) && !OrganisationShapes.IsCommon(stem) && !GroupPhrases.IsCommon(stem)
        && Particles.Strip(words[i].Text).Role is Particles.Role.Topic or Particles.Role.Subject or Particles.Role.Also or Particles.Role.Of;

    private static readonly string[] KindsBefore = ["모회사인", "자회사인", "계열사인", "관계사인", "기업인", "업체인", "회사인", "스타트업인", "제조사인", "개발사인", "운영사인", "단체인", "시민단체인"];

    /// <summary>A word that may name a body of which no rule knows.</summary>
    private static bool IsNew(string word) =>
        word.Length > 1 && Strangers.IsNameLike(word is [.. var one, '들'] && one.Length > 1 ? one : word) && !PersonNames.Is(word) && !PersonNames.IsCommon(word) && !OrganisationShapes.IsCommon(word) && !GroupPhrases.IsCommon(word);

    /// <summary>How the sentence behind speaks of a body: "이 회사는".</summary>
    private static readonly string[] Resumed = ["회사", "업체", "기업", "단체", "스타트업", "기관"];

    /// <summary>"루미노는 …라고 말했다. 이 회사는 …": the topic before is the firm.</summary>
    private void NoticeTopic(IReadOnlyList<Word> words)
    {
        if (words.Count == 0 || words[0].Quote is not null || Particles.Strip(words[0].Text) is not { Role: Particles.Role.Topic or Particles.Role.Subject, Length: > 2 } topic) return;
        var stem = words[0].Text[..topic.Length];
        if (Strangers.IsNameLike(stem) && !PersonNames.Is(stem) && !OrganisationShapes.IsCommon(stem)) _shown.Add(stem);
    }

    /// <summary>The longest spelling of a known organisation in this record stands for all of them.</summary>
    private void NoticeKnown(string stem)
    {
        if (stem.Length < 2 || _organisations.Find(stem, _record.Published) is not { } known) return;
        var key = "=" + known.Name;
        if (!_fullest.TryGetValue(key, out var longest) || stem.Length > longest.Length) _fullest[key] = stem;
    }

    private void NoticeAlias(string stem, string alias)
    {
        var name = alias.StartsWith("이하", StringComparison.Ordinal) ? alias[2..].Trim(' ', '‘', '’', '\'', '“', '”') : alias;
        if (name.Length is > 1 and < 12 && name.Length < stem.Length && !name.Contains(' ', StringComparison.Ordinal)) _fullest[name] = stem;
    }

    /// <summary>▲가나클라우드 ▲다라데이터 ▲마음 AI 대표: each item up to the next mark, without its title.</summary>
    private void NoticeListed(IReadOnlyList<Word> words, int i)
    {
        var end = i;
        while (end + 1 < words.Count && !words[end + 1].IsListed && end - i < 4) end++;
        if (PersonNames.Is(words[i].Text)) return;
        if (words[i].Text.Length > 1) _shown.Add(words[i].Text);
        if (end > i && words[i + 1].Text is "AI" or "IT") _shown.Add(words[i].Text + " " + words[i + 1].Text);
    }

    private static readonly string[] Heads = ["대표", "대표이사", "공동대표", "사장", "부사장", "회장", "최고경영자"];

    /// <summary>"이경일 솔트룩스 대표" and "솔트룩스 대표" show 솔트룩스 to be a company, even where no rule knows its look.</summary>
    private void NoticeEmployer(IReadOnlyList<Word> words, int i, string stem)
    {
        if (i < 1 || Titles.EndOf(stem) != stem || words[i - 1].CommaAfter) return;
        if (Heads.Contains(stem) && !PersonNames.Is(words[i - 1].Text) && PersonPhrase.IsEmployer(words[i - 1].Text) && Strangers.IsNameLike(words[i - 1].Text)) _shown.Add(words[i - 1].Text);
        if (i < 2 || words[i - 2].CommaAfter) return;
        var (employer, name) = (words[i - 1].Text, words[i - 2].Text);
        if (name.Length == 3 && PersonNames.Is(name) && Surnames.Is(name[0]) && employer.Length > 1 && !NounPhrases.EndsPhrase(employer) && !GroupPhrases.IsCommon(employer))
            _shown.Add(employer);
    }
}
