using System.Text.Json;

namespace PolicyBot.Records.Reading;

/// <summary>Takes one element after another out of a JSON array, or the single value that the text is.</summary>
internal sealed class JsonArrayCursor(byte[] json)
{
    // The array itself is one level more than its records.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonRecord.MaxDepth + 1 };

    private JsonReaderState state = new(Options);
    private int offset;
    private int counted;
    private bool started;
    private bool inArray;

    /// <summary>The line at which the last element begins.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Null at the end. Throws <see cref="JsonException"/> where the text is no JSON; nothing can be read behind that place.</summary>
    public JsonDocument? Next()
    {
        var reader = new Utf8JsonReader(json.AsSpan(offset), isFinalBlock: true, state);
        var more = reader.Read();
        if (!started)
        {
            started = true;
            inArray = reader.TokenType == JsonTokenType.StartArray;
            if (inArray) more = reader.Read();
        }

        if (!more || reader.TokenType == JsonTokenType.EndArray)
        {
            // Reading on throws when anything but white space follows.
            while (more) more = reader.Read();
            return null;
        }

        CountLines(offset + (int)reader.TokenStartIndex);
        var element = JsonDocument.ParseValue(ref reader);
        offset += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return element;
    }

    private void CountLines(int to)
    {
        Line += json.AsSpan(counted, to - counted).Count((byte)'\n');
        counted = to;
    }
}
