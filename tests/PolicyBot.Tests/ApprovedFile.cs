namespace PolicyBot.Tests;

/// <summary>Compares what the code generates with the file in the repository, and says how to bring the file up.</summary>
internal static class ApprovedFile
{
    /// <param name="path">The approved file.</param>
    public static void Matches(string path, string generated)
    {
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved == generated) return;
        var received = Path.Combine(AppContext.BaseDirectory, "received", Path.GetFileName(path));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, generated);
        Assert.Fail($"{Path.GetFullPath(path)} is not what the code generates. Look at the difference; if it is meant: cp {received} {Path.GetFullPath(path)}");
    }
}
