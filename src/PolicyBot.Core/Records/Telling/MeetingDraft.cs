using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>A meeting while its record is read: every mention adds what it tells.</summary>
internal sealed class MeetingDraft
{
    public MeetingDate? Date { get; set; }

    /// <summary>A date stands in the words, known or not.</summary>
    public bool Dated { get; set; }

    public string? DateWords { get; set; }

    public DayHalf? Half { get; set; }

    public TimeOnly? Time { get; set; }

    public string? Place { get; set; }

    public string? Name { get; set; }

    /// <summary>What running text calls it without quotation marks: AI 핵심인재 간담회.</summary>
    public string? Called { get; set; }

    /// <summary>What kind of meeting it is called: 간담회, hearing.</summary>
    public string? Kind { get; set; }

    public MeetingStatus Status { get; set; }

    public string? Series { get; set; }

    public MeetingDate? MovedFrom { get; set; }

    /// <summary>Put off without a new day: no later sentence may date it.</summary>
    public bool Undatable { get; set; }

    public bool FromCaption { get; set; }

    public List<Party> Hosts { get; } = [];

    public List<Party> Participants { get; } = [];

    public List<SourceSpan> Told { get; } = [];

    public void AddHosts(IEnumerable<Party> hosts)
    {
        foreach (var host in hosts.Where(h => !Hosts.Contains(h))) Hosts.Add(host);
    }

    public void AddParticipants(IEnumerable<Party> parties)
    {
        foreach (var party in parties.Where(p => !Participants.Contains(p))) Participants.Add(party);
    }

    /// <summary>Stretches that touch but for white space become one.</summary>
    public void Tell(SourceSpan span, string text)
    {
        if (Told.Count > 0 && Told[^1] is var last && last.End <= span.Start && string.IsNullOrWhiteSpace(text[last.End..span.Start])) Told[^1] = new(last.Start, span.End);
        else if (!Told.Contains(span)) Told.Add(span);
    }
}
