namespace PolicyBot.Tests.Records;

/// <summary>The catalogues that staff get with the program.</summary>
internal static class ShippedCatalogues
{
    public static string Organisations => Path.Combine(Root, "config", "organisations.yaml");

    public static string Topics => Path.Combine(Root, "config", "topics.yaml");

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "PolicyBot.sln"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
