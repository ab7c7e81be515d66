using PolicyBot.Records.Layout;
using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>Puts a record together and fills in what the document does not say itself.</summary>
internal static class RecordAssembly
{
    private const int TitleLength = 200;
    private const int FrameLines = 20;

    /// <param name="contentStart">Where the content begins behind any front matter.</param>
    public static Record Assemble(RecordFields fields, string text, IReadOnlyList<TextPart> parts, int contentStart = 0)
    {
        var content = text.AsSpan(contentStart);
        if (content.IsWhiteSpace()) throw new UnreadableRecordException("The document holds no text. Check that the right file was saved. / 문서에 글이 없습니다. 맞는 파일인지 확인하십시오.");
        if (DoubleEncoding.Name(content) is { } twice)
            throw new UnreadableRecordException($"The text is broken: it was saved after a program read it in a wrong encoding ({twice}). Open the original file, save it as UTF-8 and import that. / 글자가 깨진 채 저장된 문서입니다({twice}). 원본을 열어 UTF-8로 저장한 뒤 다시 가져오십시오.");
        var title = fields.Title ?? FirstLine(text, parts, contentStart);
        var published = fields.Published ?? FindPublished(text, parts);
        return new()
        {
            Id = fields.Id is { } id ? new(id) : RecordIdentity.Derive(published, title, text),
            Title = title,
            Published = published,
            Language = fields.Language ?? Languages.Detect(content),
            Text = text,
            Sources = fields.Sources,
            Grade = fields.Grade ?? Grade.Sensitive,
            IsGraded = fields.Grade is not null,
            Group = fields.Group,
            Metadata = fields.Metadata,
            Parts = parts,
        };
    }

    /// <summary>From lines such as <c>입력 2025.07.25 14:03</c>: a day in the body is the day of something else.</summary>
    private static DateOnly? FindPublished(string text, IReadOnlyList<TextPart> parts)
    {
        var frame = parts.Where(p => p.Kind == TextPartKind.Boilerplate).Select(p => p.Span.Of(text)).TakeWhile(l => !BoilerplateLine.BeginsTail(l)).Take(FrameLines);
        // A picture from the files has a day of its own: 자료사진 2024.3.5.
        return DateLanguage.FindPublished(string.Join('\n', frame.Where(l => l.Length <= TitleLength && !l.Contains("사진", StringComparison.Ordinal) && !l.Contains("photo", StringComparison.OrdinalIgnoreCase))));
    }

    private static string FirstLine(string text, IReadOnlyList<TextPart> parts, int contentStart)
    {
        var titled = parts.FirstOrDefault(p => p.Kind == TextPartKind.Heading)
            ?? parts.FirstOrDefault(p => p.Kind is not (TextPartKind.FrontMatter or TextPartKind.Boilerplate or TextPartKind.Caption));
        var start = titled?.Span.Start ?? contentStart;
        var line = text.AsSpan(start, (titled?.Span.End ?? text.Length) - start).Trim();
        var end = line.IndexOfAny('\r', '\n');
        return Excerpt.Of((end < 0 ? line : line[..end]).Trim().ToString(), TitleLength - 1);
    }
}
