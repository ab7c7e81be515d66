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

    /// <summary>The folder of the shipped settings and catalogues.</summary>
    public static string Config => System.IO.Path.Combine(Root, "config");

    /// <summary>The folder of the checkout.</summary>
    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(System.IO.Path.Combine(folder, "PolicyBot.sln"))) folder = System.IO.Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    private static string? Find()
    {
        var data = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", "data"));
        return Directory.Exists(data) ? data : null;
    }
}
