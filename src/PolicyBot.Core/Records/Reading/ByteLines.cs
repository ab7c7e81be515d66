namespace PolicyBot.Records.Reading;

/// <summary>One line of a file as bytes.</summary>
/// <param name="Bytes">Null when the line is longer than allowed.</param>
internal readonly record struct ByteLine(int Number, byte[]? Bytes);

/// <summary>Cuts a stream at line feeds and holds no more than one line of it.</summary>
internal static class ByteLines
{
    private const int ChunkSize = 64 * 1024;

    public static IEnumerable<ByteLine> Read(Stream stream, int maxLength, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkSize];
        var line = new MemoryStream();
        var (number, tooLong) = (1, false);
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var start = 0; start < read;)
            {
                var length = chunk.AsSpan(start, read - start).IndexOf((byte)'\n');
                var taken = length < 0 ? read - start : length;
                tooLong |= line.Length + taken > maxLength;
                if (!tooLong) line.Write(chunk, start, taken);
                start += taken + 1;
                if (length < 0) break;
                yield return new(number++, tooLong ? null : line.ToArray());
                line.SetLength(0);
                tooLong = false;
            }
        }

        if (tooLong || line.Length > 0) yield return new(number, tooLong ? null : line.ToArray());
    }
}
