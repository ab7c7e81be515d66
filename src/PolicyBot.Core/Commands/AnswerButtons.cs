using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>What can be pressed under an answer. Behind the colon of each id stands the answer's own.</summary>
internal static class AnswerButtons
{
    public const string Helpful = "helpful";
    public const string NotHelpful = "not-helpful";
    public const string Share = "share";
    public const string More = "more";

    public static IReadOnlyList<ReplyButton> Judging(string id, Language language, bool quotes)
    {
        var korean = language == Language.Korean;
        List<ReplyButton> buttons = [new($"{Helpful}:{id}", korean ? "도움이 됨" : "Helpful"), new($"{NotHelpful}:{id}", korean ? "도움이 안 됨" : "Not helpful")];
        if (!quotes) return buttons;
        buttons.Add(new($"{CommandCatalogue.WrongSpeaker}:{id}", korean ? "발언자가 틀림" : "Wrong speaker", ButtonStyle.Danger));
        buttons.Add(new($"{CommandCatalogue.NotSaid}:{id}", korean ? "한 말과 다름" : "Not what was said", ButtonStyle.Danger));
        return buttons;
    }

    public static ReplyButton Sharing(string id, Language language) => new($"{Share}:{id}", language == Language.Korean ? "채널에 공유" : "Share to channel", ButtonStyle.Primary);

    public static ReplyButton Turning(string id, int page, Language language) => new($"{More}:{id}:{page}", language == Language.Korean ? "더 보기" : "More");
}
