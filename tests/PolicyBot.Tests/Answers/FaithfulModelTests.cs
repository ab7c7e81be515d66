using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

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
        var (plain, prompted) = await ReadAsync(token);
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

    /// <summary>Who raised each labelled concern: with the model at most one point in a hundred less than without.</summary>
    [Fact(Timeout = 300_000)]
    public async Task Labelled_concerns_are_told_as_often_with_it_as_without()
    {
        var token = TestContext.Current.CancellationToken;
        var (plain, prompted) = await ReadAsync(token);
        var (asked, phrased, right, rightWith, words, kept) = (0, 0, 0, 0, 0, 0);
        foreach (var gold in JsonElement.Parse(await File.ReadAllTextAsync(SharedData.Path("consultations/gold.json"), token)).EnumerateArray())
            foreach (var concern in gold.GetProperty("concerns").EnumerateArray())
            {
                var without = await plain.AnswerAsync($"{concern.GetProperty("label")} 문제는 누가 제기했나?", Clearance.Everything, token);
                var with = await prompted.PhraseAsync(without, Clearance.Everything, new([], null), null, token);
                asked++;
                if (with.By == AnswerSource.Model) phrased++;
                if (IsRight(without, gold, concern)) right++;
                if (IsRight(with, gold, concern)) rightWith++;
                var own = Words(without.Text);
                words += own.Count;
                kept += own.Count(Words(with.Text).Contains);
            }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{asked} labelled concerns: right without the model {right}, with it {rightWith} ({phrased} answers phrased); of {words} words of the answers {kept} are still there."));
        Assert.True(asked > 50 && phrased > asked / 4, $"{phrased} of {asked} answers were phrased");
        Assert.True(rightWith >= right - (asked / 100.0), $"{rightWith} right with the model, {right} without");
        Assert.True(kept >= words * 0.99, $"{kept} of {words} words");
    }

    /// <summary>It cites the record of the concern and, where one person or body raised it, names them.</summary>
    private static bool IsRight(Answer answer, JsonElement gold, JsonElement concern) =>
        answer.Status == AnswerStatus.Answered && answer.Citations.Any(c => c.RecordId.Value == gold.GetProperty("id").GetString())
        && (concern.GetProperty("level").GetString() != "individual" || concern.GetProperty("who").GetString()!.Split(' ').Any(name => name.Length > 1 && answer.Text.Contains(name, StringComparison.Ordinal)));

    private static HashSet<string> Words(string text) => [.. Tokens.In(text).Select(t => text[t.Span.Start..t.Span.End]).Where(w => w.Length > 1)];

    private async Task<(ExtractiveAnswerer Plain, PromptedAnswerer Prompted)> ReadAsync(CancellationToken token)
    {
        await new Importer(_archive, new(TimeProvider.System), new(Organisations), new(Organisations, Topics), TimeProvider.System).ImportAsync([SharedData.Path("consultations")], null, token);
        await new IndexFollower(_archive, _index, new(Organisations)).FollowAsync(null, token);
        return (new(_archive, _index, new(Organisations, Topics), TimeProvider.System, TimeZoneInfo.Utc), new(_archive, ScriptedModel.Phrasing(words => words), new Gate(Organisations, Topics), Clearance.Everything));
    }

    private static IEnumerable<string> Marks(string text) => text.Split('[').Skip(1).Select(m => m.Split(']')[0]).Where(m => m.All(char.IsDigit)).Order(StringComparer.Ordinal);
}
