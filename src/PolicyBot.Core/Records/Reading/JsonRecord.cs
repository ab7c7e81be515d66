using System.Text.Json;
using PolicyBot.Records.Layout;

namespace PolicyBot.Records.Reading;

/// <summary>One object of an archive: <c>{id?, title?, published?, language?, source?, grade?, text}</c>.</summary>
internal static class JsonRecord
{
    public const int MaxDepth = 64;

    public static Record Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new UnreadableRecordException("A record is an object such as {\"text\": \"...\"}; this is something else. Correct or remove it. / 기록은 {\"text\": \"...\"}와 같은 객체여야 합니다. 고치거나 빼십시오.");
        try
        {
            return ReadObject(element);
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableRecordException("A text holds half a character (a lone surrogate such as \\ud800). Write the file again as UTF-8. / 글에 반쪽짜리 글자(짝 없는 서로게이트)가 있습니다. 파일을 UTF-8로 다시 쓰십시오.");
        }
    }

    private static Record ReadObject(JsonElement element)
    {
        RecordFieldsBuilder fields = new();
        string? text = null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals("text")) text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
            else fields.Set(property.Name, Values(property.Value), Written(property.Value));
        }

        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableRecordException("The record has no \"text\", or it is empty. Add the document's words as a string. / \"text\"가 없거나 비어 있습니다. 문서의 글을 문자열로 넣으십시오.");
        return RecordAssembly.Assemble(fields.Build(), text, TextLayout.Read(text));
    }

    private static string[] Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Null).Select(Written)],
        _ => [Written(value)],
    };

    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
