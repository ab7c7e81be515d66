using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>The few words that the chat room says by itself.</summary>
internal static class ChatPhrases
{
    /// <summary>In place of the sign of work when the answer went elsewhere or nothing was left to say.</summary>
    public static Reply Done(Language language) => new() { Language = language, Text = language == Language.Korean ? "처리했습니다." : "Done." };

    public static Reply QuestionDeleted(Language language) => new()
    {
        Language = language,
        Text = language == Language.Korean ? "질문이 지워져 답하지 않습니다." : "The question was deleted, so it is not answered.",
    };

    public static Reply TooMany(Language language) => new()
    {
        Language = language,
        Text = language == Language.Korean
            ? "질문이 한꺼번에 많이 왔습니다. 앞의 질문부터 답합니다. 1분 뒤에 이어서 물어 주십시오."
            : "Many questions came at once; those before this one are answered first. Please go on in a minute.",
    };

    /// <summary>Begins the key of that notice.</summary>
    public const string Stale = "stale";

    /// <summary>Nobody knows any more who of the channel asked in which language.</summary>
    public static Reply NotDelivered(int answers) => new()
    {
        Language = Language.Korean,
        Text = $"답변 {answers}건을 제때 전하지 못했습니다. 필요하면 다시 물어봐 주세요.\n{answers} answers were not delivered in time. Please ask again if they still matter.",
    };
}
