namespace PolicyBot.Records.Telling;

/// <summary>Makes meetings of drafts: names, ids, full names of people.</summary>
internal static class MeetingAssembly
{
    public static IReadOnlyList<Meeting> Assemble(Record record, IReadOnlyList<MeetingDraft> drafts, RecordPeople people)
    {
        Dictionary<string, int> ordinals = [];
        List<Meeting> meetings = [];
        foreach (var draft in drafts)
        {
            var day = draft.Date?.ToString() ?? (draft.Series is null ? "undated" : "series");
            var ordinal = ordinals[day] = ordinals.GetValueOrDefault(day) + 1;
            List<Party> hosts = [.. Each([], draft.Hosts.Select(people.Complete))];
            meetings.Add(new()
            {
                Id = new($"{record.Id}-{day}-{ordinal}"),
                Title = Title(record, draft, hosts, alone: drafts.Count == 1),
                Date = draft.Date,
                Time = draft.Time,
                Place = draft.Place,
                Hosts = hosts,
                Participants = [.. Each(hosts, draft.Participants.Select(people.Complete)).Except(hosts)],
                Status = draft.Status,
                Series = draft.Series,
                MovedFrom = draft.MovedFrom,
                RecordIds = [record.Id],
                Told = draft.Told,
            });
        }

        return meetings;
    }

    /// <summary>Everybody once: 서지호 대표 is 서지호 바다온 대표 when the record prints both.</summary>
    private static IEnumerable<Party> Each(IReadOnlyList<Party> known, IEnumerable<Party> parties)
    {
        List<Party> all = [.. parties.Distinct()];
        var full = known.Concat(all).Where(p => p.Organisation is not null).ToLookup(p => p.Person ?? "");
        return all.Where(p => !full[p.Person ?? ""].Any(f => IsBriefly(p, f)));
    }

    private static bool IsBriefly(Party brief, Party full) =>
        brief is { Person.Length: > 1, Organisation: null } && (brief.Role is null || full.Role?.EndsWith(brief.Role, StringComparison.Ordinal) == true);

    private static string Title(Record record, MeetingDraft draft, List<Party> hosts, bool alone)
    {
        if (draft.Name is { } name) return name;
        // "간담회 연기" names the news, not the meeting.
        if (draft.Called is { } known && (draft.Undatable || draft.MovedFrom is not null || draft.Status == MeetingStatus.Cancelled)) return known;
        if (alone && MeetingWords.FindNoun(record.Title, 0, record.Title.Length) is not null) return record.Title;
        if (draft.Called is { } called && !PlaceNames.Holds(draft.Place, called[..Math.Max(0, called.LastIndexOf(' '))])) return called;
        var kind = draft.Kind ?? (record.Language == Text.Language.Korean ? "간담회" : "meeting");
        var title = hosts.Count == 0 ? kind : $"{hosts[0]} {kind}";
        return draft.Place is { } place ? $"{title} ({place})" : title;
    }
}
