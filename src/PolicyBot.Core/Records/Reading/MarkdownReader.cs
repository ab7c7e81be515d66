using PolicyBot.Records.Layout;

namespace PolicyBot.Records.Reading;

/// <summary>A Markdown document: the text stays as it is, front matter included.</summary>
internal static class MarkdownReader
{
    public static Record Read(string text)
    {
        if (FrontMatter.Read(text) is not { } front) return RecordAssembly.Assemble(RecordFields.None, text, TextLayout.Read(text));
        TextPart block = new(TextPartKind.FrontMatter, front.Block);
        return RecordAssembly.Assemble(front.Fields, text, [block, .. TextLayout.Read(text, front.Block.End)], front.Block.End);
    }
}
