namespace PolicyBot.Concerns.Korean;

/// <summary>The persons that a record names in full, so that "홍 대표" finds 홍길동 A사 대표, and only when nobody else fits.</summary>
internal sealed class People(Bodies bodies)
{
    private sealed record Person(string Name, string? Organisation, string Title, string Text, bool IsHeaded = false);

    private readonly List<Person> _all = [];

    public void Notice(PersonPhrase phrase)
    {
        if (phrase.HasFullName) _all.Add(new(phrase.Name!, phrase.Organisation, phrase.Title, phrase.Text, phrase.IsHeaded));
    }

    /// <summary>A turn's label: "위원장 전우치", "보건복지부제1차관 변학도".</summary>
    public void NoticeLabel(string name, string title, string text) => _all.Add(new(name, null, title, text));

    /// <summary>The one person of that surname and title; null for none or several.</summary>
    public string? Resolve(string surname, string title) => Only(p => p.Name.StartsWith(surname, StringComparison.Ordinal) && Titles.Fits(p.Title, title));

    /// <summary>"홍길동은": the person of that full name.</summary>
    public Speaker? OfName(string name) =>
        name.Length > 1 && _all.Find(p => p.Name == name) is { } known ? AsPerson(Fullest(name, known.Title, known.Organisation) ?? known.Text, new(0, 0, known.Name, known.Organisation, known.Title, known.Text)) : null;

    /// <summary>The one person of that title.</summary>
    public string? Unique(string title) => Only(p => Titles.Fits(p.Title, title));

    public Speaker? SpeakerOf(PersonPhrase phrase)
    {
        if (phrase.IsPast) return phrase.HasFullName ? AsPerson(phrase.Text, phrase) : Speaker.Unknown(phrase.Text);
        if (phrase.HasFullName) return AsPerson(Fullest(phrase.Name!, phrase.Title, phrase.Organisation) is { } full && full.Length > phrase.Text.Length ? full : phrase.Text, phrase);
        if (phrase.Name is { } surname)
        {
            if (Resolve(surname, phrase.Title) is { } resolved) return AsPerson(resolved, phrase);
            var side = SideOf(phrase);
            return surname is "이" or "그" or "한" or "전" or "모" && !_all.Exists(p => p.Name.StartsWith(surname, StringComparison.Ordinal))
                ? new(AttributionLevel.Unattributed, [phrase.Text], side)
                : Speaker.Unknown(phrase.Text, side);
        }

        if (phrase.Organisation is { } organisation) return OfOrganisation(phrase, organisation);
        if (Unique(phrase.Title) is { } known) return AsPerson(known, phrase);
        if (!Titles.IsOffice(phrase.Title)) return null;
        return _all.Exists(p => Titles.Fits(p.Title, phrase.Title)) ? Speaker.Unknown(phrase.Text, SideOf(phrase)) : AsPerson(phrase.Text, phrase);
    }

    private Speaker? OfOrganisation(PersonPhrase phrase, string organisation)
    {
        if (GroupPhrases.IsCommon(organisation)) return Speaker.Unknown(phrase.Text);
        var named = Only(p => p.Organisation is { } o && bodies.Fullest(o) == bodies.Fullest(organisation) && Titles.Fits(p.Title, phrase.Title));
        return AsPerson(named ?? phrase.Text, phrase);
    }

    private Speaker AsPerson(string name, PersonPhrase phrase)
    {
        var known = _all.Find(p => p.Text == name);
        return new(AttributionLevel.Person, [name], SideOf(known is null ? phrase : phrase with { Organisation = known.Organisation ?? phrase.Organisation, Title = known.Title }));
    }

    private Side SideOf(PersonPhrase phrase)
    {
        var organisation = phrase.Organisation;
        var isPublic = organisation is not null && organisation.Split(' ').Any(o => bodies.SideOf(o) == Side.Government);
        return Titles.SideOf(phrase.Title, organisation is not null && !isPublic && bodies.Knows(organisation.Split(' ')[0]), isPublic);
    }

    /// <summary>"A협회(회장 성춘향)" is not the 성춘향 who is told of as the head of B협회.</summary>
    private string? Fullest(string name, string title, string? organisation) =>
        _all.Where(p => p.Name == name && (Titles.Fits(p.Title, title) || Titles.Fits(title, p.Title)) && (!p.IsHeaded || organisation is null || bodies.Fullest(organisation) == bodies.Fullest(p.Organisation!)))
            .MaxBy(p => p.Text.Length)?.Text;

    private string? Only(Func<Person, bool> fits)
    {
        List<Person> found = [.. _all.Where(fits)];
        return found.Select(p => p.Name).Distinct().Count() == 1 ? found.MaxBy(p => p.Text.Length)!.Text : null;
    }
}
