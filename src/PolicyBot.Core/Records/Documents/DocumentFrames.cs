using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Records.Documents;

/// <summary>Asks for one file to be read.</summary>
/// <param name="Skip">So many of its documents are settled already.</param>
/// <param name="Today">Series of calendars are worked out around it.</param>
internal sealed record DocumentRequest(string Path, long MaxBytes, int Skip, DateOnly Today);

/// <summary>One of: a document is begun, a document is read or refused, the file is done.</summary>
/// <param name="Begun">Which document; should the process die now, it was that one.</param>
/// <param name="Left">How many come after it.</param>
/// <param name="Last">The process has grown and ends now: what else it was asked for deserves a fresh one.</param>
internal sealed record DocumentReply(string? Begun = null, int Left = 0, ReadResult? Result = null, bool Done = false, bool Last = false);

/// <summary>Messages between the two processes: four bytes of length, then JSON. Nothing is sent before the stream is flushed.</summary>
internal static class DocumentFrames
{
    public static void Write<T>(Stream stream, T message, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        stream.Write(length);
        stream.Write(body);
    }

    /// <summary>Null when the other side is gone. Throws <see cref="InvalidDataException"/> for more than <paramref name="most"/> bytes, and <see cref="JsonException"/> for what is no message.</summary>
    public static T? Read<T>(Stream stream, JsonTypeInfo<T> type, int most)
        where T : class
    {
        Span<byte> head = stackalloc byte[4];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > most) throw new InvalidDataException($"A message of {length} bytes is over the limit of {most}.");
        var body = new byte[length];
        return stream.ReadAtLeast(body, length, throwOnEndOfStream: false) < length ? null : JsonSerializer.Deserialize(body, type);
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(DocumentRequest))]
[JsonSerializable(typeof(DocumentReply))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>Korean as Korean: a third of the bytes.</summary>
    public static DocumentJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
