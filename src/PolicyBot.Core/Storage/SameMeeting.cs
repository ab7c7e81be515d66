using PolicyBot.Records;
using PolicyBot.Records.Telling;
using PolicyBot.Text;

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

    /// <summary>Of telling words, in characters: AI alone is a word of many.</summary>
    private const int LeastShared = 4;

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
    public bool MayBe(Meeting a, Meeting b) => a.Date is { Day: not null } && a.Date == b.Date && Agree(a, b);

    /// <summary>Whatever their days: neither hour nor place nor host speaks against it.</summary>
    public bool Agree(Meeting a, Meeting b) =>
        !DifferInTime(a.Time, b.Time)
        && (a.Place is null || b.Place is null || AreOnePlace(a.Place, b.Place))
        && (Hosts(a) is not { Count: > 0 } hosts || Hosts(b) is not { Count: > 0 } others || hosts.Overlaps(others));

    /// <summary>
    /// Whether news of a move or a cancellation speaks of this meeting of the day it names: of the same kind, with nothing that speaks against it, and with the host or telling words of the name in common.
    /// The place may change with the day.
    /// </summary>
    public bool MayBeOf(Meeting news, Meeting announced)
    {
        if (KindOf(news) is { } kind && KindOf(announced) is { } other && !kind.Equals(other, StringComparison.OrdinalIgnoreCase)) return false;
        var (hosts, others) = (Hosts(news), Hosts(announced));
        if (hosts.Count > 0 && others.Count > 0 && !hosts.Overlaps(others)) return false;
        var (said, known) = (TellingWords(news), TellingWords(announced));
        var shared = said.Where(word => known.Any(k => AreOneWord(word, k))).Sum(word => word.Length);
        return (said.Count == 0 || known.Count == 0 || shared > 0) && (hosts.Overlaps(others) || shared >= LeastShared);
    }

    private static string? KindOf(Meeting meeting) => MeetingWords.FindNoun(meeting.Title, 0, meeting.Title.Length)?.Of(meeting.Title);

    /// <summary>Korean words carry particles and grow together, English ones do not.</summary>
    private static bool AreOneWord(string a, string b) =>
        a == b || (Hangul.IsSyllable(a[^1]) && Hangul.IsSyllable(b[^1]) && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)));

    /// <summary>What a title says beside its kind, its host and the news itself: AI, 반도체.</summary>
    private HashSet<string> TellingWords(Meeting meeting)
    {
        var title = meeting.Title.ToCharArray();
        var spans = organisations.FindIn(meeting.Title, new(0, title.Length), meeting.Date?.First).Select(m => m.Span).ToList();
        if (MeetingWords.FindNoun(meeting.Title, 0, title.Length) is { } noun) spans.Add(noun);
        if (meeting.Place is { Length: > 0 } place && meeting.Title.IndexOf(place, StringComparison.Ordinal) is >= 0 and var at) spans.Add(new(at, at + place.Length));
        foreach (var span in spans) Array.Fill(title, ' ', span.Start, span.Length);
        return [.. new string(title).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(SpeakerNames.Fold).Where(word => word.Length > 1 && !MeetingName.IsCommon(word) && !Plain.Contains(word) && !News.Any(n => word.StartsWith(n, StringComparison.Ordinal)))];
    }

    private static readonly string[] News = ["연기", "취소", "변경", "순연", "미뤄", "미뤘", "앞당", "옮겨", "옮겼", "무산", "개최", "연다", "열린", "열려", "열어", "열기", "예정", "postpone", "cancel", "reschedul", "delay", "moved"];

    private static readonly HashSet<string> Plain = [.. "일정 안내 공지 마련 다음 오는 이달 내달 to hold holds held on the of and for in at an its is be will set up off put about with by next new".Split(' ')];

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
