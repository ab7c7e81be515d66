using System.Text;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Commands;

public sealed class MessageImportTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private const string Minutes = """
        ---
        title: 변전소 현장 간담회
        published: 2025-09-12
        grade: open
        ---
        과학기술정보통신부는 2025년 9월 11일 대전에서 변전소 현장 간담회를 열었다. 변학도 사아전력 대표는 변전소 부지를 늘려 달라고 요청했다.
        """;

    [Fact]
    public async Task The_words_of_a_message_become_a_record_once()
    {
        var bot = Curated("slack/U1");

        Assert.StartsWith("가져옴: 변전소 현장 간담회", await ImportAsync(bot, Minutes), StringComparison.Ordinal);
        Assert.StartsWith("이미 있음", await ImportAsync(bot, Minutes), StringComparison.Ordinal);
        Assert.Contains("등급", await ImportAsync(bot, Minutes.Replace("grade: open\n", "", StringComparison.Ordinal).Replace("변전소 부지", "변전소 땅", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("slack/U2")]
    public async Task Only_curators_import(string curator)
    {
        var before = await CountAsync();

        Assert.Contains("담당자", await ImportAsync(Curated(curator), Minutes + "다른 글"), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Each_file_is_told_imported_or_refused_with_its_reason()
    {
        var bot = Curated("slack/U1");
        var message = Shortcut(bot, "") with
        {
            Files = [new("F1", "../../회의.md", 10, "a"), new("F2", "virus.exe", 10, "b"), new("F3", "gone.txt", 10, "c"), new("F4", "huge.txt", long.MaxValue, "d")],
        };

        var lines = (await bot.AskAsync(message)).Text.Split('\n');

        Assert.Contains(lines, l => l.StartsWith("가져옴: 로봇 현장 간담회", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("받지 않음: virus.exe", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("The file was deleted.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("받지 않음: huge.txt", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(Path.GetTempPath(), StringComparison.Ordinal));
    }

    private static ChatMessage Shortcut(TalkingBot bot, string text) => bot.Message(ChatMessageKind.Shortcut, TalkingBot.Channel) with { Action = "import", IsAddressed = true, Text = text };

    private static async Task<string> ImportAsync(TalkingBot bot, string text) => (await bot.AskAsync(Shortcut(bot, text))).Text;

    private TalkingBot Curated(string curator) => new(archive, b => b.Desk = b.Desk with
    {
        Curators = new([curator]),
        Platforms = [new Files()],
        Importer = new(archive.Archive, new(b.Desk.Time), new(b.Desk.Organisations), new StatementReader(b.Desk.Organisations, b.Desk.Topics), b.Desk.Time),
    });

    private async Task<int> CountAsync() => (await archive.Archive.MeasureAsync(Grade.Classified, TestContext.Current.CancellationToken)).Records;

    private sealed class Files : IChatPlatform
    {
        public string Name => "slack";

        public ConnectionState State => throw new NotSupportedException();

        public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken) => file.Id == "F1"
            ? Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(Minutes.Replace("변전소", "로봇", StringComparison.Ordinal))))
            : throw new ChatFileException("The file was deleted.");

        public Task RunAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IReadOnlyList<string> Render(Reply reply, Delivery delivery) => throw new NotSupportedException();

        public Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
