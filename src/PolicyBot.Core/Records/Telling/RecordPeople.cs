using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Gives 배 장관 the full name that the record prints elsewhere, when exactly one person fits.</summary>
internal sealed class RecordPeople(string text, PartyReader parties)
{
    private const int MostLooked = 300;

    public Party Complete(Party party)
    {
        if (party is not { Person.Length: 1, Role: { } role, Organisation: null }) return party;
        HashSet<Party> fitting = [];
        var at = -1;
        for (var looked = 0; looked < MostLooked && (at = text.IndexOf(role, at + 1, StringComparison.Ordinal)) >= 0; looked++)
        {
            if (KoreanPhrase.Back(text, Math.Max(0, at - 60), at + role.Length) is { } phrase
                && parties.Read(phrase) is { Person.Length: > 1 } full && full.Person[0] == party.Person[0] && full.Role!.EndsWith(role, StringComparison.Ordinal)) fitting.Add(full);
        }

        return fitting.Select(p => p.Person).Distinct().Count() == 1 ? fitting.MaxBy(p => p.ToString().Length)! : party;
    }
}
