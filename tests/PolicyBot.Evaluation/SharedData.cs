namespace PolicyBot.Evaluation;

/// <summary>Labelled data that stands beside a developer's checkout. A clone without it skips what needs it, saying so.</summary>
internal static class SharedData
{
    /// <summary>The file's path; skips the calling test when the data is not there.</summary>
    public static string Path(string relative)
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, "The labelled data (../shared/data beside the checkout) is not on this machine.");
        return System.IO.Path.Combine(folder, relative);
    }

    private static string? Find()
    {
        for (var dir = new DirectoryInfo(AppContext.BaseDirectory); dir is not null; dir = dir.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(dir.FullName, "PolicyBot.sln"))) continue;
            var data = System.IO.Path.GetFullPath(System.IO.Path.Combine(dir.FullName, "..", "shared", "data"));
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
