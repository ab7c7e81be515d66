namespace PolicyBot.Tests.Conformance;

/// <summary>What the chat services publish about their messages; stands beside a developer's checkout.</summary>
internal static class ConformanceData
{
    private static readonly string _folder = Path.GetFullPath(Path.Combine(SharedData.Config, "..", "..", "shared", "conformance"));

    /// <summary>Null where the data is absent: fakes then check less.</summary>
    public static string? Find(string relative) => Path.Combine(_folder, relative) is var path && Path.Exists(path) ? path : null;

    /// <summary>Skips the calling test where the data is absent.</summary>
    public static string Require(string relative)
    {
        var path = Find(relative);
        Assert.SkipWhen(path is null, "The conformance data (../shared/conformance beside the checkout) is not on this machine.");
        return path;
    }
}
