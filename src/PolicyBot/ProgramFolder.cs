namespace PolicyBot;

/// <summary>Where the files that come with the program lie: the working folder first, so that staff can edit theirs, then beside the program.</summary>
internal static class ProgramFolder
{
    public static string? Find(string path) =>
        new[] { Path.GetFullPath(path), Path.Combine(AppContext.BaseDirectory, path) }.FirstOrDefault(p => File.Exists(p) || Directory.Exists(p));

    public static string Resolve(string path) => Find(path) ?? Path.GetFullPath(path);
}
