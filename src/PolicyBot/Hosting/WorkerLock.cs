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
            throw new ArchiveException($"The data folder {Path.GetFullPath(folder)} cannot be worked in: another worker runs on it, or {path} cannot be written. Stop that worker, or name another folder with --data. / 자료 폴더 {Path.GetFullPath(folder)}에서 일할 수 없습니다. 다른 봇이 실행 중이거나 {path}에 쓸 수 없습니다. 그 봇을 멈추거나 --data에 다른 폴더를 쓰십시오.", fault);
        }
    }
}
