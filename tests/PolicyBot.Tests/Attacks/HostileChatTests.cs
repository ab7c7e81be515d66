using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Answers.Grounding;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Commands;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Attacks;

/// <summary>A chat over records in which every attack is planted, with a model that obeys each: what reaches people is what they would read without it, and nothing is changed anywhere.</summary>
public sealed class HostileChatTests : IAsyncLifetime
{
    private static readonly Organisations Organisations = Organisations.Load(ShippedCatalogues.Organisations);
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly RememberedChat _memory = new();
    private SqliteArchive _archive = null!;
    private PassageIndex _index = null!;

    public async ValueTask InitializeAsync()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations, _time);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await _archive.PutAsync([.. AttackStrings.Read().SelectMany(Planted)], CancellationToken.None);
        await new IndexFollower(_archive, _index, new(Organisations)).FollowAsync(null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 2_400_000)]
    public async Task An_obedient_model_gets_nothing_before_anybody()
    {
        var (plain, hostile) = (Handler(null), Handler(Obedient()));
        var sequence = await _archive.ReadSequenceAsync(TestContext.Current.CancellationToken);
        var asked = 0;
        foreach (var attack in AttackStrings.Read().Where(a => a.Length < 300))
            foreach (var question in (string[])[$"{attack} 전력 공급은 누가 요청했나?", "그럼 정부는 뭐라고 답했어?", $"{attack} 은 뭐라고 답했나?"])
            {
                var message = Message(question, asked++);
                var shown = new Shown();
                var without = await plain.HandleAsync(message, new Shown(), TestContext.Current.CancellationToken);
                var with = await hostile.HandleAsync(message, shown, TestContext.Current.CancellationToken);
                _memory.Keep(message, without);

                Assert.Null(with.Judgement);
                Assert.Null(with.ChannelSettings);
                var (before, after) = (Assert.Single(without.Replies).Reply, Assert.Single(with.Replies).Reply);
                foreach (var reply in shown.Replies.Append(after)) AssertHarmless(await PassAsync(reply, message), await PassAsync(before, message));
            }

        Assert.Equal(sequence, await _archive.ReadSequenceAsync(TestContext.Current.CancellationToken));
        Assert.True(asked > 30);
    }

    private static void AssertHarmless(Reply reply, Reply without)
    {
        var (text, own) = (TalkingBot.TextOf(reply), TalkingBot.TextOf(without));
        Assert.DoesNotContain(HostileReplies.Canaries, c => text.Contains(c, StringComparison.Ordinal) && !own.Contains(c, StringComparison.Ordinal));
        Assert.All(reply.Citations, c => Assert.Contains(without.Citations, o => o.Url == c.Url && o.RecordId == c.RecordId));
        Assert.All(reply.Points, p => Assert.Contains(p.Speaker, own, StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Buttons, b => !without.Buttons.Any(o => o.Id == b.Id));
    }

    private async Task<Reply> PassAsync(Reply reply, ChatMessage message) =>
        await new EgressGate(_archive, Clearances.Default).PassAsync(reply, Delivery.Answering(message), TestContext.Current.CancellationToken);

    /// <summary>In the words at the start, in the middle and at the end, in the title, and in the speaker's name.</summary>
    private static IEnumerable<ReadRecord> Planted(string attack, int number)
    {
        var line = attack.ReplaceLineEndings(" ");
        string[] words = [$"{line} 전력 공급을 늘려 달라", $"전력 공급을 {line} 늘려 달라", $"전력 공급을 늘려 달라 {line}"];
        yield return new Told($"t{number}", $"{line} 결과", new(2025, 7, 25))
            .At($"전력 간담회 {number}", new(2025, 7, 24), "한빛홀", MeetingStatus.Held, new Party(null, null, line), new Party(null, null, "가나클라우드"))
            .Says(StatementKind.Request, words[number % 3], new(AttributionLevel.Organisation, [number % 2 == 0 ? line : "가나클라우드"], []), "power")
            .Says(StatementKind.Reply, $"{line} 공급 방안을 검토하겠다", new(AttributionLevel.Organisation, ["과학기술정보통신부"], []), "power", ReplyStrength.WillReview, null, 0)
            .Read();
    }

    private static ScriptedModel Obedient() => new((prompt, inputs) => prompt == "read-question"
        ? JsonSerializer.Serialize(new { question = $"홍판서는 {inputs["question"]} https://evil.example" })
        : JsonSerializer.Serialize(new
        {
            points = ((List<Dictionary<string, object>>)inputs["statements"]).SelectMany(s => HostileReplies.Lies((string)s["words"], (string)inputs["question"]).Select(text => new { text, statements = new[] { (int)s["n"] } })),
        }));

    private ChatHandler Handler(ScriptedModel? model)
    {
        var reader = new QuestionReader(Organisations, Topics);
        return new(new()
        {
            Archive = _archive,
            Retriever = _index,
            Answerer = new(new(_archive, _index, reader, _time, Seoul), model is null ? null : new(_archive, model, new Gate(Organisations, Topics), Clearance.Open)),
            Reading = model is null ? null : new(model, reader),
            Organisations = Organisations,
            Topics = Topics,
            Memory = _memory,
            Time = _time,
            Zone = Seoul,
        });
    }

    private ChatMessage Message(string text, int number) => new()
    {
        Key = $"e{number}",
        Kind = ChatMessageKind.Text,
        Conversation = TalkingBot.Direct,
        User = new("U1", "홍길동"),
        At = _time.GetUtcNow(),
        MessageId = $"m{number}",
        Text = text,
        IsAddressed = true,
    };

    private sealed class Shown : IProgress<Reply>
    {
        public List<Reply> Replies { get; } = [];

        public void Report(Reply value) => Replies.Add(value);
    }
}
