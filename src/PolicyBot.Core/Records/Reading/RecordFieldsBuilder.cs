using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>Collects fields key by key and refuses values that would be wrong in an answer: a day that does not exist, an unknown grade.</summary>
internal sealed class RecordFieldsBuilder
{
    private const int MaxIdLength = 200;

    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);
    private readonly List<string> sources = [];
    private string? id;
    private string? title;
    private string? published;
    private string? date;
    private Language? language;
    private Grade? grade;
    private string? group;

    public RecordFields Build() => new()
    {
        Id = id,
        Title = title,
        Published = (published ?? date) is { } day ? PublicationDay.Parse(day) : null,
        Language = language,
        Sources = [.. sources],
        Grade = grade,
        Group = group,
        Metadata = metadata,
    };

    /// <param name="values">One value, or the items of a list.</param>
    /// <param name="written">The value as the document writes it, kept when the key means nothing to the program.</param>
    public void Set(string key, IReadOnlyList<string> values, string written)
    {
        switch (key)
        {
            case "id": id = ParseId(Single(key, values)); break;
            case "title": title = Single(key, values); break;
            case "published": published = CheckDay(Single(key, values)); break;
            case "date": date = CheckDay(Single(key, values)); break;
            case "language": language = ParseLanguage(Single(key, values)); break;
            case "source" or "sources": sources.AddRange(values.Select(v => v.Trim()).Where(v => v.Length > 0)); break;
            case "grade": grade = ParseGrade(Single(key, values)); break;
            case "group": group = Single(key, values) is { } name ? AccessRule.GroupName(name) : null; break;
            default: metadata[key] = written; break;
        }
    }

    private static string? Single(string key, IReadOnlyList<string> values) => values switch
    {
        [] => null,
        [var one] => string.IsNullOrWhiteSpace(one) ? null : one.Trim(),
        _ => throw new UnreadableRecordException($"\"{key}\" has {values.Count} values and takes one. Keep the right one. / \"{key}\"에는 값이 하나만 있어야 하는데 {values.Count}개가 있습니다. 맞는 것만 남기십시오."),
    };

    private static string? ParseId(string? value)
    {
        if (value is null) return null;
        if (value.Length > MaxIdLength) throw new UnreadableRecordException($"The id is longer than {MaxIdLength} characters. Shorten it, or leave it out. / id가 {MaxIdLength}자보다 깁니다. 줄이거나 빼십시오.");
        if (value.Any(char.IsControl)) throw new UnreadableRecordException("The id holds control characters. Write a plain one, or leave it out. / id에 제어 문자가 있습니다. 보통 글자로 쓰거나 빼십시오.");
        return value;
    }

    private static string? CheckDay(string? value)
    {
        if (value is not null) PublicationDay.Parse(value);
        return value;
    }

    private static Language? ParseLanguage(string? value) => value is null ? null : Languages.Parse(value)
        ?? throw new UnreadableRecordException($"The language \"{Excerpt.Of(value)}\" is not known. Write ko or en, or leave it out. / 언어는 ko 또는 en으로 쓰거나 비워 두십시오.");

    private static Grade? ParseGrade(string? value) => value is null ? null : AccessRule.ParseGrade(value)
        ?? throw new UnreadableRecordException($"The grade \"{Excerpt.Of(value)}\" is not known. Write open, sensitive or classified. / 등급은 open, sensitive, classified 가운데 하나로 쓰십시오.");
}
