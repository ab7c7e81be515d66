using System.Text.Json;

namespace PolicyBot.Settings;

/// <summary>Reads a settings file to flat keys, keeping the line of each, so that a fault can be named by line.</summary>
internal static class SettingsFile
{
    /// <summary>Keys in document order; the value of an empty object or list is null. Throws <see cref="SettingsException"/> when the file is not a JSON object.</summary>
    public static IReadOnlyList<(string Key, string? Value, int Line)> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{path}: the settings file cannot be read ({e.Message}). Check the path and the permissions. / 설정 파일을 읽을 수 없습니다. 경로와 권한을 확인하십시오."]);
        }

        try
        {
            return Flatten(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The exception quotes what it stumbled over, which may be a secret.
            var line = e is JsonException { LineNumber: { } n } ? n + 1 : 1;
            throw new SettingsException([$"{path}:{line}: not valid JSON. Mend the line or start from config/policybot.json. / 올바른 JSON이 아닙니다. 이 줄을 고치거나 config/policybot.json에서 새로 시작하십시오."]);
        }
    }

    private static List<(string, string?, int)> Flatten(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 });
        var keys = new List<(string, string?, int)>();
        var path = new List<string>();
        var counters = new Stack<int>();
        for (var before = JsonTokenType.None; reader.Read(); before = reader.TokenType)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path.Add(reader.GetString()!);
                    break;
                case JsonTokenType.StartArray:
                    counters.Push(0);
                    path.Add("0");
                    break;
                case JsonTokenType.EndArray:
                    counters.Pop();
                    path.RemoveAt(path.Count - 1);
                    if (before == JsonTokenType.StartArray && path.Count > 0) keys.Add((string.Join(':', path), null, Line(ref reader, bytes)));
                    Leave(path, counters);
                    break;
                case JsonTokenType.StartObject:
                    counters.Push(-1);
                    break;
                case JsonTokenType.EndObject:
                    counters.Pop();
                    if (before == JsonTokenType.StartObject && path.Count > 0) keys.Add((string.Join(':', path), null, Line(ref reader, bytes)));
                    Leave(path, counters);
                    break;
                default:
                    if (path.Count == 0) throw new InvalidOperationException("The settings must be one JSON object");
                    keys.Add((string.Join(':', path), Value(ref reader), Line(ref reader, bytes)));
                    Leave(path, counters);
                    break;
            }
        }

        return keys;
    }

    private static int Line(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes) => 1 + bytes[..(int)reader.TokenStartIndex].Count((byte)'\n');

    /// <summary>After a value: an array goes on to its next index, an object drops the property's name.</summary>
    private static void Leave(List<string> path, Stack<int> counters)
    {
        if (path.Count == 0) return;
        path.RemoveAt(path.Count - 1);
        if (!counters.TryPop(out var counter)) return;
        if (counter >= 0) path.Add((++counter).ToString(System.Globalization.CultureInfo.InvariantCulture));
        counters.Push(counter);
    }

    private static string Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Null => "",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
    };
}

/// <summary>Settings that cannot be worked with. One sentence a fault; no secret in any.</summary>
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
