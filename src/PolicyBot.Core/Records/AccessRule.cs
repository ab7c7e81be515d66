namespace PolicyBot.Records;

/// <summary>One line of the settings or of a command: a place, and which grade and groups it has. Written <c>place = grade group…</c>.</summary>
public sealed record AccessRule(string Place, Clearance Clearance)
{
    public static IReadOnlyList<string> GradeNames { get; } = [.. Enum.GetNames<Grade>().Select(n => n.ToLowerInvariant())];

    /// <returns>The rule, or a sentence that says what is wrong with it.</returns>
    public static (AccessRule? Rule, string? Fault) Parse(string written, IReadOnlyCollection<string> groups)
    {
        ArgumentNullException.ThrowIfNull(written);
        var at = written.LastIndexOf('=');
        if (at <= 0 || written[..at].Trim() is not { Length: > 0 } place) return (null, $"'{written}' is not of the form PLACE = GRADE [GROUP…], such as archive/minutes = sensitive budget. / '{written}'은(는) 곳 = 등급 [그룹…] 꼴이 아닙니다. 예: archive/minutes = sensitive budget");
        var (clearance, fault) = ParseClearance(written[(at + 1)..], groups);
        return clearance is null ? (null, fault) : (new(place, clearance), null);
    }

    /// <summary>A grade and the groups behind it: <c>sensitive budget minister</c>.</summary>
    public static (Clearance? Clearance, string? Fault) ParseClearance(string written, IReadOnlyCollection<string> groups)
    {
        ArgumentNullException.ThrowIfNull(written);
        var words = written.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var first, .. var rest]) return (null, $"no grade is given. Grades: {string.Join(", ", GradeNames)}. / 등급이 없습니다. {string.Join(", ", GradeNames)} 가운데 하나를 쓰십시오.");
        if (ParseGrade(first) is not { } grade) return (null, $"the grade '{first}' is not known. Grades: {string.Join(", ", GradeNames)}. / '{first}' 등급은 없습니다. {string.Join(", ", GradeNames)} 가운데 하나를 쓰십시오.");
        var named = rest.Select(GroupName).Distinct().ToList();
        return named.Find(n => !groups.Contains(n)) is { } unknown
            ? (null, $"there is no group '{unknown}'. {(groups.Count == 0 ? "No group is declared" : $"Groups: {string.Join(", ", groups)}")} (Access:Groups). / '{unknown}' 그룹은 없습니다. {(groups.Count == 0 ? "적어 둔 그룹이 없습니다" : $"그룹: {string.Join(", ", groups)}")}(Access:Groups).")
            : (new(grade, [.. named]), null);
    }

    public static Grade? ParseGrade(string written) =>
        Enum.GetValues<Grade>().Where(g => g.ToString().Equals(written, StringComparison.OrdinalIgnoreCase)).Select(g => (Grade?)g).FirstOrDefault();

    /// <summary>Groups are the same whatever the letters' size.</summary>
    public static string GroupName(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Trim().ToLowerInvariant();
    }
}
