using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Answers;

/// <summary>Over the labelled consultations: an answer that a faithful model phrased attributes and cites exactly what the extractive one does.</summary>
public sealed class FaithfulModelTests : IAsyncLifetime
{
    private static readonly Organisations Organisations = Organisations.Load(ShippedCatalogues.Organisations);
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);

    private readonly TemporaryFolder _folder = new();
    private SqliteArchive _archive = null!;
    private PassageIndex _index = null!;

    public async ValueTask InitializeAsync()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations, TimeProvider.System);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Speakers_places_and_proofs_are_the_same_with_and_without_it()
    {
        var token = TestContext.Current.CancellationToken;
        await new Importer(_archive, new(TimeProvider.System), new(Organisations), new(Organisations, Topics), TimeProvider.System).ImportAsync([SharedData.Path("consultations")], null, token);
        await new IndexFollower(_archive, _index, new(Organisations)).FollowAsync(null, token);
        var plain = new ExtractiveAnswerer(_archive, _index, new(Organisations, Topics), TimeProvider.System, TimeZoneInfo.Utc);
        var prompted = new PromptedAnswerer(_archive, ScriptedModel.Phrasing(words => words), new Gate(Organisations, Topics), Clearance.Everything);
        var (answered, phrased) = (0, 0);
        foreach (var topic in Topics.All)
            foreach (var question in (string[])[$"{topic.Korean} 문제는 누가 제기했나?", $"{topic.Korean} 요청에 뭐라고 답했나?", $"Who raised {topic.English}?", $"{topic.Korean} 간담회에서 나온 우려 정리해 줘"])
            {
                var without = await plain.AnswerAsync(question, Clearance.Everything, token);
                var with = await prompted.PhraseAsync(without, Clearance.Everything, new([], null), null, token);

                Assert.Equal(without.Parts.Select(p => (p.Speaker, p.Where)), with.Parts.Select(p => (p.Speaker, p.Where)));
                Assert.Equal(without.Points, with.Points);
                Assert.Equal(without.Citations, with.Citations);
                Assert.Equal(Marks(without.Text), Marks(with.Text));
                if (without.Status == AnswerStatus.Answered) answered++;
                if (with.By == AnswerSource.Model) phrased++;
            }

        Assert.True(answered > 30, $"{answered} answers only");
        Assert.True(phrased > answered / 3, $"only {phrased} of {answered} answers were phrased");
    }

    private static IEnumerable<string> Marks(string text) => text.Split('[').Skip(1).Select(m => m.Split(']')[0]).Where(m => m.All(char.IsDigit)).Order(StringComparer.Ordinal);
}
