using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Commands;

/// <summary>Who may see what: shown to administrators and changed by them, from the next question on.</summary>
internal sealed class AccessCommand(Desk desk) : IChatCommand
{
    private static readonly string[] Here = ["here", "여기"];

    public static CommandDefinition Shown { get; } = new("access", "권한", "Who may see what; for administrators", "누가 무엇을 볼 수 있는지(관리자용)")
    {
        Options =
        [
            new("place", "곳", "here, slack/TEAM/CHANNEL, slack/direct, discord/GUILD", "여기, slack/팀/채널, slack/direct, discord/서버"),
            new("grade", "등급", "Highest grade shown there; default takes the rule back", "그곳에 보일 최고 등급, default는 규칙 해제") { Choices = [("open", "open", "공개"), ("sensitive", "sensitive", "민감"), ("classified", "classified", "기밀"), ("default", "as the settings say", "설정대로")] },
            new("groups", "그룹", "Groups whose records are shown there", "그곳에 보일 그룹"),
            new("who", "사람", "slack/USER, discord/USER, slack/role/GROUP, discord/role/ROLE", "slack/사용자, discord/사용자, slack/role/그룹, discord/role/역할"),
            new("role", "역할", "What that person may do", "그 사람이 할 수 있는 일") { Choices = [("reader", "reads", "읽기"), ("curator", "imports and corrects", "가져오기와 정정"), ("admin", "also decides on rights", "권한 결정"), ("default", "as the settings say", "설정대로")] },
        ],
    };

    public CommandDefinition Definition => Shown;

    public Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken) => Task.FromResult(Run(wish));

    private Handled Run(Wish wish)
    {
        if (!desk.Curators.IsAdmin(wish.Message.Conversation, wish.Message.User)) return Tell(wish, "권한은 관리자(Access:Admins)만 보고 바꿀 수 있습니다.", "Only administrators (Access:Admins) may see and change rights.");
        var (place, who) = (wish.Value("place"), wish.Value("who"));
        if (place is not null && who is not null) return Tell(wish, "곳(place)과 사람(who)은 한 번에 하나만 바꿉니다.", "Change either a place or a person at a time.");
        if (place is not null) return Rule(wish, Here.Contains(place, StringComparer.OrdinalIgnoreCase) ? Clearances.PlaceOf(wish.Message.Conversation) : place.Trim('/'));
        return who is not null ? Appoint(wish, who.Trim('/')) : Show(wish);
    }

    private Handled Rule(Wish wish, string place)
    {
        var by = By(wish);
        if (place.Split('/')[0] is not ("slack" or "discord")) return Tell(wish, $"‘{place}’은(는) 알 수 없는 곳입니다. slack/… 또는 discord/… 로 쓰십시오.", $"The place '{place}' is not known. Write slack/… or discord/….");
        if (wish.Value("grade") is not { } grade) return Tell(wish, "등급(grade)을 적어 주십시오.", "Name a grade.");
        if (grade.Equals("default", StringComparison.OrdinalIgnoreCase)) return Change(wish, new(AccessKind.Place, place, null, by), $"{place}: 설정대로", $"{place}: as the settings say");
        var (clearance, fault) = AccessRule.ParseClearance($"{grade} {wish.Value("groups")}", desk.Clearances.Groups);
        if (clearance is null) return Tell(wish, $"받지 않았습니다: {fault}", $"Refused: {fault}");
        if (place == Clearances.PlaceOf(wish.Message.Conversation) && wish.Message.Conversation.Kind is ConversationKind.Public or ConversationKind.Shared && clearance != Clearance.Open)
            return Tell(wish, "공개 채널과 다른 조직과 공유한 채널에는 공개 기록만 보입니다.", "Public channels, and channels shared with others, see open records alone.");
        return Change(wish, new(AccessKind.Place, place, clearance.ToString(), by), $"{place}: {clearance}", $"{place}: {clearance}");
    }

    private Handled Appoint(Wish wish, string who)
    {
        if (!Curators.IsSomebody(who)) return Tell(wish, $"‘{who}’은(는) 아무도 가리키지 않습니다. 이름이 아니라 {Curators.Form} 꼴의 ID를 쓰십시오.", $"'{who}' names nobody. Write an id, not a name: {Curators.Form}.");
        var role = wish.Value("role")?.ToLowerInvariant();
        if (role is not ("reader" or "curator" or "admin" or "default")) return Tell(wish, "역할(role)은 reader, curator, admin, default 가운데 하나입니다.", "A role is one of reader, curator, admin, default.");
        if (!desk.Curators.LeavesAdmin(who, role)) return Tell(wish, "받지 않았습니다: 관리자가 한 사람도 남지 않습니다.", "Refused: no administrator would be left.");
        return Change(wish, new(AccessKind.Role, who, role == "default" ? null : role, By(wish)), $"{who}: {role}", $"{who}: {role}");
    }

    private Handled Show(Wish wish) => Tell(
        wish,
        $"권한 {desk.Clearances.Version}판\n{Lines()}\n적지 않은 곳과 공개·공유 채널, 손님: open",
        $"Rights, version {desk.Clearances.Version}\n{Lines()}\nPlaces not named, public and shared channels, guests: open");

    private string Lines() => string.Join('\n', desk.Clearances.All.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"• {r.Key}: {r.Value}"));

    private static string By(Wish wish) => $"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}";

    private static Handled Change(Wish wish, AccessChange change, string korean, string english) =>
        Tell(wish, $"바꾸었습니다. 다음 질문부터 적용됩니다.\n{korean}", $"Changed; it counts from the next question on.\n{english}") with { Access = change };

    private static Handled Tell(Wish wish, string korean, string english) => new() { Replies = [new(wish.Say(korean, english), wish.Privately)] };
}
