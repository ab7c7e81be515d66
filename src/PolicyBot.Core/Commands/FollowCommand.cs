using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;

namespace PolicyBot.Commands;

/// <summary>News of an organisation, a person, a topic or one concern, told once as soon as they stand on record.</summary>
internal sealed class FollowCommand(Desk desk) : IChatCommand
{
    /// <summary>Fewer letters stand in too many sentences.</summary>
    private const int ShortestConcern = 5;

    public static CommandDefinition Shown { get; } = new("follow", "팔로우", "Be told when something new about it stands on record", "새 기록이 생기면 알림 받기")
    {
        Options =
        [
            new("what", "대상", "An organisation, a person, a topic, or words of a concern", "기관, 사람, 주제, 또는 우려의 문구", IsRequired: true, IsSuggested: true),
            new("where", "곳", "Where it is told", "알림을 받을 곳") { Choices = [("dm", "to me alone", "나에게만"), ("channel", "in this channel", "이 채널에")] },
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var (conversation, user) = (wish.Message.Conversation, wish.Message.User);
        if (user.IsGuest) return Tell(wish, "손님 계정은 알림을 받을 수 없습니다.", "Guests cannot follow.");
        var inChannel = wish.Value("where") == "channel" && conversation.Kind != ConversationKind.Direct;
        if (inChannel && !desk.Curators.MaySettle(conversation, user)) return Tell(wish, "이 채널로 알림을 보내는 것은 기록 담당자만 정할 수 있습니다.", "Only curators may have alerts sent to this channel.");
        var words = wish.Value("what") ?? "";
        if (words.Length == 0 || await FindAsync(wish, words, cancellationToken) is not { } follow)
            return Tell(wish, $"‘{words}’ 이름의 기관·사람·주제나 그런 우려가 기록에 없습니다.", $"No organisation, person, topic or concern on record goes by '{words}'.");
        var to = inChannel || conversation.Kind == ConversationKind.Direct ? new Delivery { Conversation = conversation with { Thread = null } } : Delivery.To(conversation, user.Id);
        return Tell(wish, $"팔로우합니다: {Name(wish, follow)}. 새 기록이 생기면 {(inChannel ? "이 채널에" : "직접 메시지로")} 한 번 알립니다.", $"Following: {Name(wish, follow)}. New records are told once, {(inChannel ? "in this channel" : "by direct message")}.")
            with
        { Orders = [follow.Order(to, user.Id)] };
    }

    internal static string Name(Wish wish, Follow follow) => follow.What switch
    {
        FollowKind.Organisation => $"{follow.Label} ({wish.Pick("기관", "organisation")})",
        FollowKind.Person => $"{follow.Label} ({wish.Pick("사람", "person")})",
        FollowKind.Topic => $"{follow.Label} ({wish.Pick("주제", "topic")})",
        _ => $"“{follow.Label}” ({wish.Pick("우려·요청", "concern")})",
    };

    /// <summary>The surest reading first. Only what this place may see can be followed: else the refusal would tell what exists.</summary>
    private async Task<Follow?> FindAsync(Wish wish, string words, CancellationToken cancellationToken)
    {
        if (desk.Organisations.Find(words, desk.Today)?.Name is { } organisation) return new(FollowKind.Organisation, organisation, organisation, wish.Language);
        if (desk.Topics.All.FirstOrDefault(t => t.Slug.Equals(words, StringComparison.OrdinalIgnoreCase) || t.Korean == words || t.English.Equals(words, StringComparison.OrdinalIgnoreCase)) is { } topic)
            return new(FollowKind.Topic, topic.Slug, topic.Label(wish.Language), wish.Language);
        var filter = new Storage.StatementFilter { Clearance = wish.Clearance, Limit = 1 };
        if ((await desk.Archive.FindStatementsAsync(filter with { People = [words] }, cancellationToken)).Count > 0) return new(FollowKind.Person, words, words, wish.Language);
        if ((await desk.Archive.FindStatementsAsync(filter with { Organisations = [words] }, cancellationToken)).Count > 0) return new(FollowKind.Organisation, words, words, wish.Language);
        var raised = await desk.Archive.FindStatementsAsync(filter with { Kinds = [StatementKind.Concern, StatementKind.Request], Limit = int.MaxValue }, cancellationToken);
        if (raised.FirstOrDefault(s => s.Statement.Id.Value == words || (words.Length >= ShortestConcern && s.Text.ReplaceLineEndings(" ").Contains(words, StringComparison.OrdinalIgnoreCase))) is { } concern)
            return new(FollowKind.Concern, concern.Statement.Id.Value, concern.Text.ReplaceLineEndings(" "), wish.Language) { RecordId = concern.Record.Id.Value };
        return Listing.Topic(desk, words) is { } slug ? new(FollowKind.Topic, slug, desk.Topics.All.First(t => t.Slug == slug).Label(wish.Language), wish.Language) : null;
    }

    private static Handled Tell(Wish wish, string korean, string english) => new() { Replies = [new(wish.Say(korean, english), wish.Privately)] };
}
