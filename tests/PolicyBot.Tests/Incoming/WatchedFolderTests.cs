using Microsoft.Extensions.Time.Testing;
using PolicyBot.Incoming;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Incoming;

public sealed class WatchedFolderTests : IAsyncLifetime
{
    private const string Words = "예시부는 24일 세종에서 간담회를 열었다. 홍길동 A사 대표는 “전력이 부족하다”고 말했다. 참석자들은 심사 기간을 줄여 달라고 요청했다.";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private SqliteArchive _archive = null!;
    private WatchedFolder _watched = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Inbox => Path.Combine(_folder.Path, "in");

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Inbox);
        _archive = SqliteArchive.Open(Path.Combine(_folder.Path, "data"), Organisations.Empty, _time);
        _watched = Watch();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_is_imported_once_it_rests_and_each_has_one_result()
    {
        _folder.Write("in/a.txt", Words);
        _folder.Write("in/deep/b.txt", "둘째 기록");
        _folder.Write("in/copy.txt", "둘째 기록");
        _folder.Write("in/empty.txt", "");
        _folder.Write("in/~$a.docx", "x");
        _folder.Write("in/.part.txt", "x");

        Assert.Empty(await _watched.LookAsync(Token));
        Assert.True(_watched.IsRestless);
        var news = await LookRestedAsync();

        Assert.Equal(
            [("a.txt", IntakeOutcome.Imported), ("b.txt", IntakeOutcome.Unchanged), ("copy.txt", IntakeOutcome.Imported), ("empty.txt", IntakeOutcome.Refused)],
            news.Select(n => (Path.GetFileName(n.Path), n.Outcome)).Order());
        Assert.Contains("empty", news.Single(n => n.Outcome == IntakeOutcome.Refused).Detail, StringComparison.Ordinal);
        Assert.False(_watched.IsRestless);
    }

    [Fact]
    public async Task A_file_that_is_still_being_copied_waits()
    {
        var path = _folder.Write("in/a.txt", "앞 절반");
        await _watched.LookAsync(Token);
        await File.AppendAllTextAsync(path, "뒤 절반", Token);

        Assert.Empty(await LookRestedAsync());
        Assert.Equal(0, await CountAsync());
        Assert.Equal(IntakeOutcome.Imported, Assert.Single(await LookRestedAsync()).Outcome);
        Assert.Equal("앞 절반뒤 절반", (await _archive.FindRecordAsync((await _archive.ListRecordsAsync(Grade.Classified, Token))[0].Id, Grade.Classified, Token))!.Record.Text);
    }

    [Fact]
    public async Task What_was_seen_is_known_after_a_restart_and_read_no_more()
    {
        var path = _folder.Write("in/a.txt", Words);
        _folder.Write("in/empty.txt", "");
        await SettleAsync();

        _watched = Watch();
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddMinutes(1));

        Assert.Empty(await SettleAsync());
        Assert.Equal(IntakeOutcome.Imported, (await SeenAsync("a.txt")).Outcome);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_the_next_version_and_says_so()
    {
        _folder.Write("in/a.txt", Words);
        await SettleAsync();
        _folder.Write("in/a.txt", Words + " 이몽룡 차관은 검토하겠다고 답했다.");

        var changed = Assert.Single(await SettleAsync());

        Assert.Equal((IntakeOutcome.Updated, 2), (changed.Outcome, changed.Version));
        Assert.Equal(1, await CountAsync());
        Assert.Equal(2, (await _archive.FindRecordAsync(changed.Record!, Grade.Classified, Token))!.Versions.Count);
    }

    [Fact]
    public async Task A_file_that_now_holds_something_else_is_another_record()
    {
        _folder.Write("in/a.txt", Words);
        await SettleAsync();
        _folder.Write("in/a.txt", "보기부는 다음 주 부산에서 항만 물류 토론회를 마련한다. 누가 참석하는지는 아직 알려지지 않았다.");

        Assert.Equal(IntakeOutcome.Imported, Assert.Single(await SettleAsync()).Outcome);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_refused_file_is_tried_again_only_when_it_changes()
    {
        var path = _folder.Write("in/a.md", "---\nid: [\n---\n본문");
        Assert.Equal(IntakeOutcome.Refused, Assert.Single(await SettleAsync()).Outcome);

        Assert.Empty(await SettleAsync());
        await File.WriteAllTextAsync(path, "---\nid: mended\n---\n본문", Token);
        Assert.Equal(IntakeOutcome.Imported, Assert.Single(await SettleAsync()).Outcome);
    }

    [Fact]
    public async Task A_file_under_another_name_is_renamed_and_one_that_is_gone_is_told_once()
    {
        var path = _folder.Write("in/a.txt", Words);
        var other = _folder.Write("in/b.txt", "둘째 기록");
        await SettleAsync();
        File.Move(path, Path.Combine(Inbox, "옮김.txt"));
        File.Delete(other);

        var news = (await _watched.LookAsync(Token)).Concat(await LookRestedAsync()).ToList();

        Assert.Contains(news, n => n.Outcome == IntakeOutcome.Gone && n.Path == other);
        var renamed = Assert.Single(news, n => n.Outcome == IntakeOutcome.Renamed);
        Assert.Equal(("옮김.txt", path), (Path.GetFileName(renamed.Path), renamed.Detail));
        Assert.NotNull(renamed.Record);
        Assert.Empty(await SettleAsync());
        Assert.Equal(2, await CountAsync());
        Assert.DoesNotContain(await _archive.ListSeenAsync(_watched.Folder, Token), s => s.Path == path);
    }

    [Fact]
    public async Task A_share_that_is_away_is_told_and_loses_nothing()
    {
        _folder.Write("in/a.txt", Words);
        await SettleAsync();
        Directory.Move(Inbox, Inbox + "-away");

        Assert.Empty(await _watched.LookAsync(Token));
        Assert.Contains("not there", Assert.Single(await _archive.ListPlacesAsync(Token)).Fault, StringComparison.Ordinal);
        Directory.Move(Inbox + "-away", Inbox);
        Assert.Empty(await SettleAsync());
        Assert.Null(Assert.Single(await _archive.ListPlacesAsync(Token)).Fault);
    }

    [Fact]
    public async Task A_huge_file_is_refused_without_being_read()
    {
        await using (var file = File.Create(Path.Combine(Inbox, "huge.txt"))) file.SetLength(2L * 1024 * 1024 * 1024);
        _folder.Write("in/good.txt", Words);

        var news = await SettleAsync();

        Assert.Contains("2048 MB", news.Single(n => n.Outcome == IntakeOutcome.Refused).Detail, StringComparison.Ordinal);
        Assert.Equal(IntakeOutcome.Imported, news.Single(n => n.Path.EndsWith("good.txt", StringComparison.Ordinal)).Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private WatchedFolder Watch() =>
        new(Inbox, _archive, new(_archive, new(_time), new(Organisations.Empty), new(Organisations.Empty, PolicyBot.Concerns.Topics.Empty), _time), _time, RecordReader.DefaultMaxBytes);

    private async Task<IReadOnlyList<IntakeResult>> SettleAsync() => [.. await _watched.LookAsync(Token), .. await LookRestedAsync()];

    private Task<IReadOnlyList<IntakeResult>> LookRestedAsync()
    {
        _time.Advance(WatchedFolder.Rest);
        return _watched.LookAsync(Token);
    }

    private async Task<int> CountAsync() => (await _archive.MeasureAsync(Grade.Classified, Token)).Records;

    private async Task<IntakeResult> SeenAsync(string name) => Assert.Single((await _archive.ListSeenAsync(_watched.Folder, Token)).Single(s => Path.GetFileName(s.Path) == name).Results);
}
