using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Search;

internal sealed class OurIndex(string folder) : Contestant("policybot", folder)
{
    private readonly PassageIndex _index = PassageIndex.Open(folder);

    public override void Build(IEnumerable<string> passages)
    {
        // Ten passages a record, as an article has.
        foreach (var (record, texts) in passages.Chunk(10).Index())
        {
            var id = new RecordId($"r{record}");
            _index.Replace(id, texts.Select((text, i) => new Passage
            {
                Id = new($"{id}#{i}"),
                RecordId = id,
                Span = new SourceSpan(0, text.Length),
                Text = text,
                Grade = Grade.Open,
            }));
        }

        _index.Commit(1);
    }

    public override IReadOnlyList<string> Find(string question) =>
        [.. _index.FindPassagesAsync(new() { Text = question, Top = 20 }, CancellationToken.None).GetAwaiter().GetResult().Select(f => f.Passage.Text)];

    public override void Dispose() => _index.Dispose();
}
