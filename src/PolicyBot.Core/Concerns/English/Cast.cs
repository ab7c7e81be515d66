using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>A person of the record. <see cref="Fullest"/> is the form to show: with first name, else with title.</summary>
internal sealed class CastMember(string surname)
{
    public string Surname { get; } = surname;

    public string? First { get; set; }

    public string? Title { get; set; }

    public string Fullest { get; set; } = surname;

    public Side Side { get; set; }

    /// <summary>The name with the body that the person speaks for, in the record's words; empty where the record tells of two bodies.</summary>
    public string? WithBody { get; set; }

    public string? Body { get; set; }

    public string Shown => WithBody is { Length: > 0 } full ? full : Fullest;
}

/// <summary>The people and bodies that one record names, so that "Major", "Ms. Major" or "the company" find their full names again.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, List<CastMember>> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public void AddAlias(string acronym, string full) => _aliases.TryAdd(acronym, full);

    /// <summary>The full name of a body that the record also writes short.</summary>
    public string FullBody(string name) => _aliases.GetValueOrDefault(name, name);

    /// <summary>Two members named Watson: no mention of Watson can be told apart.</summary>
    public void MarkAmbiguous(string surname) => _ambiguous.Add(surname);

    public void Add(string text, List<EnglishToken> tokens, NameMention mention, Side side)
    {
        var (first, surname) = Split(text, tokens, mention);
        var title = TitleOf(tokens, mention);
        var member = Find(surname, first, title) ?? Insert(surname);
        member.First ??= first;
        if (title is not null && (member.Title is null || NounLexicon.StateTitles.Contains(title[(title.LastIndexOf(' ') + 1)..]))) member.Title = title;
        if (member.Side == Side.Unknown) member.Side = side;
        Widen(member, text, tokens, mention, first);
    }

    /// <summary>The one person whom a mention can mean; null when several fit.</summary>
    public CastMember? Resolve(string text, List<EnglishToken> tokens, NameMention mention)
    {
        var (first, surname) = Split(text, tokens, mention);
        if (_ambiguous.Contains(surname) && first is null) return null;
        return Find(surname, first, TitleOf(tokens, mention), exact: true);
    }

    /// <summary>Ties a person to a body. Once everybody is known, so that a surname goes to nobody else.</summary>
    public void Tie(string text, List<EnglishToken> tokens, Affiliation tie, Side side)
    {
        if (Resolve(text, tokens, tie.Person) is not { } member) return;
        var body = FullBody(text[tokens[tie.Body.From].Start..tokens[tie.Body.To - 1].End]);
        if (member.Body is { } known && !known.Contains(body, StringComparison.Ordinal) && !body.Contains(known, StringComparison.Ordinal))
        {
            member.WithBody = "";
            return;
        }

        member.Body ??= body;
        if (member.Title is null || !IsState(member.Title)) member.Side = side;
        var words = tie.Words.Of(text);
        var hasFirst = member.First is null || words.Contains(member.First, StringComparison.Ordinal);
        if (member.WithBody is null || (hasFirst && member.WithBody.Length > 0 && !member.WithBody.Contains(member.First ?? "", StringComparison.Ordinal))) member.WithBody = words;
    }

    /// <summary>"The minister", when the record names exactly one.</summary>
    public IEnumerable<(string Office, string Fullest)> Offices() =>
        _people.Values.SelectMany(l => l).Where(m => m.Title is not null && IsState(m.Title))
            .GroupBy(m => m.Title![(m.Title!.LastIndexOf(' ') + 1)..]).Where(g => g.Count() == 1).Select(g => (g.Key, g.Single().Shown));

    public bool KnowsSurname(string word) => _people.ContainsKey(word) || _ambiguous.Contains(word);

    private CastMember Insert(string surname)
    {
        var member = new CastMember(surname);
        if (!_people.TryGetValue(surname, out var list)) _people[surname] = list = [];
        list.Add(member);
        return member;
    }

    private CastMember? Find(string surname, string? first, string? title, bool exact = false)
    {
        if (!_people.TryGetValue(surname, out var list)) return null;
        List<CastMember> fit = [.. list.Where(m => (first is null || m.First is null || m.First == first) && TitlesAgree(m.Title, title))];
        if (first is not null && fit.Exists(m => m.First == first)) return fit.Find(m => m.First == first);
        if (fit.Count > 1 && title is not null && fit.FindAll(m => m.Title == title) is [var same]) return same;
        return fit.Count == 1 || (!exact && fit.Count > 0) ? fit[0] : null;
    }

    /// <summary>A minister and a deputy minister are two people; a plain "Ms" goes with any title.</summary>
    private static bool TitlesAgree(string? known, string? now)
    {
        if (known is null || now is null || known == now) return true;
        return !(IsRank(known) && IsRank(now)) || IsShort(known, now) || IsShort(now, known);
    }

    /// <summary>"Fisheries Minister Doe" is later "Minister Doe"; a deputy is not.</summary>
    private static bool IsShort(string full, string brief) =>
        full.EndsWith(" " + brief, StringComparison.Ordinal) && !Array.Exists(full[..^brief.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries), Under.Contains);

    private static readonly string[] Under = ["deputy", "vice", "assistant", "under", "junior", "senior", "prime", "first", "second", "third", "former", "then", "parliamentary", "permanent"];

    /// <summary>A professor is no deputy director; "Ms" and "Dr" tell no two people apart.</summary>
    private static bool IsRank(string title) => title is not ("mr" or "mrs" or "ms" or "miss" or "mx" or "dr" or "sir" or "dame" or "madam" or "hon" or "the hon");

    private static bool IsState(string title) => NounLexicon.StateTitles.Contains(title[(title.LastIndexOf(' ') + 1)..]);

    private static void Widen(CastMember member, string text, List<EnglishToken> tokens, NameMention mention, string? first)
    {
        var bare = text[tokens[mention.Name].Start..tokens[mention.To - 1].End];
        var titled = text[tokens[mention.From].Start..tokens[mention.To - 1].End];
        var hasFirst = member.Fullest.Contains(' ') && member.First is not null && member.Fullest.Contains(member.First, StringComparison.Ordinal);
        if (first is not null) member.Fullest = hasFirst && member.Fullest.Length >= bare.Length ? member.Fullest : bare;
        else if (!hasFirst && titled.Length > member.Fullest.Length) member.Fullest = titled;
    }

    /// <summary>Korean order puts the surname first; the given name then has a hyphen.</summary>
    private static (string? First, string Surname) Split(string text, List<EnglishToken> tokens, NameMention mention)
    {
        string Word(int i) => text[tokens[i].Start..tokens[i].End];
        var count = mention.To - mention.Name;
        if (count == 1) return (null, Word(mention.Name));
        var last = Word(mention.To - 1);
        return last.Contains('-', StringComparison.Ordinal) && count == 2
            ? (last, Word(mention.Name))
            : (Word(mention.Name), last);
    }

    private static string? TitleOf(List<EnglishToken> tokens, NameMention mention)
    {
        if (mention.Name == mention.From) return null;
        return string.Join(' ', tokens.Skip(mention.From).Take(mention.Name - mention.From).Select(t => t.Lower).Where(t => t != "."));
    }
}
