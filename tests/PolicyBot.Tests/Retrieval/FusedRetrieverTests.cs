using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Tests.Retrieval;

public sealed class FusedRetrieverTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly DenseView _view = new();
    private readonly PassageIndex _index;

    public FusedRetrieverTests()
    {
        _index = PassageIndex.Open(_folder.Path);
        foreach (var (id, text, grade) in (ReadOnlySpan<(string, string, Grade)>)[("words", "전력 공급을 늘려 달라", Grade.Open), ("meaning", "송전선이 모자라 공장을 못 돌린다", Grade.Open), ("secret", "송전 계획 초안", Grade.Classified), ("other", "인재를 키우자", Grade.Open)])
        {
            var passage = new Passage { Id = new(id + "#0"), RecordId = new(id), Span = new SourceSpan(0, text.Length), Text = text, Grade = grade };
            _index.Replace(passage.RecordId, [passage]);
            _view.Replace(passage.RecordId, [new(passage.RecordId, passage.Id, grade, null, null, ByteVector.Of(Meaning.Of(text)))]);
        }

        _index.Commit(1);
    }

    [Fact]
    public async Task What_says_the_same_in_other_words_is_found_too()
    {
        var found = await FindAsync(new Meaning(), "전력 공급");

        Assert.Equal(["words#0", "meaning#0"], found.Take(2).Select(f => f.Passage.Id.Value));
        Assert.DoesNotContain(found, f => f.Passage.Id.Value == "secret#0");
        Assert.Contains(await FindAsync(new Meaning(), "전력 공급", Clearance.Everything), f => f.Passage.Id.Value == "secret#0");
    }

    [Fact]
    public async Task Without_vectors_it_is_the_index_alone()
    {
        var words = await _index.FindPassagesAsync(Query(Clearance.Open, "전력 공급"), TestContext.Current.CancellationToken);

        Assert.Equal(Told(words), Told(await FindAsync(new Meaning { Fails = true }, "전력 공급")));
        Assert.Equal(Told(words), Told(await new FusedRetriever(_index, new(), new Meaning()).FindPassagesAsync(Query(Clearance.Open, "전력 공급"), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_filter_that_the_vectors_do_not_know_leaves_them_out()
    {
        var query = Query(Clearance.Open, "전력 공급") with { Topics = ["power"] };

        Assert.Equal(Told(await _index.FindPassagesAsync(query, TestContext.Current.CancellationToken)), Told(await new FusedRetriever(_index, _view, new Meaning()).FindPassagesAsync(query, TestContext.Current.CancellationToken)));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private Task<IReadOnlyList<FoundPassage>> FindAsync(Meaning meaning, string text, Clearance? clearance = null) =>
        new FusedRetriever(_index, _view, meaning).FindPassagesAsync(Query(clearance ?? Clearance.Open, text), TestContext.Current.CancellationToken);

    private static IEnumerable<(string, float)> Told(IReadOnlyList<FoundPassage> found) => found.Select(f => (f.Passage.Id.Value, f.Score));

    private static Query Query(Clearance clearance, string text) => new() { Text = text, Clearance = clearance };

    /// <summary>Two directions: what has to do with electricity, and what has not.</summary>
    private sealed class Meaning : ITextVectors
    {
        public bool Fails { get; init; }

        public string Name => "meaning";

        public static float[] Of(string text) => text.Contains('전', StringComparison.Ordinal) ? [1, 0.1f] : [0.1f, 1];

        public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken) =>
            Fails ? throw new VectorsUnavailableException("it sleeps") : Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Of)]);
    }
}
