namespace PolicyBot.Records.Reading;

/// <summary>A file on disk that may be gone, locked, huge or no file at all; each becomes a sentence.</summary>
internal static class RecordFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Opens the file; one over the limit is refused by its length, before a byte is read.</summary>
    public static FileStream Open(string path, long maxBytes)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0')) throw new UnreadableRecordException("This is no valid path. Check its spelling. / 올바른 경로가 아닙니다. 철자를 확인하십시오.");
        if (Directory.Exists(path)) throw new UnreadableRecordException("This is a folder, not a file. Name the files in it, or import the folder. / 파일이 아니라 폴더입니다. 그 안의 파일을 지정하거나 폴더를 가져오십시오.");
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        if (file.Length <= maxBytes) return file;
        var length = file.Length;
        file.Dispose();
        throw new UnreadableRecordException($"The file is {Megabytes(length)} large and the limit is {Megabytes(maxBytes)}. Split it into smaller files. / 파일이 한도({Megabytes(maxBytes)})보다 큽니다. 나누어 가져오십시오.");
    }

    public static byte[] ReadAll(string path, long maxBytes, CancellationToken cancellationToken)
    {
        using var file = Open(path, maxBytes);
        var bytes = new byte[file.Length];
        var length = 0;
        while (length < bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = file.Read(bytes, length, Math.Min(bytes.Length - length, 1024 * 1024));
            if (read == 0) break;
            length += read;
        }

        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <summary>What a failed access means to the person who keeps the files; null for a fault of another kind.</summary>
    public static string? Describe(Exception fault) => fault switch
    {
        UnreadableRecordException => fault.Message,
        FileNotFoundException or DirectoryNotFoundException => "The file is not there (any more). Check the path, or run the import again. / 파일이 없습니다. 경로를 확인하거나 다시 가져오십시오.",
        UnauthorizedAccessException => "The file may not be read by this program's account. Give it read permission and import again. / 파일을 읽을 권한이 없습니다. 읽기 권한을 준 뒤 다시 가져오십시오.",
        PathTooLongException => "The path is too long for this system. Move or rename the file. / 경로가 너무 깁니다. 파일을 옮기거나 이름을 줄이십시오.",
        IOException => $"The file could not be read: {fault.Message} Check the disk or the share and import again. / 파일을 읽지 못했습니다. 디스크나 공유 폴더를 확인하고 다시 가져오십시오.",
        _ => null,
    };

    private static string Megabytes(long bytes) => bytes < 1024 * 1024 ? $"{bytes} bytes" : $"{bytes / (1024.0 * 1024.0):0.#} MB";
}
