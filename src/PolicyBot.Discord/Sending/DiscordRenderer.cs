using System.Text;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Text;

namespace PolicyBot.Discord.Sending;

/// <summary>A reply as Discord messages, each under every limit.</summary>
internal static class DiscordRenderer
{
    private const int Longest = 1_900, MostMessages = 5, MostFiles = 9, LargestFile = 10 * 1024 * 1024, LongestDescription = 1_000;

    public static IReadOnlyList<string> Render(Reply reply)
    {
        var text = ReplyText.Of(reply);
        IReadOnlyList<string> pieces = TextPieces.Split(text, Longest);
        var files = reply.Files.Where(f => f.Bytes.Length <= LargestFile).Take(MostFiles).Select(f => f with { Description = TextPieces.Shorten(f.Description, LongestDescription) }).ToList();
        if (pieces.Count > MostMessages)
        {
            files.Add(Whole(text, reply.Language));
            pieces = [.. pieces.Take(MostMessages - 1), RestInFile(reply.Language)];
        }

        var components = Components.Of(reply);
        if (pieces.Count == 0) return components.Count + files.Count == 0 ? [] : [DiscordBody.Of("", components, files).Write()];
        return [.. pieces.Index().Select(p => (p.Index < pieces.Count - 1 ? DiscordBody.Of(p.Item) : DiscordBody.Of(p.Item, components, files)).Write())];
    }

    private static string RestInFile(Language language) =>
        language == Language.Korean ? "답변이 길어 전체 내용을 파일로 첨부합니다." : "The answer is long: the whole of it is in the file.";

    private static ReplyFile Whole(string text, Language language) =>
        new(language == Language.Korean ? "답변.md" : "answer.md", "text/markdown", Encoding.UTF8.GetBytes(text), language == Language.Korean ? "답변 전체" : "The whole answer");
}
