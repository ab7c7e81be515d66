using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Wire;

/// <summary>Answers from the records told by hand, on 1 October 2025 in Seoul; the one who asks is a curator.</summary>
internal sealed class WireDesk(AskedArchive archive)
{
    /// <summary>Searching waits for this.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public (IChatHandler, IEgress) Answering(IChatStore store)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
        var retriever = new Held(this, archive.Retriever);
        var handler = new ChatHandler(new()
        {
            Archive = archive.Archive,
            Retriever = retriever,
            Answerer = new(new(archive.Archive, retriever, AskedArchive.Reader, time, zone), null),
            Organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml")),
            Topics = Topics.Load(Path.Combine(SharedData.Config, "topics.yaml")),
            Memory = store,
            Time = time,
            Zone = zone,
            Curators = new([$"slack/{WireChat.User}", $"discord/{WireChat.User}"]),
        });
        return (handler, new EgressGate(archive.Archive, Clearances.Default));
    }

    private sealed class Held(WireDesk desk, IRetriever inner) : IRetriever
    {
        public async Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken)
        {
            await desk.Hold.WaitAsync(cancellationToken);
            return await inner.FindPassagesAsync(query, cancellationToken);
        }
    }
}
