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
                _file.Fault(_file.Root, $"the topic '{Topics.General}' is missing; add it, it takes what fits no other. / '{Topics.General}' 주제가 없습니다. 다른 주제에 맞지 않는 것을 담으니 넣으십시오.");
        }

        _file.ThrowIfFaulty();
    }

    private void ReadTopic(CatalogueNode entry)
    {
        if (!_file.HasKeys(entry, "slug", "korean", "english", "field", "strong", "terms", "weak")) return;
        var (slug, korean, english) = (_file.Text(entry, "slug", true), _file.Text(entry, "korean", true), _file.Text(entry, "english", true));
        if (slug is null || korean is null || english is null) return;
        if (!slug.All(c => char.IsAsciiLetterLower(c) || c == '-')) _file.Fault(entry["slug"]!, $"slug is '{slug}'; use small Latin letters and hyphens. / slug '{slug}'에는 영문 소문자와 붙임표만 쓰십시오.");
        if (_topics.Exists(t => t.Slug == slug)) _file.Fault(entry["slug"]!, $"the slug '{slug}' stands in the file already; merge the two entries. / slug '{slug}'은(는) 이미 있습니다. 두 항목을 합치십시오.");
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
                _file.Fault(node, $"'{term.Written}' has {term.Folded.Length} characters; 2 to {Phrase.LongestFolded} are allowed. / '{term.Written}'은(는) {term.Folded.Length}자입니다. 2자부터 {Phrase.LongestFolded}자까지 씁니다.");
            else if (!_lines.TryAdd((term.Folded, topic), node.Line))
                _file.Fault(node, $"'{term.Written}' is given twice for one topic (also line {_lines[(term.Folded, topic)]}); remove one. / '{term.Written}'이(가) 한 주제에 두 번 있습니다({_lines[(term.Folded, topic)]}번째 줄에도). 하나를 지우십시오.");
            else
                _terms.Add(term);
        }
    }
}
