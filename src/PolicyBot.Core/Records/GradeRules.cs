namespace PolicyBot.Records;

/// <summary>Which grade and group a document has that comes from a folder or a feed. What it says of itself can only make it stricter.</summary>
/// <param name="places">Folders, and beginnings of web addresses; of several that fit, the longest counts.</param>
/// <param name="groups">Those that there are.</param>
public sealed class GradeRules(IReadOnlyList<AccessRule> places, IReadOnlyCollection<string> groups)
{
    /// <summary>None: a document has the grade that it names, else the default.</summary>
    public static GradeRules None { get; } = new([], []);

    private readonly AccessRule[] _folders = [.. places.Where(r => !IsAddress(r.Place)).Select(r => r with { Place = Folder(r.Place) }).OrderByDescending(r => r.Place.Length)];
    private readonly AccessRule[] _feeds = [.. places.Where(r => IsAddress(r.Place)).OrderByDescending(r => r.Place.Length)];

    /// <summary>The document with its grade and group, or its refusal.</summary>
    public ReadResult Settle(ReadResult document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Record is not { } record) return document;
        var grades = new List<Grade>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        if (record.IsGraded) grades.Add(record.Grade);
        if (record.Group is { } own) named.Add(own);
        foreach (var rule in (AccessRule?[])[FolderOf(document.Path), FeedOf(record)])
        {
            if (rule is null) continue;
            grades.Add(rule.Clearance.Grade);
            named.UnionWith(rule.Clearance.Groups);
        }

        if (named.FirstOrDefault(n => !groups.Contains(n)) is { } unknown)
            return new(document.Path, null, $"There is no group \"{unknown}\". Declare it in Access:Groups, or correct the document's group. / \"{unknown}\" 그룹은 없습니다. Access:Groups에 적거나 문서의 그룹을 고치십시오.");
        if (named.Count > 1)
            return new(document.Path, null, $"It would belong to the groups {string.Join(" and ", named.Order(StringComparer.Ordinal))}, and a record has one. Correct its group, or the rule of its folder (Access:Folders). / 그룹이 {string.Join(", ", named.Order(StringComparer.Ordinal))}인데 기록의 그룹은 하나뿐입니다. 문서의 그룹이나 폴더의 규칙(Access:Folders)을 고치십시오.");
        return document with { Record = record with { Grade = grades.Count > 0 ? grades.Max() : record.Grade, Group = named.SingleOrDefault() } };
    }

    /// <summary>Another text wherever a document may be settled otherwise than by these rules, or than at that path.</summary>
    internal string Written(string path) => string.Join('\n', [.. ((AccessRule?[])[FolderOf(path), .. _feeds]).Select(r => r is null ? "" : $"{r.Place} {r.Clearance.Grade} {string.Join(',', r.Clearance.Groups.Order(StringComparer.Ordinal))}"), .. groups.Order(StringComparer.Ordinal)]);

    // The path of an entry or a line goes on behind that of its file.
    private AccessRule? FolderOf(string path)
    {
        if (_folders.Length == 0) return null;
        var full = Path.GetFullPath(path);
        return Array.Find(_folders, r => full.StartsWith(r.Place, StringComparison.Ordinal));
    }

    private AccessRule? FeedOf(Record record) => Array.Find(_feeds, r => record.Sources.Any(s => s.StartsWith(r.Place, StringComparison.OrdinalIgnoreCase)));

    private static bool IsAddress(string place) => place.Contains("://", StringComparison.Ordinal);

    private static string Folder(string place)
    {
        var full = Path.GetFullPath(place);
        return File.Exists(full) || full.EndsWith(Path.DirectorySeparatorChar) ? full : full + Path.DirectorySeparatorChar;
    }
}
