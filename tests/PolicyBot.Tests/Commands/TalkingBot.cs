using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

/// <summary>The handler over the records told by hand, on 1 October 2025 in Seoul, with what was said before remembered.</summary>
internal sealed class TalkingBot
{
    private int _messages;

    public TalkingBot(AskedArchive archive, Action<TalkingBot>? change = null)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        var organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));
        var topics = Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"));
        Desk = new()
        {
            Archive = archive.Archive,
            Retriever = archive.Retriever,
            Answerer = new(new(archive.Archive, archive.Retriever, new QuestionReader(organisations, topics), time, zone), null),
            Organisations = organisations,
            Topics = topics,
            Memory = Memory,
            Time = time,
            Zone = zone,
        };
        change?.Invoke(this);
        Handler = new(Desk);
    }

    public static Conversation Channel { get; } = new("slack", "T1", "C1", null, ConversationKind.Public);

    public static Conversation Thread { get; } = Channel with { Thread = "t1" };

    public static Conversation Direct { get; } = new("slack", "T1", "D1", null, ConversationKind.Direct);

    public RememberedChat Memory { get; } = new();

    public Desk Desk { get; set; }

    public ChatHandler Handler { get; }

    public ChatMessage Message(ChatMessageKind kind, Conversation where) => new()
    {
        Key = $"e{++_messages}",
        Kind = kind,
        Conversation = where,
        User = new("U1", "홍길동"),
        At = new(2025, 10, 1, 1, 0, 0, TimeSpan.Zero),
        MessageId = $"m{_messages}",
    };

    public ChatMessage Words(string text, Conversation? where = null, bool addressed = true) => Message(ChatMessageKind.Text, where ?? Direct) with { Text = text, IsAddressed = addressed };

    public ChatMessage Command(string name, Conversation? where = null, Language? language = null, params (string Name, string Value)[] values) =>
        Message(ChatMessageKind.Command, where ?? Channel) with { Command = name, IsAddressed = true, Language = language, Values = values.ToDictionary(v => v.Name, v => v.Value) };

    public ChatMessage Press(string id, Conversation? where = null, Language? language = null) => Message(ChatMessageKind.Press, where ?? Channel) with { Action = id, IsAddressed = true, Language = language };

    public async Task<Handled> HandleAsync(ChatMessage message)
    {
        var handled = await Handler.HandleAsync(message, new Progress<Reply>(), TestContext.Current.CancellationToken);
        Memory.Keep(message, handled);
        return handled;
    }

    public async Task<Reply> AskAsync(ChatMessage message) => Assert.Single((await HandleAsync(message)).Replies).Reply;

    public static string TextOf(Reply reply) => string.Join('\n',
    [
        reply.Heading, reply.Text, .. reply.Points.SelectMany(p => new[] { p.Speaker, p.Where }.Concat(p.Lines)), .. reply.Table?.Columns ?? [], .. reply.Table?.Rows.SelectMany(r => r) ?? [], .. reply.Notes, reply.Footer,
    ]);
}
