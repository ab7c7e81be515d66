using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicyBot.Benchmarks.Search;

/// <summary>Lucene.NET as its documentation sets it up for Korean: CJKAnalyzer, a text field, BM25, an OR of the analysed question.</summary>
internal sealed class StockIndex : Contestant
{
    private readonly CJKAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly MMapDirectory _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public StockIndex(string folder) : base("stock CJK", folder) => _directory = new(folder);

    public override void Build(IEnumerable<string> passages)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { RAMBufferSizeMB = 32, Similarity = new BM25Similarity() }))
        {
            foreach (var (number, text) in passages.Index())
                writer.AddDocument(new Document { new StringField("id", $"r{number / 10}#{number % 10}", Field.Store.YES), new TextField("text", text, Field.Store.YES) });
            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new(_reader) { Similarity = new BM25Similarity() };
    }

    public override IReadOnlyList<string> Find(string question)
    {
        var query = new QueryBuilder(_analyzer).CreateBooleanQuery("text", question);
        return query is null ? [] : [.. _searcher!.Search(query, 20).ScoreDocs.Select(d => _searcher.Doc(d.Doc).Get("text"))];
    }

    public override void Dispose()
    {
        _reader?.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}
