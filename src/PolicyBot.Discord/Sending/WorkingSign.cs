using PolicyBot.Text;

namespace PolicyBot.Discord.Sending;

/// <summary>What stands where the answer will be.</summary>
internal static class WorkingSign
{
    private const string Korean = "🔎 기록을 찾고 있습니다…", English = "🔎 Searching the records…";

    public static string In(string language) => Languages.Parse(language) switch
    {
        Language.Korean => Korean,
        Language.English => English,
        _ => $"{Korean} / {English}",
    };
}
