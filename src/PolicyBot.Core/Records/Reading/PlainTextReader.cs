using PolicyBot.Records.Layout;

namespace PolicyBot.Records.Reading;

/// <summary>An article, a press release or minutes as plain text.</summary>
internal static class PlainTextReader
{
    public static Record Read(string text, RecordFields fields) => RecordAssembly.Assemble(fields, text, TextLayout.Read(text));
}
