using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Reads <c>topics.yaml</c>, telling all its faults at once.</summary>
internal sealed class TopicFile
{
    private readonly CatalogueFile _file;
    private readonly List<Topic> _topics = [];
    private readonly Dictionary<(string Word, int Topic), int> _lines = [];
    private readonly List<TopicTerm> _terms = [];

    private TopicFile(CatalogueFile file) => _file = file;

    public static Topics Load(string path)
    {
        var reading = new TopicFile(CatalogueFile.Read(path));
        reading.Read();
        return new(reading._topics, new(reading._terms)) { Fingerprint = reading._file.Fingerprint };
    }

    private void Read()
    {
        if (_file.HasKeys(_file.Root, "topics", "ignore"))
        {
            foreach (var entry in _file.List(_file.Root, "topics")) ReadTopic(entry);
            AddTerms(_file.Root, "ignore", -1, 0);
            if (_topics.Count > 0 && !_topics.Exists(t => t.Slug == Topics.General))
                _file.Fault(_file.Root, $"the topic '{Topics.General}' is missing; add it, it takes what fits no other.");
        }

        _file.ThrowIfFaulty();
    }

    private void ReadTopic(CatalogueNode entry)
    {
        if (!_file.HasKeys(entry, "slug", "korean", "english", "field", "strong", "terms", "weak")) return;
        var (slug, korean, english) = (_file.Text(entry, "slug", true), _file.Text(entry, "korean", true), _file.Text(entry, "english", true));
        if (slug is null || korean is null || english is null) return;
        if (!slug.All(c => char.IsAsciiLetterLower(c) || c == '-')) _file.Fault(entry["slug"]!, $"slug is '{slug}'; use small Latin letters and hyphens.");
        if (_topics.Exists(t => t.Slug == slug)) _file.Fault(entry["slug"]!, $"the slug '{slug}' stands in the file already; merge the two entries.");
        _topics.Add(new(slug, korean, english, _file.Flag(entry, "field")));
        AddTerms(entry, "strong", _topics.Count - 1, TopicTerm.Strong);
        AddTerms(entry, "terms", _topics.Count - 1, TopicTerm.Usual);
        AddTerms(entry, "weak", _topics.Count - 1, TopicTerm.Weak);
    }

    private void AddTerms(CatalogueNode entry, string key, int topic, double weight)
    {
        foreach (var node in _file.Texts(entry, key))
        {
            var term = new TopicTerm(node.Text!, topic, weight);
            if (term.Folded.Length is < 2 or > Phrase.LongestFolded)
                _file.Fault(node, $"'{term.Written}' has {term.Folded.Length} characters; 2 to {Phrase.LongestFolded} are allowed.");
            else if (!_lines.TryAdd((term.Folded, topic), node.Line))
                _file.Fault(node, $"'{term.Written}' is given twice for one topic (also line {_lines[(term.Folded, topic)]}); remove one.");
            else
                _terms.Add(term);
        }
    }
}
