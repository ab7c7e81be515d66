using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>The files that an import is to read, in a fixed order. Folders are walked; links back into a folder above end there.</summary>
internal sealed class DocumentFiles
{
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    public List<string> Paths { get; } = [];

    public List<RejectedDocument> Rejected { get; } = [];

    public int Skipped { get; private set; }

    public static DocumentFiles Walk(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new DocumentFiles();
        foreach (var path in paths) files.Add(path, cancellationToken);
        return files;
    }

    private void Add(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) AddFolder(path, cancellationToken);
        else if (!File.Exists(path)) Rejected.Add(new(path, "There is no file or folder of this name. / 그런 파일이나 폴더가 없습니다. 경로를 확인하십시오."));
        else if (!RecordReader.CanRead(path))
            Rejected.Add(new(path, $"Files of this kind are not read; known kinds: {string.Join(' ', RecordReader.SupportedExtensions.Order(StringComparer.Ordinal))}. / 읽지 않는 형식의 파일입니다. 위 형식 가운데 하나로 저장하십시오."));
        else if (_files.Add(Path.GetFullPath(path))) Paths.Add(path);
    }

    // A stack, not recursion: a folder may be nested as deep as the file system allows.
    private void AddFolder(string root, CancellationToken cancellationToken)
    {
        var waiting = new Stack<string>([root]);
        while (waiting.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_folders.Add(RealPath(folder))) continue;
            foreach (var subfolder in Visit(folder)) waiting.Push(subfolder);
        }
    }

    /// <summary>Adds the folder's own files; gives its folders, the last first.</summary>
    private List<string> Visit(string folder)
    {
        try
        {
            var entries = Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal)
                .Where(entry => !IsHidden(Path.GetFileName(entry)))
                .ToLookup(Directory.Exists);
            foreach (var file in entries[false])
                if (!RecordReader.CanRead(file)) Skipped++;
                else if (_files.Add(Path.GetFullPath(file))) Paths.Add(file);
            return [.. entries[true].Reverse()];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Rejected.Add(new(folder, $"The folder cannot be read: {fault.Message} / 폴더를 읽을 수 없습니다. 권한을 확인하십시오."));
            return [];
        }
    }

    /// <summary>Office programs lay a file "~$name" beside one that they have open.</summary>
    private static bool IsHidden(string name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal);

    private static string RealPath(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
        }
        catch (IOException)
        {
            return Path.GetFullPath(folder);
        }
    }
}
