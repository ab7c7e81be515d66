namespace PolicyBot.Records.Documents.Calendars;

/// <summary>Who hosts and who is invited, where an event's description says so in lines of its own: <c>참석: A사, B협회</c>.</summary>
internal static class DescribedNames
{
    private static readonly string[] HostLabels = ["주최", "주관", "host", "hosted by", "organiser", "organizer"];
    private static readonly string[] InvitedLabels = ["참석", "참석자", "참석 기관", "참석기업", "참석 기업", "초청", "초청 대상", "참가", "attendees", "participants", "invited", "guests"];
    private static readonly char[] Marks = [' ', '\t', '-', '*', '•', '·', 'ㅇ', '○', '□', '▲', '[', '('];
    private static readonly char[] Separators = [',', ';', '▲', '△', '、', '/', '·'];

    public static (IReadOnlyList<string> Hosts, IReadOnlyList<string> Invited) Read(string? description)
    {
        List<string> hosts = [], invited = [];
        foreach (var line in (description ?? "").Split('\n').Take(200))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and <= 24 and var colon)) continue;
            var label = line[..colon].Trim(Marks).TrimEnd(']', ')', ' ');
            var names = Is(label, HostLabels) ? hosts : Is(label, InvitedLabels) ? invited : null;
            names?.AddRange(line[(colon + 1)..].Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length is >= 2 and <= 60 && !n.Contains('@', StringComparison.Ordinal)).Take(100));
        }

        return (hosts, invited);
    }

    private static bool Is(string label, string[] labels) => labels.Contains(label, StringComparer.OrdinalIgnoreCase);
}
