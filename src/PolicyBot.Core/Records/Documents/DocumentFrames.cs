using System.Buffers.Binary;

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

/// <summary>Messages between the two processes over one pipe: four bytes of length, then the fields. To write and read JSON took as long as to read the document. Nothing is sent before it is flushed, unless much has gathered.</summary>
internal sealed class DocumentFrames(Stream pipe) : IDisposable
{
    private const int Head = sizeof(int);

    /// <summary>As much as a pipe takes at once.</summary>
    private const int Gathered = 64 * 1024;

    /// <summary>A buffer that a large document made is not kept: it would count as memory of the next.</summary>
    private const int Kept = 1024 * 1024;

    private readonly BufferedStream _heard = new(pipe, Gathered);
    private MemoryStream _said = new();
    private byte[] _body = [];

    public void Write(DocumentRequest request)
    {
        var start = Begin();
        new FieldWriter(_said).Write(request);
        End(start);
    }

    public void Write(DocumentReply reply)
    {
        var start = Begin();
        new FieldWriter(_said).Write(reply);
        End(start);
    }

    public void Flush()
    {
        pipe.Write(_said.GetBuffer().AsSpan(0, (int)_said.Length));
        pipe.Flush();
        if (_said.Capacity > Kept) _said = new();
        else _said.SetLength(0);
    }

    /// <inheritdoc cref="Read"/>
    public DocumentRequest? ReadRequest(int most) => Read(most, out var message) ? new FieldReader(message).Request() : null;

    /// <inheritdoc cref="Read"/>
    public DocumentReply? ReadReply(int most) => Read(most, out var message) ? new FieldReader(message).Reply() : null;

    /// <summary>Closes the pipe.</summary>
    public void Dispose() => pipe.Dispose();

    private int Begin()
    {
        var start = (int)_said.Length;
        _said.SetLength(start + Head);
        _said.Position = start + Head;
        return start;
    }

    private void End(int start)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_said.GetBuffer().AsSpan(start), (int)_said.Length - start - Head);
        if (_said.Length > Gathered) Flush();
    }

    /// <summary>Null when the other side is gone. Throws <see cref="InvalidDataException"/> for more than <paramref name="most"/> bytes, and <see cref="EndOfStreamException"/> for what is no message.</summary>
    private bool Read(int most, out ReadOnlySpan<byte> message)
    {
        message = default;
        Span<byte> head = stackalloc byte[Head];
        if (_heard.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > most) throw new InvalidDataException($"A message of {length} bytes is over the limit of {most}.");
        if (_body.Length < length || _body.Length > Kept) _body = new byte[Math.Max(length, Gathered)];
        if (_heard.ReadAtLeast(_body.AsSpan(0, length), length, throwOnEndOfStream: false) < length) return false;
        message = _body.AsSpan(0, length);
        return true;
    }
}
