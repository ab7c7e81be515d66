using Microsoft.Extensions.Time.Testing;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class IndexFollowerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_index_is_filled_and_then_follows_only_what_changed()
    {
        await using var archive = Open("data");
        using var index = OpenIndex();
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다"), Samples.Read("r2", "세금이 무겁다")], Token);

        Assert.Equal(2, await CatchUpAsync(archive, index));
        Assert.Equal(0, await CatchUpAsync(archive, index));
        await archive.PutAsync([Samples.Read("r1", "인허가가 늦다")], Token);
        Assert.Equal(1, await CatchUpAsync(archive, index));

        Assert.Equal(["r1"], await FindAsync(index, "인허가"));
        Assert.DoesNotContain("r1", await FindAsync(index, "전력"));
        Assert.Equal((await archive.ReadSequenceAsync(Token)).Newest, index.Sequence);
    }

    [Fact]
    public async Task An_index_made_from_another_archive_is_made_anew()
    {
        using var index = OpenIndex();
        await using (var other = Open("other"))
        {
            await other.PutAsync([Samples.Read("x1", "교통이 불편하다"), Samples.Read("x2", "세금이 무겁다")], Token);
            await CatchUpAsync(other, index);
        }

        await using var archive = Open("data");
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);
        Assert.Equal(1, await CatchUpAsync(archive, index));

        Assert.Empty(await FindAsync(index, "교통"));
        Assert.Equal(["r1"], await FindAsync(index, "전력"));
    }

    [Fact]
    public async Task An_index_ahead_of_a_restored_archive_is_made_anew()
    {
        await using var archive = Open("data");
        using var index = OpenIndex();
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);
        await CatchUpAsync(archive, index);
        index.Commit(index.Sequence!.Value + 5);

        Assert.Equal(1, await CatchUpAsync(archive, index));
        Assert.Equal((await archive.ReadSequenceAsync(Token)).Newest, index.Sequence);
    }

    [Fact]
    public async Task An_empty_archive_empties_the_index()
    {
        using var index = OpenIndex();
        await using (var other = Open("other"))
        {
            await other.PutAsync([Samples.Read("x1", "교통이 불편하다")], Token);
            await CatchUpAsync(other, index);
        }

        await using var archive = Open("data");
        await CatchUpAsync(archive, index);

        Assert.Equal(0, index.Count);
        Assert.Equal((await archive.ReadSequenceAsync(Token)).Newest, index.Sequence);
    }

    [Fact]
    public async Task The_index_knows_meetings_by_the_ids_that_the_archive_gives_them()
    {
        await using var archive = Open("data");
        using var index = OpenIndex();
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다", "plan#1", Grade.Sensitive)], Token);
        await CatchUpAsync(archive, index);

        var meeting = Assert.Single(await archive.FindMeetingsAsync(new() { Clearance = Grade.Sensitive }, Token)).Id;

        Assert.NotEmpty(await index.FindPassagesAsync(new() { Text = "전력", MeetingId = meeting, Clearance = Grade.Sensitive }, Token));
    }

    public void Dispose() => _folder.Dispose();

    private SqliteArchive Open(string name) => SqliteArchive.Open(Path.Combine(_folder.Path, name), Organisations.Empty, new FakeTimeProvider());

    private PassageIndex OpenIndex() => PassageIndex.Open(Path.Combine(_folder.Path, "index"));

    private static Task<int> CatchUpAsync(SqliteArchive archive, PassageIndex index) =>
        new IndexFollower(archive, index, new(Organisations.Empty)).FollowAsync(null, Token);

    private static async Task<List<string>> FindAsync(PassageIndex index, string text) =>
        [.. (await index.FindPassagesAsync(new() { Text = text }, Token)).Select(found => found.Passage.RecordId.Value).Distinct()];
}
