using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>
/// Tells whether two records tell of one meeting: the same day and host, and besides the same place or a common guest.
/// In doubt they are two: an answer that counts one meeting twice can be seen through, one that mixes two cannot.
/// </summary>
internal sealed class SameMeeting(Organisations organisations)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);

    /// <summary>간담회 and 주간 회의 are names of many.</summary>
    private const int ShortestTitle = 6;

    private static readonly char[] Separators = [' ', ',', '(', ')', '·', '/', '\'', '"', '‘', '’', '“', '”'];

    public bool Are(Meeting a, Meeting b) =>
        a.Date is { Day: not null } && a.Date == b.Date
        && !DifferInTime(a.Time, b.Time)
        && ((Hosts(a).Overlaps(Hosts(b)) && (AreOnePlace(a.Place, b.Place) || Guests(a).Overlaps(Guests(b)))) || IsEventOf(a, b));

    /// <summary>A calendar seldom says who hosts: the same name on the same day will do, unless the places differ.</summary>
    private static bool IsEventOf(Meeting a, Meeting b)
    {
        if ((a.Revision ?? b.Revision) is null || (a.Place is not null && b.Place is not null && !AreOnePlace(a.Place, b.Place))) return false;
        var (one, other) = (SpeakerNames.Fold(a.Title), SpeakerNames.Fold(b.Title));
        return Math.Min(one.Length, other.Length) >= ShortestTitle && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));
    }

    /// <summary>Whether nothing speaks against it: enough for records that repeat one another's words.</summary>
    public bool MayBe(Meeting a, Meeting b) =>
        a.Date is { Day: not null } && a.Date == b.Date
        && !DifferInTime(a.Time, b.Time)
        && (a.Place is null || b.Place is null || AreOnePlace(a.Place, b.Place))
        && (Hosts(a) is not { Count: > 0 } hosts || Hosts(b) is not { Count: > 0 } others || hosts.Overlaps(others));

    /// <summary>Canonical names of all who are named, for a store to look candidates up by.</summary>
    public HashSet<string> Hosts(Meeting meeting) => Names(meeting, meeting.Hosts);

    private HashSet<string> Guests(Meeting meeting) => [.. Names(meeting, meeting.Participants).Except(Hosts(meeting))];

    private HashSet<string> Names(Meeting meeting, IEnumerable<Party> parties) =>
        [.. parties.SelectMany(party => SpeakerNames.Organisations(party, organisations, meeting.Date?.First))];

    private static bool DifferInTime(TimeOnly? a, TimeOnly? b) =>
        a is { } one && b is { } other && (one.ToTimeSpan() - other.ToTimeSpan()).Duration() > Tolerance;

    private static bool AreOnePlace(string? a, string? b)
    {
        if (a is null || b is null) return false;
        var (one, other) = (SpeakerNames.Fold(a), SpeakerNames.Fold(b));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || Words(a).Overlaps(Words(b));
    }

    // A city holds many rooms: its name alone joins nothing, but the name of a house does.
    private static HashSet<string> Words(string place) =>
        [.. place.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 3).Select(SpeakerNames.Fold).Where(word => !IsRegion(word))];

    private static bool IsRegion(string word) => word[^1] is '시' or '도' or '구' or '군' or '동' or '읍' or '면';
}
