using System.Security.Cryptography;

namespace PolicyBot.Storage;

/// <summary>By which a file that stands still is told from one that is being written.</summary>
internal readonly record struct FileState(long Size, DateTimeOffset Modified)
{
    /// <summary>Null when there is no such file, or it may not be looked at. To the millisecond, as the store keeps it.</summary>
    public static FileState? Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? new(file.Length, DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds())) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Another text for any other content; empty when it cannot be read. A file over <paramref name="largest"/>, which is refused anyway, is not read.</summary>
    public async Task<string> IdentifyAsync(string path, long largest, CancellationToken cancellationToken)
    {
        if (Size > largest) return FormattableString.Invariant($"{Size} bytes, {Modified.ToUnixTimeMilliseconds()}");
        try
        {
            await using var file = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
