using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>One worker a data folder: two would answer every question twice. The system lets go of it however the process ends.</summary>
internal static class WorkerLock
{
    /// <summary>Null when another one has it.</summary>
    public static IDisposable? TryTake(string folder)
    {
        try
        {
            return Take(folder);
        }
        catch (ArchiveException)
        {
            return null;
        }
    }

    public static IDisposable Take(string folder)
    {
        var path = Path.Combine(folder, "worker.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The data folder {Path.GetFullPath(folder)} cannot be worked in: another worker runs on it, or {path} cannot be written. Stop that worker, or name another folder with --data.", fault);
        }
    }
}
