using PolicyBot.Digests.Charts;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>Finds a font with Korean letters for charts: the one that the settings name, else one that this machine has.</summary>
internal static class KoreanFont
{
    public const string Setting = "Charts:Font";

    private static readonly string[] Places = ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];

    private static readonly string[] Names = ["NanumGothic.ttf", "NanumBarunGothic.ttf", "UnDotum.ttf", "malgun.ttf", "AppleGothic.ttf", "NanumMyeongjo.ttf"];

    /// <summary>Null when there is none that can be drawn with.</summary>
    public static TopicChart? Find(BotSettings settings) => Candidates(settings).Select(TryLoad).FirstOrDefault(c => c is not null);

    private static IEnumerable<string> Candidates(BotSettings settings)
    {
        if (settings.IsSet(Setting)) return [ProgramFolder.Resolve(settings[Setting])];
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
        var found = Places.Where(Directory.Exists).SelectMany(place => Directory.EnumerateFiles(place, "*.ttf", options)).ToList();
        return Names.SelectMany(name => found.Where(f => Path.GetFileName(f).Equals(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static TopicChart? TryLoad(string path)
    {
        try
        {
            return TopicChart.Load(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
