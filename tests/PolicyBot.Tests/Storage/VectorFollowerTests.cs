using Microsoft.Extensions.Time.Testing;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Prompts;

namespace PolicyBot.Tests.Storage;

/// <summary>Vectors of an archive, made by a service on a loopback socket.</summary>
public sealed class VectorFollowerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 8, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DenseView _view = new();
    private SqliteArchive _archive = null!;
    private VectorFile _file = null!;
    private FakeModel _fake = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fake = await FakeModel.StartAsync();
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        _file = VectorFile.Open(_folder.Path);
        await PutAsync("open", "전력 공급을 늘려 달라고 했다.", Grade.Open);
        await PutAsync("secret", "해외 이전을 고민한다고 했다.", Grade.Classified);
    }

    public async ValueTask DisposeAsync()
    {
        _file.Dispose();
        await _archive.DisposeAsync();
        await _fake.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_passage_that_may_go_out_gets_its_vector_and_no_other_goes_out()
    {
        Assert.Null(await Follower("a").FollowAsync(Token));

        Assert.Contains(_fake.Embedded, t => t.Contains("력 공급", StringComparison.Ordinal));
        Assert.DoesNotContain(_fake.Embedded, t => t.Contains("외 이전", StringComparison.Ordinal));
        var state = _file.Read()!;
        Assert.Equal(("a", 64, (await _archive.ReadSequenceAsync(Token)).Newest, _view.Count), (state.Name, state.Dimension, state.Sequence, state.Passages));
        Assert.NotEqual(0, _view.Count);
    }

    [Fact]
    public async Task Only_what_changed_is_sent_again()
    {
        using var follower = Follower("a");
        await follower.FollowAsync(Token);
        _fake.Embedded.Clear();

        await follower.FollowAsync(Token);
        Assert.Empty(_fake.Embedded);

        await PutAsync("third", "인허가 절차가 늦다고 했다.", Grade.Open);
        await follower.FollowAsync(Token);
        Assert.Contains(_fake.Embedded, t => t.Contains("허가 절차", StringComparison.Ordinal));
        Assert.All(_fake.Embedded, t => Assert.StartsWith("third", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_shows_what_is_stored_without_sending_anything()
    {
        await Follower("a").FollowAsync(Token);
        var before = _view.Count;
        _view.Clear();
        _fake.Embedded.Clear();

        Follower("a").Load();

        Assert.Equal(before, _view.Count);
        Assert.Empty(_fake.Embedded);
    }

    [Fact]
    public async Task Another_model_begins_anew()
    {
        await Follower("a").FollowAsync(Token);
        _fake.Embedded.Clear();
        using var follower = Follower("b");

        follower.Load();
        Assert.Equal(0, _view.Count);

        await follower.FollowAsync(Token);
        Assert.Equal("b", _file.Read()!.Name);
        Assert.Contains(_fake.Embedded, t => t.Contains("력 공급", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_dimension_by_the_same_name_begins_anew()
    {
        using var follower = Follower("a");
        await follower.FollowAsync(Token);
        _fake.Dimension = 32;
        await PutAsync("third", "인허가 절차가 늦다고 했다.", Grade.Open);

        await follower.FollowAsync(Token);
        await follower.FollowAsync(Token);

        Assert.Equal(32, _file.Read()!.Dimension);
        Assert.Equal(_file.Read()!.Passages, _view.Count);
        Assert.Equal((await _archive.ReadSequenceAsync(Token)).Newest, _file.Read()!.Sequence);
    }

    [Fact]
    public async Task While_the_service_fails_it_is_asked_ever_more_seldom_and_the_reason_is_kept()
    {
        using var follower = Follower("a");
        await follower.FollowAsync(Token);
        await PutAsync("third", "인허가 절차가 늦다고 했다.", Grade.Open);
        _fake.Fault = Fault.Refuse;

        Assert.Contains("check Embeddings:ApiKey", await follower.FollowAsync(Token), StringComparison.Ordinal);
        Assert.Contains("check Embeddings:ApiKey", _file.Read()!.Fault, StringComparison.Ordinal);

        _fake.Fault = Fault.None;
        await follower.FollowAsync(Token);
        Assert.NotNull(_file.Read()!.Fault);
        _time.Advance(TimeSpan.FromSeconds(6));
        await follower.FollowAsync(Token);
        Assert.Null(_file.Read()!.Fault);
        Assert.Equal((await _archive.ReadSequenceAsync(Token)).Newest, _file.Read()!.Sequence);
    }

    [Fact]
    public async Task A_file_that_is_no_database_starts_anew()
    {
        _file.Dispose();
        File.WriteAllText(Path.Combine(_folder.Path, "vectors.db"), new string('x', 5000));
        foreach (var log in Directory.GetFiles(_folder.Path, "vectors.db-*")) File.Delete(log);

        _file = VectorFile.Open(_folder.Path);

        Assert.Null(_file.Read());
        Assert.Null(await Follower("a").FollowAsync(Token));
    }

    private VectorFollower Follower(string name) =>
        new(_archive, new(Organisations.Empty), new Embeddings(new(_fake.Endpoint, name, "sk-planted"), _time, _ => { }), _file, _view, Clearance.Open, _time);

    private Task<IReadOnlyList<PutResult>> PutAsync(string id, string text, Grade grade) => _archive.PutAsync([new(Samples.Record(id, text, grade), id + ".md", [], [])], Token);
}
