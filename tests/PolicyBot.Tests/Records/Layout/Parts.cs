using PolicyBot.Records;
using PolicyBot.Records.Layout;

namespace PolicyBot.Tests.Records.Layout;

/// <summary>Writes a layout down, one part a line, so that a test can compare it as a whole.</summary>
internal static class Parts
{
    public static string[] Of(string text) => [.. TextLayout.Read(text).Select(p => Write(text, p))];

    public static string Write(string text, TextPart part) =>
        part.Speaker is { } speaker ? $"{part.Kind} {speaker.Of(text)} | {part.Span.Of(text)}" : $"{part.Kind} | {part.Span.Of(text)}";
}
