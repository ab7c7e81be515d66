using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>Reads <c>organisations.yaml</c>, telling all its faults at once.</summary>
internal sealed class OrganisationFile
{
    private static readonly Dictionary<string, OrganisationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["government"] = OrganisationKind.Government,
        ["public_body"] = OrganisationKind.PublicBody,
        ["local_government"] = OrganisationKind.LocalGovernment,
        ["assembly"] = OrganisationKind.Assembly,
        ["company"] = OrganisationKind.Company,
        ["association"] = OrganisationKind.Association,
        ["university"] = OrganisationKind.University,
        ["media"] = OrganisationKind.Media,
        ["other"] = OrganisationKind.Other,
    };

    private readonly CatalogueFile _file;
    private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(OrganisationName Name, int Line)>> _names = new(StringComparer.Ordinal);
    private readonly List<Person> _people = [];

    private OrganisationFile(CatalogueFile file) => _file = file;

    public static Organisations Load(string path)
    {
        var reading = new OrganisationFile(CatalogueFile.Read(path));
        reading.Read();
        return new([.. reading._organisations.Values], reading._people, reading._names.Values.SelectMany(n => n).Select(n => n.Name)) { Fingerprint = reading._file.Fingerprint };
    }

    private void Read()
    {
        if (_file.HasKeys(_file.Root, "organisations", "people"))
        {
            var entries = _file.List(_file.Root, "organisations");
            foreach (var entry in entries) ReadOrganisation(entry);
            foreach (var entry in entries) CheckSuccessors(entry);
            foreach (var person in _file.List(_file.Root, "people")) ReadPerson(person);
        }

        _file.ThrowIfFaulty();
    }

    private void ReadOrganisation(CatalogueNode entry)
    {
        if (!_file.HasKeys(entry, "name", "kind", "english", "aliases", "from", "to", "successors", "common_word")) return;
        if (_file.Text(entry, "name", required: true) is not { } name) return;
        List<CatalogueNode> english = [.. _file.Texts(entry, "english")];
        var (from, to) = ReadDays(entry);
        var organisation = new Organisation(name, ReadKind(entry))
        {
            English = english.FirstOrDefault()?.Text,
            From = from,
            To = to,
            Successors = [.. _file.Texts(entry, "successors").Select(s => s.Text!)],
        };
        if (!_organisations.TryAdd(name, organisation))
        {
            _file.Fault(entry, $"'{name}' stands in the file already; merge the two entries. / '{name}'은(는) 이미 있습니다. 두 항목을 합치십시오.");
            return;
        }

        AddName(entry, new(name, organisation, from, to, OwnDates: false, _file.Flag(entry, "common_word")));
        foreach (var node in english) AddName(node, new(node.Text!, organisation, from, to, OwnDates: false, CommonWord: false));
        foreach (var node in _file.List(entry, "aliases")) ReadAlias(node, organisation);
    }

    private OrganisationKind ReadKind(CatalogueNode entry)
    {
        if (_file.Text(entry, "kind", required: true) is not { } text) return OrganisationKind.Other;
        if (Kinds.TryGetValue(text, out var kind)) return kind;
        _file.Fault(entry["kind"]!, $"kind is '{text}'; use one of {string.Join(", ", Kinds.Keys)}. / kind '{text}'은(는) 없습니다. {string.Join(", ", Kinds.Keys)} 가운데 하나를 쓰십시오.");
        return OrganisationKind.Other;
    }

    private void ReadAlias(CatalogueNode node, Organisation organisation)
    {
        if (node.Text is { Length: > 0 } plain)
        {
            AddName(node, new(plain, organisation, organisation.From, organisation.To, OwnDates: false, CommonWord: false));
            return;
        }

        if (!_file.HasKeys(node, "name", "from", "to", "common_word") || _file.Text(node, "name", required: true) is not { } name) return;
        var (from, to) = ReadDays(node);
        var own = from is not null || to is not null;
        AddName(node, new(name, organisation, own ? from : organisation.From, own ? to : organisation.To, own, _file.Flag(node, "common_word")));
    }

    private (DateOnly? From, DateOnly? To) ReadDays(CatalogueNode node)
    {
        var (from, to) = (_file.Date(node, "from"), _file.Date(node, "to"));
        if (from > to) _file.Fault(node["to"]!, $"to ({to:yyyy-MM-dd}) lies before from ({from:yyyy-MM-dd}); swap or mend them. / to가 from보다 앞섭니다. 바꾸거나 고치십시오.");
        return (from, to);
    }

    private void AddName(CatalogueNode at, OrganisationName name)
    {
        if (name.Folded.Length is 0 or > Phrase.LongestFolded)
        {
            _file.Fault(at, $"the name '{name.Written}' is too long; {Phrase.LongestFolded} characters without spaces are the most. / 이름 '{name.Written}'이(가) 너무 깁니다. 빈칸을 빼고 {Phrase.LongestFolded}자까지입니다.");
            return;
        }

        if (!_names.TryGetValue(name.Folded, out var known)) _names[name.Folded] = known = [];
        if (known.Find(k => k.Name.Meets(name)) is { Name: not null } other)
        {
            _file.Fault(at, other.Name.Organisation == name.Organisation
                ? $"'{name.Written}' is given twice for {name.Organisation.Name} (also line {other.Line}); remove one. / {name.Organisation.Name}에 '{name.Written}'이(가) 두 번 있습니다({other.Line}번째 줄에도). 하나를 지우십시오."
                : $"'{name.Written}' would mean {name.Organisation.Name} and {other.Name.Organisation.Name} (line {other.Line}) on the same day; give from and to dates that do not overlap, or remove one. / '{name.Written}'은(는) 같은 날 {name.Organisation.Name}도 되고 {other.Name.Organisation.Name}도 됩니다({other.Line}번째 줄). from과 to가 겹치지 않게 하거나 하나를 지우십시오.");
            return;
        }

        known.Add((name, at.Line));
    }

    private void CheckSuccessors(CatalogueNode entry)
    {
        if (entry["successors"]?.Items is not { } successors) return;
        foreach (var node in successors.Where(n => n.Text is { } name && !_organisations.ContainsKey(name)))
            _file.Fault(node, $"the successor '{node.Text}' is no entry of this file; add it or mend the name. / '{node.Text}'(successor)은(는) 이 파일에 없습니다. 넣거나 이름을 고치십시오.");
    }

    private void ReadPerson(CatalogueNode entry)
    {
        if (!_file.HasKeys(entry, "name", "roles") || _file.Text(entry, "name", required: true) is not { } name) return;
        foreach (var role in _file.List(entry, "roles"))
        {
            if (!_file.HasKeys(role, "role", "organisation", "from", "to") || _file.Text(role, "role", required: true) is not { } title) continue;
            var organisation = _file.Text(role, "organisation");
            if (organisation is not null && !_organisations.ContainsKey(organisation))
                _file.Fault(role["organisation"]!, $"the organisation '{organisation}' is no entry of this file; use the name as it stands there. / 기관 '{organisation}'은(는) 이 파일에 없습니다. 파일에 적힌 이름을 쓰십시오.");
            var (from, to) = ReadDays(role);
            _people.Add(new(name, organisation, title, from, to));
        }
    }
}
