using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Digests;

/// <summary>What a digest may say depends on who reads the channel when it is made, and on what the model may see.</summary>
public sealed class DigestDestinationTests : IAsyncDisposable
{
    private const string Open = "수수료가 부담스럽다";
    private const string Sensitive = "해외 이전을 고민한다";

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Conversation Cabinet = ChatSamples.Channel("C1") with { Kind = ConversationKind.Private };

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteArchive _archive;
    private readonly JournalPlatform _platform;
    private readonly ScriptedModel _model = ScriptedModel.Phrasing(words => words);
    private readonly DigestProcess _process;

    public DigestDestinationTests()
    {
        _time.AdjustTime(Begin);
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        _platform = new(_time);
        var lines = new TopLines(_model, new Gate(Organisations.Empty, Topics.Load(ShippedCatalogues.Topics)), Clearance.Open);
        _process = new(_folder.Path, _archive, _platform, _time, clearances: new([new("test/T1/C1", Grade.Sensitive)]), lines: lines);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Told => string.Join('\n', _platform.Journal.Select(p => p.Body));

    [Fact]
    public async Task Sentences_of_a_model_stand_at_the_head_and_it_hears_only_what_it_may_see()
    {
        await TurnAsync(Open, Sensitive);

        Assert.Contains("성춘향 가나클라우드 대표: " + Open + " [open-s0]", _platform.Journal[0].Body, StringComparison.Ordinal);
        Assert.Contains(Sensitive, Told, StringComparison.Ordinal);
        var heard = ((List<Dictionary<string, object>>)Assert.Single(_model.Asked).Inputs["statements"]).ConvertAll(s => (string)s["words"]);
        Assert.Equal([Open], heard);
    }

    [Fact]
    public async Task A_private_channel_that_others_read_by_now_gets_open_records_alone()
    {
        _platform.Kind = _ => ConversationKind.Shared;

        await TurnAsync(Open, Sensitive);

        Assert.Contains(Open, Told, StringComparison.Ordinal);
        Assert.DoesNotContain(Sensitive, Told, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private async Task TurnAsync(string open, string sensitive)
    {
        await _process.Store.SaveOrdersAsync([new Subscription { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily }.Order(Cabinet, "U1")], Token);
        await ImportAsync("open", open, Grade.Open);
        await ImportAsync("sensitive", sensitive, Grade.Sensitive);
        _time.AdjustTime(Begin.AddHours(8));
        await _process.TurnAsync();
    }

    private Task<IReadOnlyList<PutResult>> ImportAsync(string id, string words, Grade grade) => _archive.PutAsync(
        [new Told(id, id, new(2026, 1, 1), grade: grade).At($"{id} 간담회", new(2025, 12, 30), "세움관", MeetingStatus.Held).Says(StatementKind.Concern, words, new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []), "finance").Read()], Token);
}
