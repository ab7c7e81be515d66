using PolicyBot.Chat;
using PolicyBot.Digests;

namespace PolicyBot.Commands;

/// <summary>No more alerts of this; "all" ends every one of the user's own.</summary>
internal sealed class UnfollowCommand(Desk desk) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("unfollow", "팔로우해제", "No more alerts of it", "알림 그만 받기")
    {
        Options = [new("what", "대상", "As /following shows it; all for everything of mine", "/following에 나온 이름, all은 내 것 전부", IsRequired: true, IsSuggested: true)],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var words = (wish.Value("what") ?? "").Trim('“', '”', '"');
        var user = wish.Message.User.Id;
        var mine = (await FollowingCommand.ListAsync(desk, wish, cancellationToken)).Where(f => f.Order.OwnerId == user || desk.Curators.MaySettle(wish.Message.Conversation, wish.Message.User)).ToList();
        var ended = words is "all" or "전체" ? mine.Where(f => f.Order.OwnerId == user).ToList() : mine.Where(f => Fits(f.Follow, words)).ToList();
        if (ended.Count == 0) return new() { Replies = [new(wish.Say($"‘{words}’은(는) 팔로우하고 있지 않습니다. /following 을 보십시오.", $"'{words}' is not followed. See /following."), wish.Privately)] };
        var names = string.Join(", ", ended.Select(f => FollowCommand.Name(wish, f.Follow)));
        return new() { Replies = [new(wish.Say($"더 알리지 않습니다: {names}", $"No longer followed: {names}"), wish.Privately)], Orders = [.. ended.Select(f => f.Order with { State = OrderState.Ended })] };
    }

    private bool Fits(Follow follow, string words) =>
        words.Length > 0 && (follow.Label.Equals(words, StringComparison.OrdinalIgnoreCase) || follow.Value.Equals(words, StringComparison.OrdinalIgnoreCase)
            || (follow.What == FollowKind.Topic && Listing.Topic(desk, words) == follow.Value)
            || (follow.What == FollowKind.Organisation && Listing.Organisation(desk, words) == follow.Value)
            || (follow.What == FollowKind.Concern && words.Length > 3 && follow.Label.Contains(words, StringComparison.OrdinalIgnoreCase)));
}
