using PolicyBot.Answers;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Meetings;

/// <summary>Finds a meeting by its id, its day, or words of its title, place and parties; the next to come first, then the latest that was.</summary>
public sealed class MeetingFinder(IArchive archive)
{
    /// <summary>Words such as 간담회 stand in nearly every title.</summary>
    private const double CommonWeight = 0.25;
    private const double Enough = 0.5;
    private const int MostAlsoFit = 5;

    /// <summary>Null when no meeting fits.</summary>
    public async Task<MeetingChoice?> FindAsync(string words, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        words = words.Trim();
        if (words.Length == 0) return null;
        if (await archive.FindMeetingsAsync(new() { Id = new(words), Clearance = clearance }, cancellationToken) is [var one]) return new(one, []);
        var period = QuestionPeriod.Find(words, today);
        var wanted = Read(Blank(words, period?.Spans ?? []));
        if (period is null && wanted.Count == 0) return null;
        var all = await archive.FindMeetingsAsync(new() { Clearance = clearance }, cancellationToken);
        var fitting = all.Where(m => Fits(m, period)).Select(m => (Meeting: m, Score: Score(m, wanted))).Where(m => m.Score >= Enough).ToList();
        if (fitting.Count == 0) return null;
        var best = fitting.Max(m => m.Score);
        var chosen = fitting.Where(m => m.Score >= best - 0.01).Select(m => m.Meeting)
            .OrderBy(m => m.Status == MeetingStatus.Cancelled).ThenBy(m => Distance(m, today)).ToList();
        return new(chosen[0], [.. chosen.Skip(1).Take(MostAlsoFit)]);
    }

    private static bool Fits(Meeting meeting, QuestionPeriod? period)
    {
        if (period is null) return true;
        if (meeting.Date is not { } date) return false;
        if (period.AnyYear && date.Day is not null && period.Fits(date.First)) return true;
        return (period.From is null || date.Last >= period.From) && (period.To is null || date.First <= period.To);
    }

    private static double Score(Meeting meeting, List<(SubjectWord Word, double Weight)> wanted)
    {
        if (wanted.Count == 0) return 1;
        var told = Squeezed.Of($"{meeting.Title} {meeting.Place} {meeting.Series} {string.Join(' ', meeting.Hosts.Concat(meeting.Participants))}");
        return wanted.Sum(w => w.Weight * Math.Max(told.Cover(w.Word.Stem), told.Cover(w.Word.Whole))) / wanted.Sum(w => w.Weight);
    }

    private static List<(SubjectWord Word, double Weight)> Read(string words) =>
        [.. SubjectWords.Read(words, Languages.Detect(words)).Select(w => (w, QuestionVocabulary.Common.Contains(w.Stem) ? CommonWeight : 1))];

    /// <summary>A coming meeting before any past one; those without a day last.</summary>
    private static int Distance(Meeting meeting, DateOnly today) => meeting.Date switch
    {
        null => int.MaxValue,
        { } date when date.Last >= today => Math.Max(0, date.First.DayNumber - today.DayNumber),
        { } date => (int.MaxValue / 2) - date.Last.DayNumber,
    };

    private static string Blank(string text, IEnumerable<SourceSpan> spans)
    {
        var chars = text.ToCharArray();
        foreach (var span in spans) Array.Fill(chars, ' ', span.Start, span.Length);
        return new(chars);
    }
}
