using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>What a thread is about, in the words of those who asked: nothing in it comes from a record but the id and the day of a meeting.</summary>
/// <param name="Parties">Whom the last question named, as it wrote them.</param>
/// <param name="Subject">What it was about, apart from names and days.</param>
/// <param name="Period">Its days, or the words for them when they leave the year open.</param>
/// <param name="Meeting">When everything that was answered was said at one meeting.</param>
public sealed record ThreadContext(QuestionKind Kind, Language Language, IReadOnlyList<string> Parties, IReadOnlyList<string> Subject, string? Period, string? Meeting)
{
    private const int MostEarlier = 3;
    private const int LongestEarlier = 300;

    public string? MeetingDay { get; init; }

    /// <summary>The last questions as they were understood, the oldest first: a model reads the next one by them.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    public ThreadContext After(ThreadContext? before, string question) =>
        this with { Earlier = [.. (before?.Earlier ?? []).TakeLast(MostEarlier - 1), question.Length > LongestEarlier ? question[..LongestEarlier] : question] };

    public ThreadContext With(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var meetings = answer.Points.Select(p => (p.MeetingId, p.Date)).Distinct().ToList();
        return meetings is [({ } id, var date)] ? this with { Meeting = id.Value, MeetingDay = date?.ToString() } : this;
    }

    public string Write() => JsonSerializer.Serialize(this, ThreadJson.Default.ThreadContext);

    /// <summary>Null when there is none, or one that another version wrote otherwise.</summary>
    public static ThreadContext? Read(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize(json, ThreadJson.Default.ThreadContext) is { Parties: not null, Subject: not null, Earlier: not null } context ? context : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A question that can be understood without its thread.</summary>
/// <param name="Inherited">Whether anything was taken from the thread.</param>
/// <param name="Context">For the next question; null when this one cannot be worked on.</param>
public sealed record SelfContained(string Text, bool Inherited, ThreadContext? Context);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ThreadContext))]
internal sealed partial class ThreadJson : JsonSerializerContext;
