using Microsoft.Extensions.Time.Testing;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Meetings;

/// <summary>A guest of whom more stands on record than a brief looks at.</summary>
public sealed class BriefCutTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteArchive _archive;

    public BriefCutTests() => _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, new FakeTimeProvider());

    [Fact]
    public async Task What_fits_the_meeting_comes_first_and_how_much_more_there_is_is_told()
    {
        var guest = new Party("성춘향", "대표", "가나클라우드");
        var speaker = new Attribution(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);
        var old = new Told("old", "옛 자리", new(2024, 1, 2)).At("옛 간담회", new(2024, 1, 1), "한빛홀", MeetingStatus.Held, guest).Says(StatementKind.Concern, "전력이 모자란다", speaker, "power");
        var recent = new Told("recent", "새 자리", new(2025, 8, 2)).At("금융 간담회", new(2025, 8, 1), "한빛홀", MeetingStatus.Held, guest);
        for (var n = 0; n < 170; n++) recent = recent.Says(StatementKind.Concern, $"{n}번 수수료가 부담스럽다", speaker, "finance");
        await _archive.PutAsync([old.Read(), recent.Read(), new Told("coming", "안내", new(2025, 9, 20)).At("전력 공급 간담회", new(2025, 10, 20), "새빛홀", MeetingStatus.Upcoming, guest).Read()], TestContext.Current.CancellationToken);

        var meeting = Assert.Single(await _archive.FindMeetingsAsync(new() { Status = MeetingStatus.Upcoming }, TestContext.Current.CancellationToken));
        var brief = await new BriefComposer(_archive, Organisations.Empty, Topics.Load(ShippedCatalogues.Topics)).ComposeAsync(meeting, new(2025, 10, 1), Grade.Open, TestContext.Current.CancellationToken);

        var invited = Assert.Single(brief.Invited);
        Assert.Equal("전력이 모자란다", invited.Concerns[0].Entry.Raised.Text);
        Assert.Equal(171, invited.Concerns.Count + invited.MoreConcerns);
        Assert.Contains("직접 제기 101건 외 70건", string.Concat(new BriefText(new(Language.Korean)).Summary(brief)), StringComparison.Ordinal);
        Assert.Contains("raised 101 and 70 more", string.Concat(new BriefText(new(Language.English)).Summary(brief)), StringComparison.Ordinal);
        Assert.Equal("163 more on record.", Assert.Single(new BriefText(new(Language.English)).Details(invited, new(2025, 10, 1)), d => d.Speaker.Contains("more on record", StringComparison.Ordinal)).Speaker);
    }

    [Fact]
    public async Task Every_count_is_of_things_of_its_own_kind_and_none_is_counted_under_two_heads()
    {
        var speaker = new Attribution(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);
        var namesake = new Attribution(AttributionLevel.Person, ["성춘향 아자소프트 이사"], []);
        var house = new Attribution(AttributionLevel.Organisation, ["가나클라우드"], []);
        Told Paper(string id) => new Told(id, "자리", new(2025, 8, 2)).At("금융 간담회", new(2025, 8, 1), "한빛홀", MeetingStatus.Held, Guest);
        var (first, second) = (Paper("a"), Paper("b"));
        for (var n = 0; n < 130; n++)
        {
            // Two papers tell the same; what the guest promises and what is replied are no concerns.
            first = first.Says(StatementKind.Concern, $"{n}번 수수료가 부담스럽다", speaker, "finance").Says(StatementKind.Commitment, $"{n}번 창구를 열겠다", house, "finance").Says(StatementKind.Concern, $"{n}번 자금이 모자란다", namesake, "sme");
            second = second.Says(StatementKind.Concern, $"{n}번 수수료가 부담스럽다", speaker, "finance").Says(StatementKind.Reply, $"{n}번을 검토하겠다", house, "finance");
        }

        var invited = await InvitedAsync(first, second);

        Assert.Equal(130, invited.Concerns.Count + invited.MoreConcerns);
        Assert.Equal(130, invited.SameName.Count + invited.MoreSameName);
        Assert.Equal(130, invited.Commitments.Count(c => c.ByInvited) + invited.MoreMade);
        Assert.All(invited.SameName, s => Assert.Contains("자금", s.Entry.Raised.Text, StringComparison.Ordinal));
        var text = string.Concat(new BriefText(new(Language.Korean)).Summary(new(Coming, new(2025, 10, 1), [invited])));
        Assert.Contains($"({invited.Concerns.Count}건 가운데 답변 없음 {invited.Concerns.Count}건)", text, StringComparison.Ordinal);
    }

    private static Party Guest { get; } = new("성춘향", "대표", "가나클라우드");

    private static Meeting Coming { get; } = new() { Id = new("coming"), Title = "간담회", Date = new(2025, 10, 20), Status = MeetingStatus.Upcoming, Participants = [Guest], RecordIds = [] };

    private async Task<InvitedBrief> InvitedAsync(params Told[] told)
    {
        await _archive.PutAsync([.. told.Select(t => t.Read())], TestContext.Current.CancellationToken);
        var brief = await new BriefComposer(_archive, Organisations.Empty, Topics.Load(ShippedCatalogues.Topics)).ComposeAsync(Coming, new(2025, 10, 1), Grade.Open, TestContext.Current.CancellationToken);
        return Assert.Single(brief.Invited);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        _folder.Dispose();
    }
}
