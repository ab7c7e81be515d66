using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Chat;

/// <summary>Messages, replies and pieces as tests need them.</summary>
internal static class ChatSamples
{
    public static Conversation Channel(string name = "C1", string? thread = null) => new("test", "T1", name, thread, ConversationKind.Public);

    public static ChatMessage Question(string key, string text = "전력 공급은 누가 요구했나?", string user = "U1", string channel = "C1", string? twin = null) => new()
    {
        Key = key,
        TwinKey = twin,
        Kind = ChatMessageKind.Text,
        Conversation = Channel(channel),
        User = new(user),
        At = DateTimeOffset.UnixEpoch,
        Text = text,
        IsAddressed = true,
        MessageId = "m-" + key,
    };

    public static Reply Reply(string text) => new() { Language = Language.Korean, Text = text };

    public static QueuedPiece Piece(string key, string channel = "C1", string body = "body") => new(key, PiecePart.Answer, new() { Conversation = Channel(channel) }, body);

    public static QueuedPiece Chained(string key, PiecePart part, string source) => Piece(key) with { Part = part, Source = source, IsChained = true };

    public static async Task<List<T>> TakeAsync<T>(this IAsyncEnumerable<T> items, int count, CancellationToken cancellationToken)
    {
        var taken = new List<T>();
        await using var reader = items.GetAsyncEnumerator(cancellationToken);
        while (taken.Count < count && await reader.MoveNextAsync()) taken.Add(reader.Current);
        return taken;
    }
}
