using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <summary>Whom a meeting brings to the table: its participants without the host's own side, one entry an organisation.</summary>
internal static class InvitedParties
{
    public static IReadOnlyList<Invited> Of(Meeting meeting, Organisations organisations)
    {
        var day = meeting.Date?.First;
        var hosts = meeting.Hosts.Where(h => !IsGuestAtHeart(h, organisations, day)).ToList();
        var hostNames = hosts.Select(h => h.Organisation).OfType<string>().Select(o => Key(o, organisations, day)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. meeting.Participants.Concat(meeting.Hosts.Except(hosts))
                .Where(p => (p.Organisation ?? p.Person) is { Length: > 0 })
                .Where(p => p.Organisation is { } o ? !hostNames.Contains(Key(o, organisations, day)) : !hosts.Any(h => h.Person == p.Person))
                .GroupBy(p => p.Organisation is { Length: > 0 } o ? "o" + Key(o, organisations, day) : "p" + SpeakerNames.Fold(p.Person!), StringComparer.Ordinal)
                .Select(group => Of([.. group], organisations, day)),
        ];
    }

    private static Invited Of(IReadOnlyList<Party> parties, Organisations organisations, DateOnly? day)
    {
        var people = parties.Where(p => !string.IsNullOrEmpty(p.Person)).ToList();
        var printed = parties[0].Organisation is { Length: > 0 } organisation ? organisation : null;
        IReadOnlyList<string> titled = [.. people.Select(p => $"{p.Person} {p.Role}".Trim()).Distinct()];
        return new(printed ?? titled[0], printed is null ? null : organisations.Find(printed, day)?.Name ?? printed, titled, [.. people.Select(p => p.Person!).Distinct()]);
    }

    /// <summary>A company or an association that hosts together with a ministry is one of those to be briefed on; a public body that hosts is not.</summary>
    private static bool IsGuestAtHeart(Party host, Organisations organisations, DateOnly? day) =>
        host.Organisation is { } name && organisations.Find(name, day)?.Kind is OrganisationKind.Company or OrganisationKind.Association or OrganisationKind.University;

    private static string Key(string organisation, Organisations organisations, DateOnly? day) => SpeakerNames.Fold(organisations.Find(organisation, day)?.Name ?? organisation);
}
