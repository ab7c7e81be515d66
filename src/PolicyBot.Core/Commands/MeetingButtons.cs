using System.Security.Cryptography;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>What can be pressed for one meeting. A button carries the meeting itself, so that it works under any message, however old.</summary>
public static class MeetingButtons
{
    public const string BriefMe = "brief-me";
    public const string AddToCalendar = "to-calendar";

    private const int LongestKey = 60;

    /// <param name="label">What sets it apart where a message has several.</param>
    public static ReplyButton Brief(Meeting meeting, Language language, string label = "") =>
        new($"{BriefMe}:{Key(meeting)}", language == Language.Korean ? $"{label} 브리핑".Trim() : $"Brief me {label}".Trim());

    /// <summary>None for a meeting without a day.</summary>
    public static IReadOnlyList<ReplyButton> Calendar(Meeting meeting, Language language, string label = "") => CalendarFeed.HasDay(meeting)
        ? [new($"{AddToCalendar}:{Key(meeting)}", language == Language.Korean ? $"{label} 일정에 추가".Trim() : $"Add {label} to calendar".Replace("  ", " ", StringComparison.Ordinal))]
        : [];

    internal static async Task<Meeting?> FindAsync(IArchive archive, string key, Clearance clearance, CancellationToken cancellationToken)
    {
        var filter = new MeetingFilter { Clearance = clearance };
        if (!key.StartsWith('~')) return await archive.FindMeetingsAsync(filter with { Id = new(key) }, cancellationToken) is [var one, ..] ? one : null;
        return (await archive.FindMeetingsAsync(filter, cancellationToken)).FirstOrDefault(m => Key(m) == key);
    }

    /// <summary>The id; of a long one, or one that a button's id cannot hold, its hash.</summary>
    private static string Key(Meeting meeting)
    {
        var id = meeting.Id.Value;
        return id.Length <= LongestKey && !id.Contains(':', StringComparison.Ordinal) && !id.StartsWith('~') ? id : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..24];
    }
}
