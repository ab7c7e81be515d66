using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>In which language the bot answers in this channel, and what questions there are about.</summary>
internal sealed class ChannelCommand(Desk desk) : IChatCommand
{
    private static readonly string[] Everything = ["all", "none", "전체", "없음", "*"];

    public static CommandDefinition Shown { get; } = new("channel", "채널", "This channel's language and scope", "이 채널의 언어와 범위")
    {
        Options =
        [
            new("language", "언어", "Of the answers here", "이 채널의 답변 언어") { Choices = [("auto", "that of the question", "질문의 언어"), ("ko", "Korean", "한국어"), ("en", "English", "영어")] },
            new("organisation", "기관", "What questions that name none are about; all clears it", "기관을 밝히지 않은 질문의 기관, 전체는 해제", IsSuggested: true),
            new("topic", "주제", "What questions that name none are about; all clears it", "주제를 밝히지 않은 질문의 주제, 전체는 해제", IsSuggested: true),
        ],
    };

    public CommandDefinition Definition => Shown;

    public Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken) => Task.FromResult(Run(wish));

    private Handled Run(Wish wish)
    {
        var known = wish.Channel ?? new(null, null, null);
        if (Shown.Options.All(o => wish.Value(o.Name) is null)) return Tell(wish, known);
        if (!desk.Curators.MaySettle(wish.Message.Conversation, wish.Message.User))
            return new() { Replies = [new(wish.Say("이 채널의 설정은 기록 담당자만 바꿀 수 있습니다.", "Only curators may change this channel's settings."), wish.Privately)] };
        if (wish.Value("topic") is { } named && !Clears(named) && Listing.Topic(desk, named) is null) return Listing.NoTopic(desk, wish, named);
        var settings = new ChannelSettings(
            wish.Value("language") is { } language ? Languages.Parse(language) : known.Language,
            wish.Value("organisation") is { } organisation ? Clears(organisation) ? null : Listing.Organisation(desk, organisation) : known.Organisation,
            wish.Value("topic") is { } topic ? Clears(topic) ? null : Listing.Topic(desk, topic) : known.Topic);
        return Tell(wish with { Language = settings.Language ?? wish.Language }, settings) with { ChannelSettings = settings };
    }

    private Handled Tell(Wish wish, ChannelSettings settings)
    {
        var topic = desk.Topics.All.FirstOrDefault(t => t.Slug == settings.Topic)?.Label(wish.Language);
        var language = settings.Language switch
        {
            Language.Korean => wish.Pick("한국어", "Korean"),
            Language.English => wish.Pick("영어", "English"),
            _ => wish.Pick("질문의 언어", "that of the question"),
        };
        var all = wish.Pick("전체", "all");
        return new() { Replies = [new(wish.Say($"언어: {language}\n기관: {settings.Organisation ?? all}\n주제: {topic ?? all}", $"Language: {language}\nOrganisation: {settings.Organisation ?? all}\nTopic: {topic ?? all}"), wish.Privately)] };
    }

    private static bool Clears(string value) => Everything.Contains(value, StringComparer.OrdinalIgnoreCase);
}
