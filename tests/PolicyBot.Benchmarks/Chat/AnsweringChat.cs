using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>A chat that answers from an archive of generated records, as the program puts it together without a model.</summary>
internal sealed class AnsweringChat : IAsyncDisposable
{
    public static readonly string[] Questions =
        ["전력 문제는 누가 제기했나?", "인허가 건의에 뭐라고 답했나?", "Who asked for tax benefits?", "예시부는 예산에 대해 무엇을 약속했나?", "아직 답이 없는 건의는?", "B사는 무엇을 요구했나?"];

    private readonly Organisations _organisations;
    private readonly Topics _topics;
    private readonly SqliteArchive _archive;
    private readonly PassageIndex _index;

    private AnsweringChat(Organisations organisations, Topics topics, SqliteArchive archive, PassageIndex index)
    {
        (_organisations, _topics, _archive, _index) = (organisations, topics, archive, index);
        Answerer = new(archive, index, new QuestionReader(organisations, topics), TimeProvider.System, TimeZoneInfo.Utc);
    }

    public ExtractiveAnswerer Answerer { get; }

    /// <summary>Opens the archive, and fills it when it holds less.</summary>
    public static async Task<AnsweringChat> OpenAsync(string folder, int records)
    {
        var organisations = Organisations.Load(Path.Combine(AppContext.BaseDirectory, "config", "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"));
        var archive = SqliteArchive.Open(folder, organisations, TimeProvider.System);
        if ((await archive.MeasureAsync(Grade.Classified, CancellationToken.None)).Records < records) await ImportAsync(archive, organisations, topics, Path.Combine(folder, "in"), records);
        var index = PassageIndex.Open(Path.Combine(folder, "index"));
        await new IndexFollower(archive, index, new(organisations)).FollowAsync(null, CancellationToken.None);
        return new(organisations, topics, archive, index);
    }

    public Task<ChatLife> StartAsync(string folder, FakeSlackServer server, RateLimits rates)
    {
        var clearances = new Clearances([new("slack", Grade.Sensitive)]);
        return ChatLife.StartAsync(folder, server, Handler, new EgressGate(_archive, clearances), rates);

        ChatHandler Handler(SqliteChatStore store) => new(new()
        {
            Archive = _archive,
            Retriever = _index,
            Answerer = new(Answerer, null),
            Organisations = _organisations,
            Topics = _topics,
            Memory = store,
            Time = TimeProvider.System,
            Zone = TimeZoneInfo.Utc,
            Clearances = clearances,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
    }

    private static async Task ImportAsync(SqliteArchive archive, Organisations organisations, Topics topics, string input, int records)
    {
        Directory.CreateDirectory(input);
        for (var number = 0; number < records; number++) await File.WriteAllTextAsync(Path.Combine(input, $"{number:D6}.txt"), GeneratedRecords.Text(number));
        var importer = new Importer(archive, new RecordReader(TimeProvider.System), new MeetingReader(organisations), new StatementReader(organisations, topics), TimeProvider.System);
        var result = await importer.ImportAsync([input], null, CancellationToken.None);
        if (result.Imported != records) throw new InvalidOperationException($"{result.Imported} of {records} imported.");
    }
}
