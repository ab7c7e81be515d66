using PolicyBot.Chat;
using PolicyBot.Digests;

namespace PolicyBot.Commands;

/// <summary>What somebody follows, and what is followed here.</summary>
internal sealed class FollowingCommand(Desk desk) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("following", "팔로우목록", "What I follow, and what this channel follows", "내가, 그리고 이 채널이 팔로우하는 것");

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var follows = await ListAsync(desk, wish, cancellationToken);
        if (follows.Count == 0) return new() { Replies = [new(wish.Say("팔로우하는 것이 없습니다. 예: /follow 전력", "Nothing is followed. For instance: /follow power"), wish.Privately)] };
        var lines = follows.Select(f => $"• {FollowCommand.Name(wish, f.Follow)}{(f.Order.To.Kind == DeliveryKind.Personal || wish.Message.Conversation.Kind == ConversationKind.Direct ? "" : wish.Pick(" → 채널 ", " → channel ") + f.Order.To.Conversation.Channel)}");
        return new() { Replies = [new(new() { Language = wish.Language, Text = string.Join('\n', lines) }, wish.Privately)] };
    }

    internal static async Task<IReadOnlyList<(StandingOrder Order, Follow Follow)>> ListAsync(Desk desk, Wish wish, CancellationToken cancellationToken) =>
        [.. (await desk.Memory.ListOrdersAsync(wish.Message.Conversation, wish.Message.User.Id, cancellationToken)).Select(o => (Order: o, Follow: Follow.Of(o)!)).Where(o => o.Follow is not null)];
}
