using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>In which language somebody is answered, and whether a line in a thread asks for an answer at all.</summary>
internal static class Speaking
{
    private static readonly string[] KoreanAsking =
    [
        "누가", "누구", "무엇", "뭐", "뭘", "무슨", "어떤", "어느", "어디", "언제", "왜", "어떻게", "몇", "얼마", "알려", "보여", "정리해", "요약해", "찾아", "말해줘", "말해 줘",
    ];

    private static readonly string[] KoreanEndings = ["나", "나요", "까", "까요", "니", "는가", "은가", "던가", "인가", "인가요", "는지", "해줘", "해 줘", "주세요", "주십시오", "줄래"];

    private static readonly HashSet<string> EnglishAsking = new(StringComparer.OrdinalIgnoreCase)
    {
        "who", "what", "when", "where", "why", "which", "how", "did", "does", "do", "is", "are", "was", "were", "has", "have", "can", "could", "will", "show", "list", "tell", "give", "summarise", "summarize", "find",
    };

    private static readonly HashSet<string> EnglishOpenings = new(StringComparer.OrdinalIgnoreCase) { "and", "so", "then", "but", "also", "ok", "okay" };

    private static readonly HashSet<string> Pleasantries = new(StringComparer.OrdinalIgnoreCase)
    {
        "감사합니다", "고맙습니다", "고마워", "고마워요", "감사", "네", "넵", "예", "안녕", "안녕하세요", "확인했습니다", "확인", "알겠습니다", "좋아요", "ㅎㅎ", "ㅋㅋ", "수고하세요", "수고하셨습니다",
        "thanks", "thank you", "thx", "ok", "okay", "yes", "no", "hi", "hello", "hey", "great", "got it", "cool", "good morning", "thanks a lot", "thank you very much",
    };

    /// <summary>The channel's own; else that of the words; else that of the user's client.</summary>
    public static Language LanguageOf(ChatMessage message, ChannelSettings? channel)
    {
        if (channel?.Language is { } settled) return settled;
        var words = message.Kind switch
        {
            ChatMessageKind.Text => message.Text,
            ChatMessageKind.Command when message.Command == AskCommand.Shown.Name => message.Values.GetValueOrDefault("question") ?? message.Text,
            _ => "",
        };
        if (words.Any(char.IsLetter)) return Languages.Detect(words);
        return message.Language ?? Language.Korean;
    }

    /// <summary>Whether a line without a mention is meant for the bot: people in its threads also talk among themselves.</summary>
    public static bool SoundsAsked(string text)
    {
        var line = text.Trim();
        if (line.Length == 0 || IsPleasantry(line)) return false;
        if (line.EndsWith('?') || line.EndsWith('？')) return true;
        var bare = line.TrimEnd('.', '!', '~', ' ');
        if (Languages.Detect(bare) == Language.Korean)
            return KoreanAsking.Any(w => StartsWord(bare, w)) && bare.Length <= 200 || KoreanEndings.Any(e => bare.EndsWith(e, StringComparison.Ordinal));
        var words = bare.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(EnglishOpenings.Contains).Take(1);
        return words.Any(EnglishAsking.Contains);
    }

    /// <summary>Thanks and greetings: nothing to look up.</summary>
    public static bool IsPleasantry(string text) => Pleasantries.Contains(text.Trim().TrimEnd('.', '!', '~', ' ', '^'));

    private static bool StartsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }
}
