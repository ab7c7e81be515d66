using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

/// <summary>A meeting entered in a chat, on 1 October 2025.</summary>
public sealed class MeetingFormTests(AskedArchive archive) : IClassFixture<AskedArchive>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteArchive _own = null!;

    [Fact]
    public async Task A_curator_enters_a_meeting_that_then_has_a_record_a_grade_and_guests()
    {
        var bot = Curated("slack/U1");

        var added = await bot.AskAsync(Form(bot, ("title", "데이터센터 점검 회의"), ("when", "2025-10-14 14:00"), ("place", "새빛홀"), ("hosts", "과학기술정보통신부"), ("invited", "성춘향 (가나클라우드 대표)\n다라전자")));

        Assert.StartsWith("추가했습니다: 데이터센터 점검 회의", added.Text, StringComparison.Ordinal);
        var meeting = Assert.Single(await _own.FindMeetingsAsync(new() { Clearance = Grade.Sensitive }, Token));
        Assert.Equal(("2025-10-14", new TimeOnly(14, 0), "새빛홀", MeetingStatus.Upcoming), (meeting.Date!.ToString(), meeting.Time, meeting.Place, meeting.Status));
        Assert.Equal([new Party("성춘향", "대표", "가나클라우드"), new Party(null, null, "다라전자")], meeting.Participants);
        var record = await _own.FindRecordAsync(meeting.RecordIds[0], Grade.Sensitive, Token);
        Assert.Equal((Grade.Sensitive, "slack/U1"), (record!.Record.Grade, record.Record.Metadata["entered-by"]));
        Assert.Null(await _own.FindRecordAsync(meeting.RecordIds[0], Grade.Open, Token));
        Assert.Contains("등급", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_that_comes_twice_adds_one_meeting()
    {
        var bot = Curated("slack/U1");
        var form = Form(bot, ("title", "점검 회의"), ("when", "10월 14일 오후 2시"));

        await bot.HandleAsync(form);
        await bot.HandleAsync(form);

        var meeting = Assert.Single(await _own.FindMeetingsAsync(new() { Clearance = Grade.Sensitive }, Token));
        Assert.Equal(("2025-10-14", new TimeOnly(14, 0)), (meeting.Date!.ToString(), meeting.Time));
    }

    [Theory]
    [InlineData("2025-13-45", "읽을 수 없습니다")]
    [InlineData("곧", "읽을 수 없습니다")]
    [InlineData("2025-10-14 25:00", "없는 시각")]
    [InlineData("2025-10-14 14:75", "없는 시각")]
    [InlineData("2025-09-30 10:00", "지난 날")]
    [InlineData("2099-01-01", "너무 먼 날")]
    public async Task An_impossible_time_is_said_and_nothing_is_stored(string when, string said)
    {
        var bot = Curated("slack/U1");

        Assert.Contains(said, (await bot.AskAsync(Form(bot, ("title", "회의"), ("when", when)))).Text, StringComparison.Ordinal);
        Assert.Empty(await _own.FindMeetingsAsync(new() { Clearance = Grade.Classified }, Token));
    }

    [Fact]
    public async Task Others_may_not()
    {
        var bot = Curated("slack/U9");

        Assert.Contains("기록 담당자", (await bot.AskAsync(Form(bot, ("title", "회의"), ("when", "2025-10-14")))).Text, StringComparison.Ordinal);
        Assert.Empty(await _own.FindMeetingsAsync(new() { Clearance = Grade.Classified }, Token));
    }

    [Fact]
    public async Task Where_no_form_opens_by_itself_a_button_opens_it()
    {
        var bot = Curated("slack/U1");

        var button = Assert.Single((await bot.AskAsync(bot.Command("meetings", values: ("action", "add")))).Buttons);

        Assert.Contains(CommandCatalogue.All.Forms, f => button.Id.StartsWith(f.Name + ":", StringComparison.Ordinal));
        Assert.NotNull(CommandCatalogue.All.FindOpened("meetings", new Dictionary<string, string> { ["action"] = "add" }));
        Assert.Null(CommandCatalogue.All.FindOpened("meetings", new Dictionary<string, string> { ["days"] = "7" }));
    }

    [Fact]
    public void A_form_has_no_more_fields_than_discord_shows() => Assert.All(CommandCatalogue.All.Forms, f => Assert.InRange(f.Fields.Count, 1, 5));

    public ValueTask InitializeAsync()
    {
        _own = SqliteArchive.Open(_folder.Path, Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml")), TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        _folder.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ChatMessage Form(TalkingBot bot, params (string Name, string Value)[] fields) =>
        bot.Message(ChatMessageKind.Form, TalkingBot.Channel) with { Action = "meeting-add:new", IsAddressed = true, Language = Language.Korean, Values = fields.ToDictionary(f => f.Name, f => f.Value) };

    private TalkingBot Curated(string curator) => new(archive, b => b.Desk = b.Desk with
    {
        Archive = _own,
        Curators = new([curator]),
        Importer = new(_own, new(b.Desk.Time), new(b.Desk.Organisations), new StatementReader(b.Desk.Organisations, b.Desk.Topics), b.Desk.Time),
    });
}
